package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.of;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.SCHEMES;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.VisaId;

/** A holder may give its title back: its request leads to the decision without the long way of a sanction. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HolderRequestsTest {
    private static final VisaId VISA = new VisaId(UUID.fromString("00000000-0000-4000-8000-0000000000f5"));

    @ParameterizedTest
    @CsvSource({"mie, 1, repealed", "pvid, 2021-03-01, sanctioned"})
    void the_end_that_a_holder_asks_for_is_decided_at_once_and_nobody_is_heard_about_it(
            String scheme, String version, String end) {
        Story control = of(scheme, version, DossierKind.SURVEILLANCE, Optional.of(VISA), Map.of())
                .takes(CERTIFIER, "open-control", "Courrier du titulaire.");
        assertThat(code(() -> control.takes(CERTIFIER, "note-request"))).isEqualTo("document-missing");

        control.deposits(VENDOR, "HOLDER_REQUEST").takes(CERTIFIER, "note-request");

        assertThat(control.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("none");
        control.decides(DECIDER, DecisionKind.WITHDRAW);
        assertThat(control.dossier().stage()).isEqualTo(end);
    }

    @Test
    void wherever_a_holder_can_send_such_a_request_a_row_takes_note_of_it() {
        assertThat(SCHEMES.all())
                .filteredOn(scheme -> scheme.conduct()
                        .orElseThrow()
                        .procedure()
                        .document("HOLDER_REQUEST")
                        .isPresent())
                .isNotEmpty()
                .allSatisfy(scheme -> assertThat(
                                scheme.conduct().orElseThrow().procedure().moves())
                        .anyMatch(move -> move.documents().contains("HOLDER_REQUEST")));
    }
}
