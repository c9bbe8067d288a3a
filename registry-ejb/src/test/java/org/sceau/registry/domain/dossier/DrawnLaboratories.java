package org.sceau.registry.domain.dossier;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.vocabulary.Category;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;

/** Laboratories with titles as they come: other schemes, parts of what there is to cover, ends and suspensions that fall into a walk. */
public final class DrawnLaboratories {
    private final SchemeVersion scheme;
    private final Random random;
    private final LocalDate day;

    /** @param day first of the walk */
    public DrawnLaboratories(SchemeVersion scheme, Random random, LocalDate day) {
        this.scheme = scheme;
        this.random = random;
        this.day = day;
    }

    /** Covers everything for long; now and then one of its titles rests for a while. */
    public Laboratory wide(LaboratoryId id, String name) {
        List<Title> titles = new ArrayList<>();
        for (Competence.Title kind : Competence.Title.values()) {
            Title title = newest(
                    title(kind, day.plusDays(1_500), everything(), scheme.id().scheme()));
            titles.add(random.nextInt(8) == 0 ? rested(title) : title);
        }
        return laboratory(id, name, titles);
    }

    /** Some titles of each kind, or none. */
    Laboratory drawn(LaboratoryId id, String name) {
        List<Title> titles = new ArrayList<>();
        for (Competence.Title kind : Competence.Title.values()) {
            for (int number = random.nextInt(4); number > 0; number--) {
                title(kind, titles).ifPresent(titles::add);
            }
        }
        return laboratory(id, name, titles);
    }

    private static Laboratory laboratory(LaboratoryId id, String name, List<Title> titles) {
        return new Laboratory(id, Organisation.named(name), Laboratory.Kind.EVALUATION_FACILITY, titles);
    }

    /** No authorisation outlives the accreditation it rests on (invariant 4). */
    private Optional<Title> title(Competence.Title kind, List<Title> before) {
        SchemeId of =
                random.nextInt(6) == 0 ? new SchemeId("elsewhere") : scheme.id().scheme();
        LocalDate last = day.plusDays(20 + random.nextInt(600));
        Optional<LocalDate> accredited = before.stream()
                .filter(title -> title.kind() == Competence.Title.ACCREDITATION
                        && title.schemes().contains(of))
                .map(Title::lastDay)
                .max(Comparator.naturalOrder());
        if (kind == Competence.Title.AUTHORISATION) {
            if (accredited.isEmpty()) {
                return Optional.empty();
            }
            last = last.isAfter(accredited.get()) ? accredited.get() : last;
        }
        Title title = title(kind, last, random.nextInt(3) == 0 ? everything() : some(), of);
        return Optional.of(random.nextInt(4) == 0 ? rested(title) : title);
    }

    private Title title(Competence.Title kind, LocalDate last, Coverage coverage, SchemeId of) {
        LocalDate first = day.plusDays(random.nextInt(30) - 25);
        Title title = new Title(kind, kind.name(), "Comité fictif", Set.of(of), first, last, coverage, List.of());
        List<String> versions = criteria(kind);
        return versions.isEmpty() || random.nextInt(5) == 0
                ? title
                : title.under(versions.get(random.nextInt(versions.size())));
    }

    /** Under criteria that no day is too late for. */
    private Title newest(Title title) {
        List<String> versions = criteria(title.kind());
        return versions.isEmpty() ? title : title.under(versions.get(versions.size() - 1));
    }

    private List<String> criteria(Competence.Title kind) {
        return scheme.conduct().orElseThrow().competences().stream()
                .filter(row -> row.title() == kind)
                .flatMap(row -> row.criteria().stream())
                .map(Competence.Criteria::version)
                .toList();
    }

    private Title rested(Title title) {
        LocalDate from = day.plusDays(random.nextInt(60));
        Optional<LocalDate> until = random.nextBoolean() ? Optional.empty() : Optional.of(from.plusDays(25));
        return title.suspended(new Suspension(from, until, "Motifs."));
    }

    private Coverage everything() {
        Set<String> domains = scheme.conduct()
                .orElseThrow()
                .procedure()
                .fact("technical-domain")
                .map(fact -> Set.copyOf(fact.optionIds()))
                .orElse(Set.of());
        return new Coverage(
                OptionalInt.of(5),
                domains,
                Set.of("mot"),
                scheme.categories().stream().map(Category::id).collect(Collectors.toSet()),
                activities(scheme),
                scheme.levels().stream().map(Level::id).collect(Collectors.toSet()),
                Set.of(Coverage.Purpose.values()));
    }

    /** All of each kind of things, or a part of them. */
    private Coverage some() {
        Coverage all = everything();
        int van = random.nextInt(7);
        return new Coverage(
                van == 0 ? OptionalInt.empty() : OptionalInt.of(Math.min(van, 5)),
                part(all.technicalDomains()),
                part(all.protectionProfiles()),
                part(all.categories()),
                part(all.scopes()),
                part(all.levels()),
                random.nextInt(3) == 0 ? Set.of() : all.purposes());
    }

    private Set<String> part(Set<String> all) {
        Set<String> part = new TreeSet<>(all);
        if (random.nextInt(3) == 0) {
            all.stream().filter(one -> random.nextInt(3) == 0).forEach(part::remove);
        }
        return part;
    }

    /** Of the service, and of whoever evaluates it. */
    static Set<String> activities(SchemeVersion scheme) {
        return Stream.concat(
                        scheme.scopes().stream().map(Scope::id),
                        scheme.conduct().stream()
                                .flatMap(conduct -> conduct.competences().stream())
                                .flatMap(competence -> competence.activities().keySet().stream()))
                .collect(Collectors.toSet());
    }
}
