package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** A provider of audits records and processes complaints and tells the authority of each at once: PASSI 2.2, IV.1.g-h. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderComplaintsTest {
    private static final WorkingDays FRANCE = new WorkingDays(Holidays.french(), Set.of());
    private static final VisaId VISA = new VisaId(UUID.fromString("00000000-0000-4000-8000-0000000000f2"));
    private static final FactValue RECEIVED = new FactValue.Day(LocalDate.parse("2026-05-12"));

    @Test
    void a_complaint_that_the_provider_does_not_record_or_date_is_not_reported_as_one() {
        Story unrecorded =
                complaint(Map.of("complaint-received-on", RECEIVED, "complaint-recorded", new FactValue.Flag(false)));
        Story undated = complaint(Map.of("complaint-recorded", new FactValue.Flag(true)));

        assertThat(code(() -> unrecorded.takes(VENDOR, "declare"))).isEqualTo("document-missing");
        unrecorded.deposits(VENDOR, "COMPLAINT_REPORT");
        undated.deposits(VENDOR, "COMPLAINT_REPORT");

        assertThat(code(() -> unrecorded.takes(VENDOR, "declare"))).isEqualTo("complaint-not-recorded");
        assertThat(code(() -> undated.takes(VENDOR, "declare"))).isEqualTo("complaint-not-declared");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-13, 0", "2026-05-14, 1"})
    void what_is_told_by_the_day_after_the_complaint_is_in_time_and_later_stays_told(String day, int late) {
        Story told = recorded().on(day).deposits(VENDOR, "COMPLAINT_REPORT").takes(VENDOR, "declare");

        assertThat(Clocks.late(
                        told.dossier(),
                        told.look().scheme().conduct().orElseThrow().procedure(),
                        FRANCE,
                        LocalDate.parse("2027-01-01")))
                .hasSize(late)
                .allMatch(met -> met.deadline().id().equals("complaint-report"));
    }

    @Test
    void the_authority_takes_note_or_withdraws() {
        Story told = recorded().deposits(VENDOR, "COMPLAINT_REPORT").takes(VENDOR, "declare");
        assertThat(told.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("step-not-open");
        assertThat(told.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("none");

        told.takes(CERTIFIER, "note", "Vu.");
        assertThat(told.dossier().stage()).isEqualTo("complaint-noted");

        Story grave = recorded().deposits(VENDOR, "COMPLAINT_REPORT").takes(VENDOR, "declare");
        grave.decides(DECIDER, DecisionKind.WITHDRAW);
        assertThat(grave.dossier().stage()).isEqualTo("refused");
    }

    private static Story recorded() {
        return complaint(Map.of("complaint-received-on", RECEIVED, "complaint-recorded", new FactValue.Flag(true)));
    }

    private static Story complaint(Map<String, FactValue> declared) {
        Application audits = new Application(
                new Subject(SubjectKind.SERVICE, "Audits de Vigie Ponant", Optional.empty()),
                Optional.of("HIGH"),
                Set.of("PENETRATION_TEST"),
                Optional.empty(),
                false,
                declared,
                Set.of(),
                true);
        return Story.of("passi", "2.2", DossierKind.DECLARATION, Optional.of(VISA), audits, "2026-05-12");
    }
}
