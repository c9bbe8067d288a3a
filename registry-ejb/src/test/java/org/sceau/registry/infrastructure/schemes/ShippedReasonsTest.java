package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.Reason;

/** The categories of reasons of the shipped definitions (reference §11.1 and §12). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedReasonsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(ShippedReasonsTest.class.getClassLoader());
    private static final List<String> OF_SERVICES = List.of(
            "file-incomplete",
            "outside-families",
            "provider-legal-form",
            "requirement-not-met",
            "centre-not-approved",
            "inquiry-unfavourable",
            "staff-competence",
            "scope-combination");

    @Test
    void a_withdrawal_has_categories_under_every_version_and_a_holder_may_always_ask_for_it() {
        assertThat(SCHEMES.all().stream().flatMap(version -> version.conduct().stream()))
                .hasSizeGreaterThan(30)
                .filteredOn(conduct -> conduct.decision(DecisionKind.WITHDRAW).isPresent())
                .allSatisfy(conduct -> assertThat(codes(conduct, DecisionKind.WITHDRAW))
                        .contains("holder-request")
                        .hasSizeGreaterThan(1));
    }

    @ParameterizedTest
    @CsvSource({
        "passi, 2.1",
        "passi, 2.2",
        "pris, 2.0",
        "pris, 3.0",
        "pris, crise-unverified",
        "pdis, 2.0",
        "pacs, 1",
        "pams, 1.1"
    })
    void a_qualification_of_a_service_is_refused_on_the_common_grounds(String scheme, String version) {
        assertThat(codes(conduct(scheme, version), DecisionKind.REFUSE)).containsExactlyElementsOf(OF_SERVICES);
    }

    @Test
    void SecNumCloud_is_refused_on_its_rule_about_seat_and_ownership_too() {
        assertThat(codes(conduct("secnumcloud", "3.2"), DecisionKind.REFUSE))
                .containsAll(OF_SERVICES)
                .contains("ownership");
    }

    @Test
    void L_34_11_is_refused_for_categories_of_reasons_foreign_interference_and_a_secret_among_them() {
        assertThat(conduct("l34-11", "1").reasonsOf(DecisionKind.REFUSE))
                .extracting(reason -> reason.code() + (reason.verified() ? "" : " unverified"))
                .containsExactly(
                        "foreign-interference",
                        "device-security unverified",
                        "deployment unverified",
                        "reasons-secret");
    }

    private static Conduct conduct(String scheme, String version) {
        return SCHEMES.version(SchemeVersionId.of(scheme, version))
                .flatMap(SchemeVersion::conduct)
                .orElseThrow();
    }

    private static List<String> codes(Conduct conduct, DecisionKind kind) {
        return conduct.reasonsOf(kind).stream().map(Reason::code).toList();
    }
}
