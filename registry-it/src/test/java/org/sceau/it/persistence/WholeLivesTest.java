package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.domain.dossier.Counted;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;

/**
 * Whole lives under every scheme, through the use cases, from a seed that is told when one goes wrong ({@code -Dsceau.seed=…}): dossiers
 * from the application to the visa, decisions about the visa, and dossiers about it that maintain, prolong, extend, renew or reissue it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeLivesTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_127L);
    /** Acts under each scheme version while it is the one that is looked at. */
    private static final int ACTS = Integer.getInteger("sceau.acts", 130);

    @TempDir
    Path home;

    @Test
    void no_life_under_any_scheme_violates_what_must_hold() {
        Lives lives = new Lives(House.on(Database.H2, home), SEED);
        lives.live(ACTS);
        Counted.on(
                WholeLivesTest.class,
                "%d acts under %d scheme versions, %d visas granted, %d decisions carried out",
                lives.acts(),
                lives.granting.size(),
                lives.granting.values().stream().mapToInt(Integer::intValue).sum(),
                lives.decisions());
        lives.checkTheEnd();
        assertThat(lives.granting.keySet())
                .as("versions that can open a dossier and grant")
                .containsExactlyInAnyOrderElementsOf(lives.inOrder().stream()
                        .filter(Lives::canGrant)
                        .map(scheme -> scheme.id().toString())
                        .toList());
        assertThat(lives.granting.values()).as("%s", lives.granting).doesNotContain(0);
        Set<DecisionKind> offered = EnumSet.noneOf(DecisionKind.class);
        lives.inOrder().forEach(scheme -> offered.addAll(LifeAims.offered(scheme)));
        assertThat(lives.decided())
                .as("decisions that were carried out, of those that any version offers")
                .isEqualTo(offered);
        assertThat(lives.refused.keySet())
                .as("what was in the way, with %s", lives.vulnerabilities.done())
                .contains(
                        "clauses-not-here",
                        "conclusion-missing",
                        "decision-not-on-status",
                        "document-missing",
                        "not-open-for-changes",
                        "vuln-35-6");
        assertThat(lives.vulnerabilities.done().keySet())
                .as("what was done about vulnerabilities")
                .contains(
                        "reported",
                        "judged",
                        "neither residual nor remediable",
                        "kept apart",
                        "named",
                        "told",
                        "closed",
                        "read exploitation",
                        "read reporter",
                        "not shown");
        assertThat(lives.besides.done().keySet())
                .as("what the house did besides, and why not: %s", lives.besides.done())
                .contains(
                        "brought with one reference for several",
                        "drawn of more than twenty-five",
                        "sample-lt-4pct",
                        "sent",
                        "package-incomplete",
                        "silence told",
                        "published",
                        "reasons owed",
                        "delay explained");
        assertThat(lives.remedies()).as("remedies that were asked for in time").isPositive();
        assertThat(lives.people.refusedAsTooLong())
                .as("authorisations that would have outlived their accreditation")
                .isPositive();
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
        return List.of(
                lives.walk.done(),
                lives.vulnerabilities.done(),
                lives.besides.done(),
                lives.refused,
                lives.granting,
                lives.decided(),
                lives.house.journal.size(),
                lives.said());
    }
}
