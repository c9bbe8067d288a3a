package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Services.of;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.surveillance.Duty;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.VisaId;

/** A vulnerability of a notified electronic identification scheme: Regulation (EU) 910/2014, Art. 12a(3). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotifiedSchemesTest {
    private static final VisaId MEANS = new VisaId(UUID.fromString("00000000-0000-4000-8000-0000000000f3"));

    @Test
    void a_means_of_no_notified_scheme_is_not_cancelled_this_way_however_long_it_takes() {
        Story national = control(Map.of()).on("2027-02-01");

        assertThat(code(() -> national.takes(CERTIFIER, "note-unfixed", "Rien.")))
                .isEqualTo("vulnerability-still-in-time");
        national.takes(CERTIFIER, "close-control", "Sans objet.");
        assertThat(national.dossier().stage()).isEqualTo("closed");
    }

    /** Identified on Monday 9 Feb 2026: Saturday 9 May moves to Monday 11 May 2026. */
    @Test
    void the_last_day_of_the_three_months_is_still_the_holders_and_then_only_the_cancellation_is_left() {
        Story notified = control(Map.of("notified-scheme", new FactValue.Flag(true)));
        assertThat(code(() -> notified.on("2026-05-11").takes(CERTIFIER, "note-unfixed", "Rien.")))
                .isEqualTo("vulnerability-still-in-time");

        notified.on("2026-05-12");
        assertThat(code(() -> notified.takes(CERTIFIER, "close-control", "Sans suite.")))
                .isEqualTo("vulnerability-unfixed-cancels");
        notified.takes(CERTIFIER, "note-unfixed", "Aucun correctif.");

        assertThat(notified.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("vulnerability-unfixed-cancels");
        assertThat(notified.inTheWayOf(DecisionKind.RESTRICT)).isEqualTo("vulnerability-unfixed-cancels");
        notified.decides(DECIDER, DecisionKind.WITHDRAW);
        assertThat(notified.dossier().stage()).isEqualTo("repealed");
    }

    @Test
    void one_that_was_fixed_in_time_is_not_cancelled_because_the_control_took_longer() {
        Story fixed = control(Map.of("notified-scheme", new FactValue.Flag(true)))
                .on("2026-05-04")
                .concludes(CERTIFIER, "vulnerability-fixed-in-time", true)
                .on("2026-06-01");

        assertThat(code(() -> fixed.takes(CERTIFIER, "note-unfixed", "Rien.")))
                .isEqualTo("vulnerability-still-in-time");
        fixed.takes(CERTIFIER, "close-control", "Corrigée.");
        assertThat(fixed.dossier().stage()).isEqualTo("closed");
    }

    @Test
    void the_decision_has_its_category_and_the_page_tells_the_five_and_two_years() {
        Story any = control(Map.of());

        assertThat(any.look().scheme().conduct().orElseThrow().reasonsOf(DecisionKind.WITHDRAW))
                .extracting(Reason::code)
                .contains("vulnerability-not-fixed");
        assertThat(any.look().scheme().conduct().orElseThrow().surveillance().duties())
                .extracting(Duty::id)
                .contains("notified-scheme-assessed");
    }

    private static Story control(Map<String, FactValue> declared) {
        Map<String, FactValue> facts = new TreeMap<>(declared);
        facts.put("control-cause", FactValue.Words.of("vulnerability"));
        facts.put("vulnerability-identified-on", new FactValue.Day(LocalDate.parse("2026-02-09")));
        return of("mie", "1", DossierKind.SURVEILLANCE, Optional.of(MEANS), facts)
                .takes(CERTIFIER, "open-control", "Vulnérabilité signalée.");
    }
}
