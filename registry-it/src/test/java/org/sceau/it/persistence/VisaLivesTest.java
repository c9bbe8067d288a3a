package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.domain.dossier.Counted;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;

/**
 * Random decisions about visas of all schemes, through the use cases, from a seed that is told when one goes wrong ({@code
 * -Dsceau.seed=…}): what was accepted never violates what must always hold, and what was refused changed nothing. Walks of dossiers are
 * elsewhere; here the visas are there from the beginning.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VisaLivesTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_126L);
    private static final int DECISIONS = Integer.getInteger("sceau.decisions", 12_000);

    @TempDir
    Path home;

    @Test
    void no_life_of_a_visa_under_any_scheme_violates_what_must_hold() {
        House house = House.on(Database.H2, home);
        VisaWalk walk = new VisaWalk(house, SEED);
        Map<DecisionKind, Integer> accepted = new EnumMap<>(DecisionKind.class);
        TreeSet<String> refused = new TreeSet<>();
        TreeSet<SchemeVersionId> schemes = new TreeSet<>(java.util.Comparator.comparing(SchemeVersionId::toString));
        for (int number = 0; number < DECISIONS; number++) {
            VisaWalk.Step step = walk.tryOne();
            String where = "decision %d from seed %d".formatted(number, SEED);
            VisaMustHold.check(house, step, where);
            step.refusal().ifPresentOrElse(refused::add, () -> {
                VisaWordsMustHold.check(LifeWords.turn(house, step), where);
                accepted.merge(step.content().kind(), 1, Integer::sum);
                schemes.add(step.before().facts().scheme());
            });
        }

        Counted.on(
                VisaLivesTest.class,
                "%d decisions under %d scheme versions, %d of them carried out",
                DECISIONS,
                schemes.size(),
                accepted.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(accepted.keySet())
                .as("decisions about a visa alone that were accepted at least once")
                .containsExactlyInAnyOrderElementsOf(VisaWalk.aboutVisasAlone());
        assertThat(schemes).hasSameSizeAs(walk.schemes());
        assertThat(refused)
                .as("what was in the way")
                .contains(
                        "approval-own-proposal",
                        "decision-day",
                        "decision-needs-dossier",
                        "decision-not-in-scheme",
                        "decision-not-on-status",
                        "decision-part-missing",
                        "listing-not-in-scheme",
                        "listing-obligatory",
                        "role-missing",
                        "suspension-days",
                        "suspension-elapsed",
                        "suspension-gt-42d");
        assertThat(refused).as("no history was too long to be told").doesNotContain("ledger-entry-too-large");
        walk.served()
                .forEach(served -> assertThat(house.visas.find(served.visa().id(), served.at()))
                        .as("visa as it was known at %s", served.at())
                        .contains(served.visa()));
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    @Test
    void the_same_seed_leads_the_same_lives() {
        assertThat(lives("one")).isEqualTo(lives("other"));
    }

    private List<String> lives(String name) {
        House house = House.on(Database.H2, home.resolve(name));
        VisaWalk walk = new VisaWalk(house, SEED);
        List<String> steps = new ArrayList<>();
        for (int number = 0; number < 300; number++) {
            VisaWalk.Step step = walk.tryOne();
            steps.add(step.content().kind() + " " + step.refusal() + " "
                    + walk.visas().indexOf(step.before().id()) + " "
                    + house.visas.find(step.before().id()).map(Visa::facts));
        }
        return steps;
    }
}
