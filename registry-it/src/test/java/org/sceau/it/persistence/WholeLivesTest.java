package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Whole lives under every scheme, through the use cases, from a seed that is told when one goes wrong ({@code -Dsceau.seed=…}): dossiers
 * from the application to the visa, decisions about the visa, and dossiers about it that maintain, prolong, extend, renew or reissue it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeLivesTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_127L);
    /** Acts under each scheme version while it is the one that is looked at. */
    private static final int ACTS = Integer.getInteger("sceau.acts", 130);
    /** Times that they are all looked at, at most. */
    private static final int LAPS = 4;
    /** What must have been decided; of what is rarer, something. VisaLivesTest draws suspensions and all that is about a visa alone. */
    private static final Set<DecisionKind> DECIDED = EnumSet.of(
            DecisionKind.GRANT,
            DecisionKind.REFUSE,
            DecisionKind.CONFIRM,
            DecisionKind.MAINTAIN,
            DecisionKind.REDUCE_SCOPE,
            DecisionKind.RENEW,
            DecisionKind.WITHDRAW,
            DecisionKind.ADVISE,
            DecisionKind.CORRECT);

    private static final Set<DecisionKind> RARER = EnumSet.of(
            DecisionKind.PROLONG,
            DecisionKind.EXTEND_SCOPE,
            DecisionKind.REISSUE_SAME_SCOPE,
            DecisionKind.REISSUE_OTHER_SCOPE);

    @TempDir
    Path home;

    @Test
    void no_life_under_any_scheme_violates_what_must_hold() {
        Lives lives = new Lives(House.on(Database.H2, home), SEED);
        lives.live(ACTS);

        assertThat(lives.granting).as("versions that open dossiers").hasSizeGreaterThan(30);
        assertThat(lives.granting.entrySet().stream().filter(version -> version.getValue() == 0))
                .as("versions whose dossiers asked for too much to end in a visa")
                .hasSizeLessThan(5);
        assertThat(lives.kinds)
                .as("decisions that were carried out")
                .containsAll(DECIDED)
                .containsAnyElementsOf(RARER);
        assertThat(lives.refused.keySet())
                .as("what was in the way")
                .contains("conclusion-missing", "decision-not-on-status", "document-missing", "not-open-for-changes");
        // The address of one that was listed later is its present one: only the newest stays on record.
        lives.alone.served().forEach(served -> {
            Visa known = lives.house.visas.find(served.visa().id(), served.at()).orElseThrow();
            assertThat(known.version())
                    .as("visa as it was known at %s", served.at())
                    .isEqualTo(served.visa().version());
            assertThat(known.facts())
                    .as("visa as it was known at %s", served.at())
                    .isEqualTo(served.visa().facts());
        });
        assertThat(lives.house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    @Test
    void the_same_seed_leads_the_same_lives() {
        assertThat(told("one")).isEqualTo(told("other"));
    }

    private List<Object> told(String name) {
        Lives lives = new Lives(House.on(Database.H2, home.resolve(name)), SEED);
        lives.liveUnder(lives.inOrder().get(0), 60);
        lives.inOrder().forEach(scheme -> lives.liveUnder(scheme, 12));
        return List.of(lives.walk.done(), lives.refused, lives.granting, lives.kinds, lives.house.journal.size());
    }

    /** All of them, and what came of it. */
    private static final class Lives {
        private final House house;
        private final Random random;
        private final List<VisaId> visas = new ArrayList<>();
        private final LifeWalk walk;
        private final VisaWalk alone;
        private final LifeMustHold mustHold;
        private final Set<DecisionKind> kinds = EnumSet.noneOf(DecisionKind.class);
        private final Map<String, Integer> granting = new TreeMap<>();
        private final Map<String, Integer> refused = new TreeMap<>();
        private long acts;

        Lives(House house, long seed) {
            this.house = house;
            this.random = new Random(seed);
            this.walk = new LifeWalk(house, random, visas);
            this.alone = new VisaWalk(house, random, visas);
            this.mustHold = new LifeMustHold(house);
            walk.eachDecided(made -> {
                kinds.add(made.content().kind());
                made.granted()
                        .ifPresent(visa ->
                                granting.merge(made.dossier().opening().scheme().toString(), 1, Integer::sum));
                mustHold.check(made, "act %d from seed %d".formatted(acts, seed));
            });
        }

        /**
         * One version after the other in the order in which they close, each from its first day on; then those that are still open again, and
         * again until all was decided: what rests on visas of another scheme, or on laboratories that hold one, has them later.
         *
         * @param most acts under each version at a time
         */
        void live(int most) {
            house.clock.set(inOrder().get(0).applicability().validFrom() + "T08:00:00Z");
            inOrder().forEach(scheme -> liveUnder(scheme, most));
            for (int lap = 1; lap < LAPS && (lap == 1 || !isWhole()); lap++) {
                inOrder().forEach(scheme -> liveUnder(scheme, most));
            }
        }

        private boolean isWhole() {
            return kinds.containsAll(DECIDED) && kinds.stream().anyMatch(RARER::contains);
        }

        private void liveUnder(SchemeVersion scheme, int most) {
            LocalDate first = scheme.applicability().validFrom();
            if (first.isAfter(house.calendar.today())) {
                house.clock.set(first + "T08:00:00Z");
            }
            if (!scheme.applicability().opensOn(house.calendar.today())) {
                return;
            }
            String version = scheme.id().toString();
            granting.merge(version, 0, Integer::sum);
            boolean isLastChance = !closes(scheme).equals(LocalDate.MAX);
            for (int act = 0; act < most || isLastChance && granting.get(version) == 0 && act < most * 5; act++) {
                acts++;
                if (!visas.isEmpty() && random.nextInt(4) == 0) {
                    decideAlone();
                } else {
                    walk.tryOne(scheme).map(Refusal::code).ifPresent(code -> refused.merge(code, 1, Integer::sum));
                }
            }
        }

        private void decideAlone() {
            VisaWalk.Step step = alone.tryOne();
            VisaMustHold.check(house, step, "act %d".formatted(acts));
            if (step.refusal().isEmpty()) {
                kinds.add(step.content().kind());
            }
        }

        private List<SchemeVersion> inOrder() {
            return house.schemes.all().stream()
                    .filter(scheme -> scheme.conduct().isPresent())
                    .sorted(Comparator.comparing(WholeLivesTest::closes)
                            .thenComparing(scheme -> scheme.applicability().validFrom())
                            .thenComparing(scheme -> scheme.id().toString()))
                    .toList();
        }
    }

    private static LocalDate closes(SchemeVersion scheme) {
        return scheme.applicability()
                .opensDossiersUntil()
                .or(() -> scheme.applicability().issuesUntil())
                .orElse(LocalDate.MAX);
    }
}
