package org.sceau.registry.application.surveilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Walls;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.sampling.Drawing;
import org.sceau.registry.domain.sampling.Sample;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.surveillance.SamplingRule;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Draws the yearly sample of a scheme (EUCC Art. 25(3)-(5), invariant 57).
 *
 * <p>The text speaks of a share of "the certificates" each year and not of those issued in it. The population is therefore every visa of the
 * scheme, all versions together, that was in force or suspended on a day of the year up to that of the drawing: those issued before
 * count as long as they live, those that ended before the year do not. It grows while the year goes on; a later look says whether the
 * sample still suffices.
 */
@ApplicationScoped
public class DrawSample {
    private final Door door;
    private final Samples samples;
    private final Visas visas;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected DrawSample() {
        this(null, null, null, null, null);
    }

    @Inject
    public DrawSample(Door door, Samples samples, Visas visas, Schemes schemes, LegalCalendar calendar) {
        this.door = door;
        this.samples = samples;
        this.visas = visas;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    /**
     * A sample with what it is to be measured by today.
     *
     * @param population how many visas there are to select from
     * @param needed     the smallest sample of so many
     * @param selected   the visas of the sample as they are now, in the order of their selection
     */
    public record Sight(Sample sample, SamplingRule rule, long population, long needed, List<Visa> selected) {
        public boolean suffices() {
            return sample.visas().size() >= needed;
        }
    }

    /**
     * Selects visas; their holders are told by the scheduled work, once each (EUCC Art. 25(5)).
     *
     * @param seen version of the sample that the actor saw, 0 before the first drawing
     * @throws org.sceau.registry.domain.refusal.Refused {@code scheme-unknown}, {@code scheme-without-sampling}, {@code sample-year},
     *     {@code concurrent-change}, {@code role-missing}, the code of the wall for somebody who also issues under the scheme, or
     *     what {@link Sample#drawn} says
     */
    public Sample draw(
            Actor actor,
            SchemeId scheme,
            int year,
            OptionalLong seen,
            Set<VisaId> selected,
            String basis,
            List<Criterion> criteria) {
        return door.enter(actor, Permission.DRAW_SAMPLE, "sample:" + scheme + "/" + year, passage -> {
            LocalDate day = calendar.dayOf(passage.now());
            SchemeVersion version = version(scheme, day);
            SamplingRule rule = rule(version);
            requireYear(scheme, year, day);
            if (!actor.roles(scheme).contains(rule.by())) {
                throw Refusal.of("role-missing", Refusal.Kind.FORBIDDEN)
                        .with("needed", rule.by().code())
                        .asException();
            }
            Walls.refusal(version, actor.roles(scheme), rule.by()).ifPresent(wall -> {
                throw wall.asException();
            });
            Sample before =
                    samples.find(scheme, year).map(Samples.Recorded::sample).orElseGet(() -> Sample.none(scheme, year));
            SeenVersion.require(
                    seen,
                    before.version(),
                    before,
                    kept -> samples.find(scheme, year, kept).map(Samples.Recorded::sample));
            Map<VisaId, Visa> population = population(scheme, year, day);
            Drawing drawing = new Drawing(
                    selected,
                    population.size(),
                    rule.needed(population.size()),
                    basis,
                    criteria,
                    new Person(actor.name(), actor.organisation(), rule.by()),
                    passage.now(),
                    day);
            Sample after = before.drawn(drawing, population.keySet(), rule);
            long position = record(passage, after, drawing, rule);
            samples.put(new Samples.Recorded(after, passage.now(), position));
            return after;
        });
    }

    /**
     * A sample as it is now, or before its first drawing; the audit log keeps the look.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code scheme-unknown}, {@code scheme-without-sampling}, {@code sample-year}
     */
    public Sight read(Actor actor, SchemeId scheme, int year) {
        return look(
                actor,
                scheme,
                year,
                () -> samples.find(scheme, year)
                        .map(Samples.Recorded::sample)
                        .orElseGet(() -> Sample.none(scheme, year)));
    }

    /** One version of a sample, measured by today. */
    public Sight read(Actor actor, SchemeId scheme, int year, long version) {
        return look(
                actor,
                scheme,
                year,
                () -> samples.find(scheme, year, version).orElseThrow().sample());
    }

    /**
     * What can still be selected, by reference.
     *
     * @param total how many there are
     * @param visas the first of them
     */
    public record Candidates(long total, List<Visa> visas) {}

    /**
     * The visas that no drawing selected yet, at most so many.
     *
     * @throws org.sceau.registry.domain.refusal.Refused as {@link #read}
     */
    public Candidates candidates(Actor actor, SchemeId scheme, int year, int most) {
        return door.prepare(actor, Permission.READ_SAMPLES, "sample:" + scheme + "/" + year, () -> {
            Permission.READ_SAMPLES.require(actor, scheme);
            LocalDate day = calendar.today();
            rule(version(scheme, day));
            requireYear(scheme, year, day);
            Map<VisaId, Visa> left = population(scheme, year, day);
            samples.find(scheme, year)
                    .ifPresent(known -> left.keySet().removeAll(known.sample().visas()));
            return new Candidates(
                    left.size(),
                    left.values().stream()
                            .sorted(Comparator.comparing(
                                    visa -> visa.facts().reference().text()))
                            .limit(most)
                            .toList());
        });
    }

    /** The schemes whose samples the actor may see, each in the version whose rule counts today, with the years there can be one of. */
    public List<Sampled> sampled(Actor actor) {
        return door.prepare(actor, Permission.READ_SAMPLES, "samples", () -> {
            LocalDate day = calendar.today();
            return schemes.all().stream()
                    .map(version -> version.id().scheme())
                    .distinct()
                    .filter(scheme -> Permission.READ_SAMPLES.isGrantedTo(actor, scheme))
                    .map(scheme -> version(scheme, day))
                    .filter(DrawSample::isSampled)
                    .map(version -> new Sampled(version, years(version.id().scheme(), day)))
                    .toList();
        });
    }

    /**
     * A scheme of which samples are drawn.
     *
     * @param years newest first
     */
    public record Sampled(SchemeVersion version, List<Integer> years) {}

    private List<Integer> years(SchemeId scheme, LocalDate day) {
        int first = versions(scheme).stream()
                .mapToInt(version -> version.applicability().validFrom().getYear())
                .min()
                .orElse(day.getYear());
        return IntStream.rangeClosed(first, day.getYear())
                .map(year -> first + day.getYear() - year)
                .boxed()
                .toList();
    }

    private static boolean isSampled(SchemeVersion version) {
        return version.conduct()
                .flatMap(conduct -> conduct.surveillance().sampling())
                .isPresent();
    }

    private Sight look(Actor actor, SchemeId scheme, int year, Supplier<Sample> found) {
        return door.look(actor, Permission.READ_SAMPLES, "sample:" + scheme + "/" + year, () -> {
            Permission.READ_SAMPLES.require(actor, scheme);
            LocalDate day = calendar.today();
            SamplingRule rule = rule(version(scheme, day));
            requireYear(scheme, year, day);
            Sample sample = found.get();
            long size = population(scheme, year, day).size();
            return new Sight(
                    sample,
                    rule,
                    size,
                    rule.needed(size),
                    sample.visas().stream()
                            .flatMap(id -> visas.find(id).stream())
                            .toList());
        });
    }

    /** The version whose rule counts: the one in force, else the newest. */
    private SchemeVersion version(SchemeId scheme, LocalDate day) {
        return schemes.current(scheme, day)
                .or(() -> versions(scheme).stream()
                        .max(Comparator.comparing(
                                version -> version.applicability().validFrom())))
                .orElseThrow(() ->
                        Refusal.of("scheme-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private static SamplingRule rule(SchemeVersion version) {
        return version.conduct()
                .flatMap(conduct -> conduct.surveillance().sampling())
                .orElseThrow(() -> Refusal.of("scheme-without-sampling", Refusal.Kind.CONFLICT)
                        .with("scheme", version.id().toString())
                        .asException());
    }

    private List<SchemeVersion> versions(SchemeId scheme) {
        return schemes.all().stream()
                .filter(version -> version.id().scheme().equals(scheme))
                .toList();
    }

    /** A year that has begun, and in which the scheme was there. */
    private void requireYear(SchemeId scheme, int year, LocalDate day) {
        boolean there = versions(scheme).stream()
                .anyMatch(version -> version.applicability().validFrom().getYear() <= year);
        if (!there || year > day.getYear()) {
            throw Refusal.of("sample-year", Refusal.Kind.INVALID)
                    .with("year", Integer.toString(year))
                    .asException();
        }
    }

    private Map<VisaId, Visa> population(SchemeId scheme, int year, LocalDate day) {
        Map<VisaId, Visa> found = new LinkedHashMap<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = day.getYear() > year ? LocalDate.of(year, 12, 31) : day;
        versions(scheme).stream()
                .map(SchemeVersion::family)
                .distinct()
                .forEach(family -> visas.forEach(family, visa -> {
                    if (visa.facts().scheme().scheme().equals(scheme) && livedIn(visa, first, last)) {
                        found.put(visa.id(), visa);
                    }
                }));
        return found;
    }

    private boolean livedIn(Visa visa, LocalDate first, LocalDate last) {
        LocalDate start = visa.facts().validity().firstDay();
        LocalDate from = start.isBefore(first) ? first : start;
        if (from.isAfter(last)) {
            return false;
        }
        VisaStatus status = visa.facts()
                .statusOn(from, schemes.statusAtEnd(visa.facts().scheme()))
                .status();
        return status == VisaStatus.IN_FORCE || status == VisaStatus.SUSPENDED;
    }

    private static long record(Passage passage, Sample sample, Drawing drawing, SamplingRule rule) {
        Map<String, Object> told = new TreeMap<>();
        told.put("scheme", sample.scheme().value());
        told.put("year", (long) sample.year());
        told.put("version", sample.version());
        told.put("population", drawing.population());
        told.put("needed", drawing.needed());
        told.put("size", (long) sample.visas().size());
        told.put("ground", rule.source());
        return passage.record(entry(
                "sample-drawn",
                Map.of("sample", CanonicalText.of(RecordChange.made(drawing).with(told))),
                sample.scheme() + "/" + sample.year()));
    }

    private static Entry entry(String kind, Map<String, String> confidential, String detail) {
        return new Entry(kind, "sample", Optional.empty(), Map.of(), confidential, Entry.Topic.SURVEILLANCE, detail);
    }
}
