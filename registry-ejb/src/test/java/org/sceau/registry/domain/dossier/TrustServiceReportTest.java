package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.filled;
import static org.sceau.registry.domain.dossier.Services.laboratory;
import static org.sceau.registry.domain.dossier.Services.service;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.dossier.handling.Foreseen;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.Suspension;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;

/** Who writes the report of a trust service: a conformity assessment body that is accredited; Regulation (EU) 910/2014, Art. 20(1), 21(1). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustServiceReportTest {
    private static final String REFUSED = "conformity-body-not-accredited";

    @Test
    void a_report_of_a_body_that_nobody_knows_is_refused_and_foreseen() {
        Story unknown = notified("timestamping", "910-2014");
        assertThat(Foreseen.of(unknown.look())).extracting(Finding::code).contains(REFUSED);

        unknown.takes(VENDOR, "submit");

        assertThat(code(() -> unknown.takes(CERTIFIER, "admit"))).isEqualTo(REFUSED);
    }

    @Test
    void a_report_of_a_body_accredited_for_other_services_is_refused() {
        Story other = notified("timestamping", "910-2014")
                .knowing(laboratory("registered-delivery"))
                .takes(VENDOR, "submit");

        assertThat(code(() -> other.takes(CERTIFIER, "admit"))).isEqualTo(REFUSED);
    }

    @Test
    void a_report_of_a_body_whose_accreditation_rests_that_day_is_refused() {
        Laboratory resting = laboratory("timestamping")
                .suspending(
                        "ACCREDITATION",
                        new Suspension(
                                LocalDate.parse("2026-02-01"),
                                Optional.of(LocalDate.parse("2026-02-28")),
                                "Contrôle."));
        Story story = notified("timestamping", "910-2014").knowing(resting).takes(VENDOR, "submit");
        assertThat(code(() -> story.takes(CERTIFIER, "admit"))).isEqualTo(REFUSED);

        story.on("2026-03-01").takes(CERTIFIER, "admit");

        assertThat(story.dossier().stage()).isEqualTo("examination");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "attribute-attestations",
                "electronic-archiving",
                "electronic-ledgers",
                "eseal-certificates",
                "eseal-preservation",
                "eseal-validation",
                "esignature-certificates",
                "esignature-preservation",
                "esignature-validation",
                "registered-delivery",
                "remote-creation-devices",
                "timestamping",
                "website-authentication-certificates"
            })
    void every_trust_service_is_admitted_and_decided_on_with_such_a_report(String scheme) {
        String version = Story.SCHEMES.all().stream()
                .filter(known -> known.id().scheme().value().equals(scheme))
                .map(known -> known.id().version())
                .findFirst()
                .orElseThrow();
        Story story = notified(scheme, version).knowing(laboratory(scheme)).takes(VENDOR, "submit");

        story.takes(CERTIFIER, "admit");

        assertThat(story.dossier().stage()).isEqualTo("examination");
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW)) {
            assertThat(story.look()
                            .scheme()
                            .conduct()
                            .flatMap(conduct -> conduct.decision(kind))
                            .orElseThrow()
                            .rules())
                    .as("%s asks again", kind)
                    .contains(REFUSED);
        }
    }

    private static Story notified(String scheme, String version) {
        return filled(service(
                scheme,
                version,
                Optional.empty(),
                Set.of(),
                Map.of("conformity-body", FactValue.Words.of("arvor  évaluation"))));
    }
}
