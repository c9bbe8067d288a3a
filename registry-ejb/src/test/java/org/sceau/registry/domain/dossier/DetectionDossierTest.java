package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.EVALUATOR;
import static org.sceau.registry.domain.dossier.Story.REVIEWER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.handling.Preflight;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** The titles of others that the detection of incidents relies on: its auditor's, and those of its probes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DetectionDossierTest {
    private static final VisaId PROBE = new VisaId(UUID.fromString("00000000-0000-4000-8000-00000000be01"));
    private static final VisaId OTHER = new VisaId(UUID.fromString("00000000-0000-4000-8000-00000000be02"));

    @Test
    void under_option_A_the_auditor_is_named_and_holds_a_PASSI_visa_in_force() {
        assertThat(code(() -> examined(Map.of()).takes(CERTIFIER, "accept"))).isEqualTo("passi-auditor-not-qualified");
        Story story = examined(auditedBy("Garance Audit"));
        assertThat(code(() -> story.takes(CERTIFIER, "accept"))).isEqualTo("passi-auditor-not-qualified");
        story.holding("Garance Audit", "pris");
        assertThat(code(() -> story.takes(CERTIFIER, "accept")))
                .as("a visa of another family is another one")
                .isEqualTo("passi-auditor-not-qualified");

        story.holding("GARANCE AUDIT SAS", "passi").takes(CERTIFIER, "accept");
        assertThat(story.dossier().stage()).isEqualTo("evaluation-plan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Halcyon Cards", "HALCYON CARDS SAS"})
    void nobody_audits_itself_however_it_spells_its_name(String self) {
        Story story = examined(auditedBy(self)).holding("Halcyon Cards", "passi");

        assertThat(code(() -> story.takes(CERTIFIER, "accept"))).isEqualTo("passi-auditor-not-independent");
    }

    @Test
    void under_option_A_the_control_plan_with_the_yearly_audit_is_part_of_the_application() {
        assertThat(lacking("a")).contains("PASSI_AUDIT_PLAN");
        assertThat(lacking("b")).doesNotContain("PASSI_AUDIT_PLAN");
    }

    private static List<String> lacking(String option) {
        Story story = service(
                "pdis", "2.0", Optional.empty(), Set.of(), Map.of("yearly-audit-option", FactValue.Words.of(option)));
        return Preflight.of(story.look(), "submitted").stream()
                .filter(finding -> finding.code().equals("document-missing"))
                .map(finding -> finding.details().get("document"))
                .toList();
    }

    @Test
    void under_option_B_no_auditor_is_asked_for() {
        Story story = examined(Map.of("yearly-audit-option", FactValue.Words.of("b")));

        story.takes(CERTIFIER, "accept");
        assertThat(story.dossier().stage()).isEqualTo("evaluation-plan");
    }

    @Test
    void it_is_granted_on_products_whose_qualification_is_in_force_that_day_and_with_its_auditor_still_qualified() {
        Story none = decided(Set.of());
        assertThat(none.inTheWayOf(DecisionKind.GRANT)).isEqualTo("qualified-products-missing");

        Story other = decided(Set.of(OTHER)).knowing(OTHER, visa("common-criteria", VisaStatus.IN_FORCE), List.of());
        assertThat(other.inTheWayOf(DecisionKind.GRANT))
                .as("a certificate is no qualification")
                .isEqualTo("qualified-products-missing");

        Story story = decided(Set.of(PROBE, OTHER))
                .knowing(PROBE, visa("product-qualification", VisaStatus.IN_FORCE), List.of())
                .knowing(OTHER, visa("product-qualification", VisaStatus.EXPIRED), List.of());
        assertThat(story.inTheWayOf(DecisionKind.GRANT)).isEqualTo("base-not-in-force");
        story.knowing(OTHER, visa("product-qualification", VisaStatus.IN_FORCE), List.of());
        assertThat(story.inTheWayOf(DecisionKind.GRANT)).isEqualTo("none");

        story.holding("Garance Audit", "pris");
        assertThat(story.inTheWayOf(DecisionKind.GRANT))
                .as("it lost its PASSI visa meanwhile")
                .isEqualTo("passi-auditor-not-qualified");
    }

    private static Map<String, FactValue> auditedBy(String name) {
        return Map.of("passi-auditor", FactValue.Words.of(name));
    }

    private static Story examined(Map<String, FactValue> declared) {
        return examined(declared, Set.of());
    }

    private static Story examined(Map<String, FactValue> declared, Set<VisaId> bases) {
        Map<String, FactValue> facts = new TreeMap<>(
                Map.of("yearly-audit-option", FactValue.Words.of("a"), "event-storage-months", new FactValue.Whole(6)));
        facts.putAll(declared);
        Story story = service(
                "pdis",
                "2.0",
                Optional.of("NOT_APPLICABLE"),
                Set.of("INCIDENT_MANAGEMENT", "EVENT_MANAGEMENT", "NOTIFICATION_MANAGEMENT"),
                facts);
        Application asked = story.dossier().application();
        Application resting = new Application(
                asked.subject(),
                asked.level(),
                asked.scopes(),
                asked.category(),
                asked.nationalSecurity(),
                asked.facts(),
                bases,
                asked.listed());
        return filled(story.changes(VENDOR, resting))
                .takes(VENDOR, "submit")
                .takes(CERTIFIER, "admit")
                .assigns(CERTIFIER, laboratory("pdis"));
    }

    /** At the decision, with everything favourable. */
    private static Story decided(Set<VisaId> bases) {
        return examined(auditedBy("Garance Audit"), bases)
                .holding("Garance Audit", "passi")
                .takes(CERTIFIER, "accept")
                .deposits(EVALUATOR, "EVALUATION_STRATEGY")
                .takes(CERTIFIER, "approve-plan")
                .deposits(EVALUATOR, "EVALUATION_REPORT")
                .concludes(EVALUATOR, "laboratory-conclusion", true)
                .takes(EVALUATOR, "deliver-report")
                .takes(CERTIFIER, "start-review")
                .deposits(REVIEWER, "REVIEW_REPORT")
                .concludes(REVIEWER, "review-conclusion", true)
                .takes(REVIEWER, "conclude-review");
    }

    private static Surroundings.Other visa(String family, VisaStatus status) {
        return new Surroundings.Other(
                new FamilyId(family),
                new SchemeId("qual-prod"),
                new Subject(SubjectKind.PRODUCT, "Sujet", Optional.of("1.0")),
                LocalDate.parse("2025-02-01"),
                Optional.of(LocalDate.parse("2028-02-01")),
                Optional.of("STANDARD"),
                Set.of(),
                status);
    }
}
