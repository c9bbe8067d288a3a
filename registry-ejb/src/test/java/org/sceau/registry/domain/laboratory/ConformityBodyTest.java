package org.sceau.registry.domain.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.laboratory.ConformityBody.Coverage;
import org.sceau.registry.domain.laboratory.ConformityBody.Kind;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConformityBodyTest {
    private static final FamilyId PASSI = new FamilyId("passi");
    private static final FamilyId PRIS = new FamilyId("pris");
    private static final FamilyId PDIS = new FamilyId("pdis");
    private static final FamilyId SECNUMCLOUD = new FamilyId("secnumcloud");

    private static ConformityBody body(Kind kind) {
        return new ConformityBody(
                Organisation.named("Arvor Évaluation"),
                kind,
                Map.of(
                        PASSI,
                        new Coverage(Set.of("ARCHITECTURE_AUDIT", "PENETRATION_TEST"), Set.of("SUBSTANTIAL")),
                        PDIS,
                        new Coverage(Set.of(), Set.of("NOT_APPLICABLE")),
                        SECNUMCLOUD,
                        new Coverage(Set.of("IAAS", "SAAS"), Set.of())));
    }

    private static boolean proposed(FamilyId family, String level, String... activities) {
        return body(Kind.EVALUATION_FACILITY)
                .mayBeProposedFor(family, Set.of(activities), Optional.of(level).filter(asked -> !asked.isEmpty()));
    }

    @Test
    void a_body_that_covers_nothing_or_something_ill_formed_is_none() {
        assertThatThrownBy(() ->
                        new ConformityBody(Organisation.named("Arvor Évaluation"), Kind.CERTIFICATION_CENTRE, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coverage(Set.of("tests d'intrusion"), Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Coverage(Set.of(), Set.of("Élevé"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void invariant_69_an_evaluation_facility_never_decides_and_a_certification_centre_may() {
        assertThat(body(Kind.EVALUATION_FACILITY).mayDecide()).isFalse();
        assertThat(body(Kind.CERTIFICATION_CENTRE).mayDecide()).isTrue();
    }

    @Test
    void invariant_69_both_kinds_may_evaluate() {
        for (Kind kind : Kind.values()) {
            assertThat(body(kind).mayBeProposedFor(PASSI, Set.of("PENETRATION_TEST"), Optional.of("SUBSTANTIAL")))
                    .as("%s", kind)
                    .isTrue();
        }
    }

    @Test
    void invariant_70_a_body_is_not_proposed_where_one_activity_the_level_or_the_family_is_not_covered() {
        assertThat(proposed(PASSI, "SUBSTANTIAL", "PENETRATION_TEST", "SOURCE_CODE_AUDIT"))
                .as("one activity of two")
                .isFalse();
        assertThat(proposed(PASSI, "HIGH", "PENETRATION_TEST")).as("the level").isFalse();
        assertThat(proposed(PASSI, "NOT_APPLICABLE", "PENETRATION_TEST"))
                .as("Sans objet is a level of its own")
                .isFalse();
        assertThat(proposed(PRIS, "SUBSTANTIAL", "MALWARE_ANALYSIS"))
                .as("the family")
                .isFalse();
        assertThat(proposed(PRIS, "")).as("a family that is not covered at all").isFalse();
        assertThat(proposed(SECNUMCLOUD, "", "PENETRATION_TEST"))
                .as("an activity of another family")
                .isFalse();
        assertThat(proposed(SECNUMCLOUD, "HIGH", "SAAS"))
                .as("a level where none is covered")
                .isFalse();
    }

    @Test
    void invariant_70_a_level_that_is_not_listed_follows_from_no_other() {
        ConformityBody high = new ConformityBody(
                Organisation.named("Vigie Ponant"),
                Kind.EVALUATION_FACILITY,
                Map.of(PASSI, new Coverage(Set.of("PENETRATION_TEST"), Set.of("HIGH"))));

        assertThat(high.mayBeProposedFor(PASSI, Set.of("PENETRATION_TEST"), Optional.of("SUBSTANTIAL")))
                .isFalse();
        assertThat(high.mayBeProposedFor(PASSI, Set.of("PENETRATION_TEST"), Optional.of("HIGH")))
                .isTrue();
    }

    @Test
    void invariant_70_a_body_is_proposed_where_every_activity_and_the_level_are_covered() {
        assertThat(proposed(PASSI, "SUBSTANTIAL", "PENETRATION_TEST", "ARCHITECTURE_AUDIT"))
                .isTrue();
        assertThat(proposed(PDIS, "NOT_APPLICABLE"))
                .as("a family without activities")
                .isTrue();
        assertThat(proposed(SECNUMCLOUD, "", "SAAS"))
                .as("a family without levels")
                .isTrue();
    }
}
