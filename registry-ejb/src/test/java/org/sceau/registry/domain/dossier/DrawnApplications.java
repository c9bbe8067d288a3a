package org.sceau.registry.domain.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.sceau.registry.domain.dossier.handling.Stating;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** What might be asked for under a scheme, drawn from its vocabulary alone. */
public final class DrawnApplications {
    private static final int MOST_PLANNED = 40;

    private final SchemeVersion scheme;
    private final Random random;
    private final Supplier<LocalDate> day;
    private final Supplier<List<VisaId>> toRestOn;

    /**
     * @param day      of the application
     * @param toRestOn visas it may name as its base
     */
    public DrawnApplications(
            SchemeVersion scheme, Random random, Supplier<LocalDate> day, Supplier<List<VisaId>> toRestOn) {
        this.scheme = scheme;
        this.random = random;
        this.day = day;
        this.toRestOn = toRestOn;
    }

    /** A dossier as if this were asked for. */
    public static Dossier asking(Dossier dossier, Application application) {
        return new Dossier(
                dossier.id(),
                dossier.opening(),
                application,
                dossier.parties(),
                dossier.laboratories(),
                dossier.staff(),
                dossier.subcontracts(),
                dossier.history(),
                dossier.version());
    }

    /** The first without trouble, or the one with the least of so many that were thought of. */
    public Application best(int most, ToLongFunction<Application> trouble) {
        Application best = any();
        long least = trouble.applyAsLong(best);
        for (int i = 1; i < most && least > 0; i++) {
            Application other = any();
            long its = trouble.applyAsLong(other);
            if (its < least) {
                best = other;
                least = its;
            }
        }
        return best;
    }

    /**
     * The first without trouble, or the one with the least of so many that were thought of, each the best one so far with parts of
     * another: what comes to mind anew each time hardly ever meets ten demands at once.
     */
    public Application improved(int most, ToLongFunction<Application> trouble) {
        Application best = any();
        long least = trouble.applyAsLong(best);
        for (int i = 1; i < most && least > 0; i++) {
            Application other = random.nextInt(8) == 0 ? any() : mixed(best, any());
            long its = trouble.applyAsLong(other);
            if (its <= least) {
                best = other;
                least = its;
            }
        }
        return best;
    }

    private Application mixed(Application one, Application other) {
        Map<String, FactValue> facts = new TreeMap<>(one.facts());
        for (FactType type : scheme.conduct().orElseThrow().procedure().facts()) {
            if (random.nextInt(4) == 0) {
                facts.remove(type.id());
                Optional.ofNullable(other.facts().get(type.id())).ifPresent(value -> facts.put(type.id(), value));
            }
        }
        return new Application(
                mostly(one, other).subject(),
                mostly(one, other).level(),
                mostly(one, other).scopes(),
                mostly(one, other).category(),
                mostly(one, other).nationalSecurity(),
                facts,
                mostly(one, other).bases(),
                mostly(one, other).listed());
    }

    private Application mostly(Application one, Application other) {
        return random.nextInt(4) == 0 ? other : one;
    }

    /** One with whatever comes to mind. */
    public Application any() {
        Map<String, FactValue> facts = new TreeMap<>();
        for (FactType type : Stating.ofApplicant(scheme.conduct().orElseThrow().procedure())) {
            if (type.required() || random.nextBoolean()) {
                facts.put(type.id(), anyValue(type));
            }
        }
        List<Level> levels = scheme.grantedLevels();
        boolean derived = !scheme.conduct().orElseThrow().levelRules().isEmpty();
        Set<String> scopes = new HashSet<>();
        for (Scope scope : scheme.scopes()) {
            if (random.nextInt(3) > 0) {
                scopes.add(scope.id());
            }
        }
        if (random.nextInt(40) == 0) {
            // An activity that one version of one scheme knows.
            scopes.add("INDUSTRIAL_SYSTEMS_AUDIT");
        }
        List<SubjectKind> subjects = scheme.subjects().value().stream().sorted().toList();
        Set<VisaId> bases = new HashSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            List<VisaId> known = toRestOn.get();
            if (!known.isEmpty()) {
                bases.add(pick(known));
            }
        }
        return new Application(
                new Subject(pick(subjects), "Sujet", Optional.of("1.0")),
                derived || levels.isEmpty()
                        ? Optional.empty()
                        : Optional.of(pick(levels).id()),
                scopes,
                scheme.categories().isEmpty()
                        ? Optional.empty()
                        : Optional.of(pick(scheme.categories()).id()),
                scheme.hasNationalSecurity() && random.nextBoolean(),
                facts,
                bases,
                random.nextBoolean());
    }

    /** What a laboratory might declare beside it; numbers are mostly small, as loads are. */
    public Map<String, FactValue> stated() {
        Map<String, FactValue> facts = new TreeMap<>();
        for (FactType type : Stating.of(scheme.conduct().orElseThrow().procedure())) {
            boolean small = type.kind() == FactType.Kind.WHOLE && random.nextInt(8) > 0;
            facts.put(
                    type.id(),
                    small
                            ? new FactValue.Whole(type.least().orElse(0) + random.nextInt(MOST_PLANNED))
                            : anyValue(type));
        }
        return facts;
    }

    private FactValue anyValue(FactType type) {
        return switch (type.kind()) {
            case WHOLE -> {
                long least = type.least().orElse(0);
                long most = type.most().orElse(40);
                yield new FactValue.Whole(least + random.nextInt((int) (most - least + 1)));
            }
            case FLAG -> new FactValue.Flag(random.nextBoolean());
            case DAY -> new FactValue.Day(day.get().plusDays(random.nextInt(2_000) - 500L));
            case INSTANT ->
                new FactValue.Moment(
                        day.get().atStartOfDay().toInstant(ZoneOffset.UTC).minusSeconds(random.nextInt(200_000)));
            case LINK -> FactValue.Words.of("https://ponant.example/incident");
            case TEXT -> FactValue.Words.of("mot");
            case CODES -> FactValue.Words.of(random.nextInt(40) == 0 ? "EAL4+" : "mot");
            case CHOICE -> FactValue.Words.of(pick(type.optionIds()));
            case CHOICES -> FactValue.Words.of(random.nextInt(40) == 0 ? "secret-defense" : pick(type.optionIds()));
            case SHARES -> new FactValue.Shares(List.of(random.nextInt(3_000), random.nextInt(2_000)));
        };
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }
}
