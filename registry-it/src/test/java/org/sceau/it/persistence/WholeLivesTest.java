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
import org.sceau.registry.domain.visa.VisaId;

/**
 * Whole lives under every scheme, through the use cases, from a seed that is told when one goes wrong ({@code -Dsceau.seed=…}): dossiers
 * from the application to the visa, decisions about the visa, and dossiers about it that maintain, prolong, extend, renew or reissue it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeLivesTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_127L);
    /** Acts under each scheme version while it is the one that is looked at. */
    private static final int ACTS = Integer.getInteger("sceau.acts", 220);

    @TempDir
    Path home;

    @Test
    void no_life_under_any_scheme_violates_what_must_hold() {
        Lives lives = new Lives(House.on(Database.H2, home), SEED);
        lives.live(ACTS);

        assertThat(lives.granting)
                .as("visas granted under each version that opens dossiers")
                .isNotEmpty()
                .allSatisfy((scheme, visas) -> assertThat(visas).as(scheme).isPositive());
        assertThat(lives.kinds)
                .as("decisions that were carried out")
                .containsAll(EnumSet.complementOf(EnumSet.of(
                        // A certificate of EUCC lives long enough for these in VisaLivesTest.
                        DecisionKind.SUSPEND, DecisionKind.EXTEND_SUSPENSION, DecisionKind.LIFT_SUSPENSION)));
        assertThat(lives.refused.keySet())
                .as("what was in the way")
                .contains("conclusion-missing", "document-missing", "grant-beyond-application", "not-open-for-changes");
        lives.alone
                .served()
                .forEach(served -> assertThat(
                                lives.house.visas.find(served.visa().id(), served.at()))
                        .as("visa as it was known at %s", served.at())
                        .contains(served.visa()));
        assertThat(lives.house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    @Test
    void the_same_seed_leads_the_same_lives() {
        assertThat(told("one")).isEqualTo(told("other"));
    }

    private List<Object> told(String name) {
        Lives lives = new Lives(House.on(Database.H2, home.resolve(name)), SEED);
        lives.live(15);
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

        /** One version after the other in the order in which they close, each from its first day on. */
        void live(int most) {
            house.clock.set(inOrder().get(0).applicability().validFrom() + "T08:00:00Z");
            List<SchemeVersion> twice = new ArrayList<>(inOrder());
            // What rests on visas of another scheme, or on laboratories that hold one, has them the second time.
            twice.addAll(inOrder());
            for (SchemeVersion scheme : twice) {
                if (!scheme.applicability().opensOn(house.calendar.today())
                        && !scheme.applicability().validFrom().isAfter(house.calendar.today())) {
                    continue;
                }
                LocalDate first = scheme.applicability().validFrom();
                if (first.isAfter(house.calendar.today())) {
                    house.clock.set(first + "T08:00:00Z");
                }
                granting.merge(scheme.id().toString(), 0, Integer::sum);
                for (int act = 0; act < most; act++) {
                    acts++;
                    if (!visas.isEmpty() && random.nextInt(4) == 0) {
                        decideAlone();
                    } else {
                        walk.tryOne(scheme).map(Refusal::code).ifPresent(code -> refused.merge(code, 1, Integer::sum));
                    }
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
