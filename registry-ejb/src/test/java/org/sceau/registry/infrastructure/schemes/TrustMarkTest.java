package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.infrastructure.schemes.Shipped.deciding;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;

/** The EU trust mark of qualified trust services: Regulation (EU) 910/2014, Art. 23. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TrustMarkTest {
    private static final FactValue YES = new FactValue.Flag(true);

    static Stream<SchemeVersion> services() {
        return Shipped.SCHEMES.all().stream()
                .filter(version -> version.legalBases().value().contains(LegalBasis.EU_910_2014_S3));
    }

    @Test
    void all_trust_services_are_asked() {
        assertThat(services()).hasSize(13);
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_that_is_in_no_list_yet_is_not_granted_while_it_bears_the_mark(SchemeVersion version) {
        Conduct service = version.conduct().orElseThrow();
        DeclaredApplication first = DeclaredApplication.of(DossierKind.INITIAL);

        assertThat(Shipped.breaks(service, "trust-mark-too-early", first.declaring(Map.of("trust-mark", YES))))
                .isTrue();
        assertThat(Shipped.breaks(service, "trust-mark-too-early", first)).isFalse();
        asksFor(service, DecisionKind.GRANT, "trust-mark-too-early");
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_that_bears_it_is_neither_renewed_nor_confirmed_without_the_link_to_the_list(SchemeVersion version) {
        Conduct service = version.conduct().orElseThrow();
        DeclaredApplication renewal = DeclaredApplication.of(DossierKind.RENEWAL);
        FactValue page = FactValue.Words.of("https://horodatage.example/confiance");

        assertThat(Shipped.breaks(service, "trust-mark-without-link", renewal.declaring(Map.of("trust-mark", YES))))
                .isTrue();
        assertThat(Shipped.breaks(
                        service,
                        "trust-mark-without-link",
                        renewal.declaring(Map.of("trust-mark", YES, "trusted-list-link", page))))
                .isFalse();
        assertThat(Shipped.breaks(service, "trust-mark-without-link", renewal)).isFalse();
        asksFor(service, DecisionKind.RENEW, "trust-mark-without-link");
        asksFor(service, DecisionKind.CONFIRM, "trust-mark-without-link");
    }

    @ParameterizedTest
    @MethodSource("services")
    void its_page_tells_everybody_what_the_mark_asks_of_the_holder(SchemeVersion version) {
        assertThat(version.conduct().orElseThrow().surveillance().duties())
                .filteredOn(duty -> duty.by() == Duty.Bearer.HOLDER)
                .singleElement()
                .matches(duty -> duty.id().equals("trust-mark"))
                .matches(duty -> duty.source().contains("Art. 23"));
    }

    /** By the move that carries the decision out, and on the day it is proposed and approved. */
    private static void asksFor(Conduct conduct, DecisionKind kind, String rule) {
        assertThat(deciding(conduct, kind))
                .isNotEmpty()
                .allMatch(move -> move.rules().contains(rule));
        assertThat(conduct.decision(kind).orElseThrow().rules()).contains(rule);
    }
}
