package org.sceau.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.scenarios.Cases.ARVOR;
import static org.sceau.it.scenarios.Cases.PASSI;
import static org.sceau.it.scenarios.Who.CERTIFIER;
import static org.sceau.it.scenarios.Who.OTHER_VENDOR;

import java.time.LocalDate;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * What no scenario of the text tells and takes years: through the use cases alone. Over the network all share one clock, and the
 * certificate of the demonstration's signer lasts five years of it.
 */
abstract class LongScenarios extends AcceptanceScenarios {
    /** From memory, as the definitions say: around eighteen months after the grant. */
    @Test
    @Order(40)
    void a_surveillance_is_due_at_mid_term_and_officers_are_asked_until_one_ended_well() {
        LocalDate day = on("2026-12-01");
        registry().entitle(ARVOR, ending(AUDITS, day.minusYears(1), day.plusYears(3)));
        String first = service(PASSI, "Brume Télécom", Cases.auditor("Garance", "SUBSTANTIAL", AUDITS), "STAFF");
        planned(first);
        reported(first, "laboratory-conclusion", "staff-competence");
        String visa = decided(
                Content.grant(first, day, day.plusYears(3)).keeping(AUDITS).atLevel("SUBSTANTIAL"));
        String about = id(visa, day);
        LocalDate due = day.plusMonths(18);

        registry().on(due);
        registry().requireTold(OTHER_VENDOR, about, "review-near Brume Télécom", 1);
        registry().requireTold(OTHER_VENDOR, about, "review-overdue Brume Télécom", 0);
        LocalDate late = registry().on(due.plusDays(1));
        registry().requireTold(OTHER_VENDOR, about, "review-overdue Brume Télécom", 1);
        registry().requireAsked(CERTIFIER, about, "review-overdue");

        String surveillance = following(DossierKind.SURVEILLANCE, visa, AUDITS);
        assertThat(decided(Content.about(DecisionKind.CONFIRM, visa, late).on(surveillance)))
                .isEqualTo(visa);
        registry().requireNotAsked(CERTIFIER, about, "review-overdue");
    }
}
