package org.sceau.registry.domain.visa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VisaStatusTest {
    private static final LocalDate FIRST = day("2024-03-12");
    private static final LocalDate LAST = day("2027-03-12");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static VisaFacts visa(Optional<LocalDate> last, StatusChange... changes) {
        return new VisaFacts(
                SchemeVersionId.of("cspn", "1.1"),
                new FamilyId("cspn"),
                Reference.official("ANSSI-CSPN-2024/90", 2024),
                new Subject(SubjectKind.PRODUCT, "HC-Coffre", Optional.of("1.0")),
                Organisation.named("Halcyon Cards"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Validity(FIRST, last),
                List.of(changes),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }

    private static VisaStatus on(VisaFacts visa, String day) {
        return visa.statusOn(day(day), VisaStatus.ARCHIVED).status();
    }

    @Test
    void a_visa_without_a_status_or_with_statuses_out_of_order_is_no_visa() {
        assertThatThrownBy(() -> visa(Optional.of(LAST))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> visa(
                        Optional.of(LAST),
                        StatusChange.of(VisaStatus.WITHDRAWN, day("2025-01-01"), "x"),
                        StatusChange.inForce(FIRST)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> visa(Optional.of(LAST), StatusChange.inForce(FIRST.minusDays(1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_decides_that_a_visa_expired_or_is_still_to_come() {
        assertThatThrownBy(() -> StatusChange.of(VisaStatus.NOT_YET_IN_FORCE, FIRST, "x"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> visa(
                        Optional.of(LAST),
                        StatusChange.inForce(FIRST),
                        StatusChange.of(VisaStatus.EXPIRED, FIRST.plusDays(1), "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_end_that_had_come_stays_where_a_source_prolongs_the_visa_afterwards() {
        LocalDate known = LAST.plusDays(30);
        VisaFacts former = visa(Optional.of(LAST), StatusChange.inForce(FIRST));
        VisaFacts longer = visa(Optional.of(LAST.plusYears(2)), StatusChange.inForce(FIRST));

        VisaFacts continued = longer.continuing(former, known, VisaStatus.EXPIRED);
        assertThat(continued.statuses())
                .extracting(StatusChange::status, StatusChange::since)
                .containsExactly(
                        tuple(VisaStatus.IN_FORCE, FIRST),
                        tuple(VisaStatus.EXPIRED, LAST.plusDays(1)),
                        tuple(VisaStatus.IN_FORCE, known));
        assertThat(longer.continuing(continued, known.plusDays(9), VisaStatus.EXPIRED))
                .isEqualTo(continued);
        // Prolonged in time, nothing had ended.
        assertThat(longer.continuing(former, LAST, VisaStatus.EXPIRED).statuses())
                .isEqualTo(longer.statuses());
    }

    @Test
    void a_first_day_that_had_come_stays_where_a_source_moves_it() {
        VisaFacts former = visa(Optional.of(LAST), StatusChange.inForce(FIRST));
        VisaFacts moved = new VisaFacts(
                former.scheme(),
                former.family(),
                former.reference(),
                former.subject(),
                former.holder(),
                former.sponsor(),
                former.laboratories(),
                former.level(),
                former.scopes(),
                former.category(),
                former.nationalSecurity(),
                former.agrement(),
                new Validity(FIRST.plusDays(40), Optional.of(LAST)),
                List.of(StatusChange.inForce(FIRST.plusDays(40))),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());

        assertThat(moved.continuing(former, FIRST.plusDays(10), VisaStatus.ARCHIVED))
                .isEqualTo(former);
        assertThat(moved.continuing(former, FIRST.minusDays(1), VisaStatus.ARCHIVED))
                .as("nobody had been told that it was in force")
                .isEqualTo(moved);
    }

    @Test
    void only_a_suspension_has_a_last_day_and_it_is_not_before_its_first() {
        assertThatThrownBy(() -> new StatusChange(VisaStatus.WITHDRAWN, FIRST, Optional.of(LAST), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StatusChange(
                        VisaStatus.SUSPENDED, FIRST, Optional.of(FIRST.minusDays(1)), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void its_last_day_is_itself_covered() {
        VisaFacts visa = visa(Optional.of(LAST), StatusChange.inForce(FIRST));
        assertThat(on(visa, "2024-03-11")).isEqualTo(VisaStatus.NOT_YET_IN_FORCE);
        assertThat(on(visa, "2024-03-12")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(on(visa, "2027-03-12")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(on(visa, "2027-03-13")).isEqualTo(VisaStatus.ARCHIVED);
        assertThat(visa.statusOn(day("2027-03-13"), VisaStatus.EXPIRED))
                .isEqualTo(new StatusOnDay(
                        VisaStatus.EXPIRED, day("2027-03-13"), Optional.empty(), Optional.empty(), false));
    }

    @Test
    void invariant_28_suspension_never_changes_the_end_and_a_suspended_visa_can_end() {
        StatusChange suspended = new StatusChange(
                VisaStatus.SUSPENDED, day("2027-02-01"), Optional.of(day("2027-03-14")), Optional.of("Sans réponse"));
        VisaFacts visa = visa(Optional.of(LAST), StatusChange.inForce(FIRST), suspended);
        assertThat(on(visa, "2027-02-15")).isEqualTo(VisaStatus.SUSPENDED);
        assertThat(on(visa, "2027-03-13")).isEqualTo(VisaStatus.ARCHIVED);
        assertThat(visa.validity().lastDay()).contains(LAST);
    }

    @Test
    void invariant_30_a_suspension_that_ran_out_is_never_shown_as_in_force() {
        StatusChange suspended = new StatusChange(
                VisaStatus.SUSPENDED, day("2025-03-03"), Optional.of(day("2025-04-13")), Optional.of("Sans réponse"));
        VisaFacts visa = visa(Optional.of(LAST), StatusChange.inForce(FIRST), suspended);
        StatusOnDay last = visa.statusOn(day("2025-04-13"), VisaStatus.EXPIRED);
        StatusOnDay after = visa.statusOn(day("2025-04-14"), VisaStatus.EXPIRED);
        assertThat(last.overdue()).isFalse();
        assertThat(after.status()).isEqualTo(VisaStatus.SUSPENDED);
        assertThat(after.overdue()).isTrue();
    }

    @Test
    void a_withdrawn_visa_stays_withdrawn_after_its_last_day() {
        VisaFacts visa = visa(
                Optional.of(LAST),
                StatusChange.inForce(FIRST),
                StatusChange.of(VisaStatus.WITHDRAWN, day("2025-06-01"), "À la demande du titulaire"));
        assertThat(on(visa, "2025-05-31")).isEqualTo(VisaStatus.IN_FORCE);
        assertThat(on(visa, "2030-01-01")).isEqualTo(VisaStatus.WITHDRAWN);
    }

    /** The catalogue's current list is what is in force or suspended (reference, public status matrix). */
    private static boolean isCurrent(VisaFacts visa, String day) {
        return Set.of(VisaStatus.IN_FORCE, VisaStatus.SUSPENDED).contains(on(visa, day));
    }

    @Test
    void invariant_64_no_visa_past_its_end_is_current_whatever_was_decided_about_it() {
        StatusChange inForce = StatusChange.inForce(FIRST);
        StatusChange suspended = StatusChange.of(VisaStatus.SUSPENDED, day("2027-03-01"), "Sans réponse");
        StatusChange suspendedBeyond = new StatusChange(
                VisaStatus.SUSPENDED, day("2027-03-01"), Optional.of(day("2027-04-11")), Optional.of("Sans réponse"));
        StatusChange lifted = StatusChange.inForce(day("2027-03-10"));
        for (VisaFacts visa : List.of(
                visa(Optional.of(LAST), inForce),
                visa(Optional.of(LAST), inForce, suspended),
                visa(Optional.of(LAST), inForce, suspendedBeyond),
                visa(Optional.of(LAST), inForce, suspended, lifted),
                visa(Optional.of(LAST), inForce, StatusChange.inForce(LAST.plusDays(5))))) {
            for (String after : List.of("2027-03-13", "2027-03-17", "2027-04-12", "2099-01-01")) {
                assertThat(isCurrent(visa, after))
                        .as("%s on %s", visa.statuses(), after)
                        .isFalse();
            }
            assertThat(isCurrent(visa, "2027-03-12"))
                    .as("%s on its last day", visa.statuses())
                    .isTrue();
        }
    }

    @Test
    void invariant_64_no_visa_that_a_vulnerability_invalidated_is_current_and_its_reason_is_told() {
        VisaFacts visa = visa(
                Optional.of(LAST),
                StatusChange.inForce(FIRST),
                StatusChange.of(VisaStatus.ARCHIVED, day("2025-06-01"), "Vulnérabilité exploitable connue"));

        for (String since : List.of("2025-06-01", "2027-03-12", "2027-03-13", "2099-01-01")) {
            StatusOnDay told = visa.statusOn(day(since), VisaStatus.ARCHIVED);
            assertThat(told.status()).as(since).isEqualTo(VisaStatus.ARCHIVED);
            assertThat(told.since()).as(since).isEqualTo(day("2025-06-01"));
            assertThat(told.reason()).as(since).contains("Vulnérabilité exploitable connue");
        }
        assertThat(isCurrent(visa, "2025-05-31")).isTrue();
    }

    @Test
    void invariant_65_a_visa_without_end_date_never_ends_by_date() {
        VisaFacts visa = visa(
                Optional.empty(),
                new StatusChange(VisaStatus.NOT_MAINTAINED, FIRST, Optional.empty(), Optional.empty()));
        assertThat(on(visa, "2099-01-01")).isEqualTo(VisaStatus.NOT_MAINTAINED);
    }

    @ParameterizedTest(name = "ends {0}, asked on {1}: {2}")
    @CsvSource({
        "2025-12-05, 2025-12-05, CRITICAL", "2026-02-04, 2025-12-05, CRITICAL", "2026-02-05, 2025-12-05, MODERATE",
        "2026-06-04, 2025-12-05, MODERATE", "2026-06-05, 2025-12-05, OPTIMAL", "2026-08-30, 2026-06-30, MODERATE",
        "2026-02-27, 2025-12-31, CRITICAL", "2026-02-28, 2025-12-31, MODERATE"
    })
    void invariant_61_the_advice_follows_the_calendar(LocalDate last, LocalDate asked, Recommendation advice) {
        assertThat(Recommendation.byRule(last, asked)).isEqualTo(advice);
    }

    @Test
    void codes_are_stable_and_read_back() {
        for (VisaStatus status : VisaStatus.values()) {
            assertThat(VisaStatus.ofCode(status.code())).isEqualTo(status);
        }
        assertThat(VisaStatus.NOT_MAINTAINED.code()).isEqualTo("not-maintained");
        assertThatThrownBy(() -> VisaStatus.ofCode("IN_FORCE")).isInstanceOf(IllegalArgumentException.class);
    }
}
