package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.domain.dossier.Services.code;
import static org.sceau.registry.domain.dossier.Story.CERTIFIER;
import static org.sceau.registry.domain.dossier.Story.DECIDER;
import static org.sceau.registry.domain.dossier.Story.VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.handling.Clocks;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** A qualified provider records and processes complaints and tells the authority of each at once: PASSI 2.2, IV.1.g-h, and its like. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProviderComplaintsTest {
    private static final WorkingDays FRANCE = new WorkingDays(Holidays.french(), Set.of());
    private static final VisaId VISA = new VisaId(UUID.fromString("00000000-0000-4000-8000-0000000000f2"));
    private static final FactValue RECEIVED = new FactValue.Day(LocalDate.parse("2026-05-12"));
    private static final FactValue YES = new FactValue.Flag(true);

    /** Every version of a service qualification, and the step by which its provider reports a complaint. */
    private static final String QUALIFICATIONS = """
            passi, 2.1, declare
            passi, 2.2, declare
            pris, 2.0, declare
            pris, 3.0, declare
            pris, crise-unverified, declare
            pdis, 2.0, declare
            pacs, 1, declare
            pams, 1.1, declare
            secnumcloud, 3.2, report-complaint
            """;

    @ParameterizedTest
    @CsvSource(textBlock = QUALIFICATIONS)
    void a_complaint_that_the_provider_does_not_record_or_date_is_not_reported_as_one(
            String scheme, String version, String step) {
        Story unrecorded = complaint(
                scheme,
                version,
                Map.of("complaint-received-on", RECEIVED, "complaint-recorded", new FactValue.Flag(false)));
        Story undated = complaint(scheme, version, Map.of("complaint-recorded", YES));

        assertThat(code(() -> unrecorded.takes(VENDOR, step))).isEqualTo("document-missing");
        unrecorded.deposits(VENDOR, "COMPLAINT_REPORT");
        undated.deposits(VENDOR, "COMPLAINT_REPORT");

        assertThat(code(() -> unrecorded.takes(VENDOR, step))).isEqualTo("complaint-not-recorded");
        assertThat(code(() -> undated.takes(VENDOR, step))).isEqualTo("complaint-not-declared");
    }

    @ParameterizedTest
    @CsvSource(textBlock = QUALIFICATIONS)
    void what_is_told_by_the_day_after_the_complaint_is_in_time_and_later_stays_told(
            String scheme, String version, String step) {
        assertThat(late(recorded(scheme, version).on("2026-05-13").takes(VENDOR, step)))
                .isEmpty();
        assertThat(late(recorded(scheme, version).on("2026-05-14").takes(VENDOR, step)))
                .singleElement()
                .matches(met -> met.deadline().id().equals("complaint-report"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = QUALIFICATIONS)
    void the_authority_takes_note_or_withdraws(String scheme, String version, String step) {
        Story told = recorded(scheme, version).takes(VENDOR, step);
        assertThat(told.inTheWayOf(DecisionKind.CONFIRM)).isEqualTo("step-not-open");
        assertThat(told.inTheWayOf(DecisionKind.WITHDRAW)).isEqualTo("none");

        told.takes(CERTIFIER, "note", "Vu.");
        assertThat(told.dossier().stage()).isEqualTo("complaint-noted");

        Story grave = recorded(scheme, version).takes(VENDOR, step);
        grave.decides(DECIDER, DecisionKind.WITHDRAW);
        assertThat(grave.dossier().stage()).isEqualTo("refused");
    }

    @ParameterizedTest
    @CsvSource(textBlock = QUALIFICATIONS)
    void the_holder_is_told_of_the_duty_and_only_what_was_read_is_verified(String scheme, String version, String step) {
        SchemeVersion definition = recorded(scheme, version).look().scheme();

        assertThat(definition.conduct().orElseThrow().followUp(DossierKind.DECLARATION))
                .hasValueSatisfying(row -> assertThat(row.notice())
                        .hasValueSatisfying(notice -> assertThat(notice.en()).contains("tells the authority at once")));
        assertThat(definition.conduct().orElseThrow().procedure().rule("complaint-not-recorded"))
                .hasValueSatisfying(rule -> assertThat(rule.verified())
                        .as("the text of PASSI 2.2 alone was read")
                        .isEqualTo(version.equals("2.2")));
    }

    @ParameterizedTest
    @CsvSource({"declare, CLIENT_NOTICE", "report-complaint, COMPLAINT_REPORT"})
    void a_cloud_provider_declares_a_complaint_and_a_change_of_ownership_apart(String step, String document) {
        Story both = complaint(
                        "secnumcloud",
                        "3.2",
                        Map.of(
                                "complaint-received-on",
                                RECEIVED,
                                "complaint-recorded",
                                YES,
                                "ownership-changed-on",
                                RECEIVED))
                .deposits(VENDOR, document);

        assertThat(code(() -> both.takes(VENDOR, step))).isEqualTo("declared-with-another");
    }

    private static List<Clocks.Late> late(Story story) {
        return Clocks.late(
                story.dossier(),
                story.look().scheme().conduct().orElseThrow().procedure(),
                FRANCE,
                LocalDate.parse("2027-01-01"));
    }

    private static Story recorded(String scheme, String version) {
        return complaint(scheme, version, Map.of("complaint-received-on", RECEIVED, "complaint-recorded", YES))
                .deposits(VENDOR, "COMPLAINT_REPORT");
    }

    private static Story complaint(String scheme, String version, Map<String, FactValue> declared) {
        Application service = new Application(
                new Subject(SubjectKind.SERVICE, "Service de Vigie Ponant", Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                declared,
                Set.of(),
                true);
        return Story.of(scheme, version, DossierKind.DECLARATION, Optional.of(VISA), service, "2026-05-12");
    }
}
