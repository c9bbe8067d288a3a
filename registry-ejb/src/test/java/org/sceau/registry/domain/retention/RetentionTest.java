package org.sceau.registry.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.RetentionRule;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RetentionTest {
    private static final RetentionRule CHAINED = new RetentionRule(Period.ofYears(5), true, "Art. 40(2)", true);
    private static final RetentionRule ALONE = new RetentionRule(Period.ofYears(5), false, "house rule", false);
    private static final LocalDate FAR = day("2090-01-01");
    private static final Optional<LocalDate> DECIDED = Optional.of(day("2025-03-01"));

    /** Which visa was reissued as which others. */
    private final Map<VisaId, List<Visa>> reissued = new HashMap<>();

    @Test
    void invariant_56_a_dossier_under_way_is_kept_without_end() {
        Retention retention = retention(CHAINED, Optional.empty(), FAR);

        assertThat(retention.until()).isEmpty();
        assertThat(refusal(retention, FAR))
                .containsEntry("state", "open")
                .containsEntry("source", "Art. 40(2)")
                .doesNotContainKey("until");
    }

    @Test
    void invariant_56_while_the_visa_has_not_ended_nobody_can_say_until_when() {
        Visa visa = visa(1, "2030-06-30");

        assertThat(retention(CHAINED, DECIDED, day("2030-06-30"), visa).until()).isEmpty();
        assertThat(retention(CHAINED, DECIDED, day("2030-07-01"), visa).until()).contains(day("2035-06-30"));
    }

    @Test
    void invariant_56_a_suspension_and_a_withdrawal_to_come_are_no_end() {
        Visa suspended = visa(1, "2030-06-30", change(VisaStatus.SUSPENDED, "2026-01-01"));
        Visa announced = visa(2, "2030-06-30", change(VisaStatus.WITHDRAWN, "2028-01-01"));

        assertThat(retention(CHAINED, DECIDED, day("2027-12-31"), suspended).until())
                .isEmpty();
        assertThat(retention(CHAINED, DECIDED, day("2027-12-31"), announced).until())
                .isEmpty();
    }

    @Test
    void invariant_56_a_visa_without_end_date_is_kept_until_somebody_ends_it() {
        Visa endless = visa(1, null, change(VisaStatus.NOT_MAINTAINED, "2026-01-01"));
        Visa archived = visa(
                2, null, change(VisaStatus.NOT_MAINTAINED, "2026-01-01"), change(VisaStatus.ARCHIVED, "2027-05-04"));

        assertThat(retention(ALONE, DECIDED, FAR, endless).until()).isEmpty();
        assertThat(retention(ALONE, DECIDED, FAR, archived).until()).contains(day("2032-05-04"));
    }

    @Test
    void invariant_56_a_successor_in_force_keeps_the_records_of_every_visa_before_it() {
        Visa first = visa(1, "2026-06-30");
        Visa second = visa(2, "2031-06-30", change(VisaStatus.WITHDRAWN, "2027-01-01"));
        Visa third = visa(3, "2036-06-30");
        reissue(first, second);
        reissue(second, third);

        assertThat(retention(CHAINED, DECIDED, day("2036-06-30"), first).until())
                .isEmpty();
        assertThat(retention(ALONE, DECIDED, day("2036-06-30"), first).until()).contains(day("2031-06-30"));
    }

    @Test
    void invariant_56_a_chain_of_three_ends_with_the_latest_end_of_all_wherever_it_stands() {
        Visa first = visa(1, "2026-06-30");
        Visa second = visa(2, "2039-06-30", change(VisaStatus.WITHDRAWN, "2027-01-01"));
        Visa third = visa(3, "2036-06-30");
        reissue(first, second);
        reissue(second, third);

        assertThat(retention(CHAINED, DECIDED, FAR, first).until()).contains(day("2044-06-30"));
        assertThat(retention(CHAINED, DECIDED, FAR, third).until()).contains(day("2041-06-30"));
    }

    @Test
    void invariant_56_a_chain_that_bites_its_tail_or_never_ends_is_followed_within_bounds() {
        Visa first = visa(1, "2026-06-30");
        Visa second = visa(2, "2028-06-30");
        reissue(first, second);
        reissue(second, first);
        assertThat(retention(CHAINED, DECIDED, FAR, first).until()).contains(day("2033-06-30"));

        reissued.clear();
        List<Visa> many = IntStream.rangeClosed(1, Retention.LONGEST_CHAIN + 5)
                .mapToObj(number -> visa(number, "2026-06-30"))
                .toList();
        IntStream.range(0, many.size() - 1).forEach(i -> reissue(many.get(i), many.get(i + 1)));
        assertThat(retention(CHAINED, DECIDED, FAR, many.get(0)).until()).isEmpty();
        assertThat(retention(CHAINED, DECIDED, FAR, many.get(10)).until()).contains(day("2031-06-30"));
    }

    @Test
    void invariant_56_the_later_of_expiry_and_withdrawal_counts() {
        Visa before = visa(1, "2030-06-30", change(VisaStatus.WITHDRAWN, "2027-01-01"));
        Visa after = visa(2, "2030-06-30", change(VisaStatus.WITHDRAWN, "2030-09-15"));

        assertThat(retention(CHAINED, DECIDED, day("2027-01-01"), before).until())
                .contains(day("2035-06-30"));
        assertThat(retention(CHAINED, DECIDED, day("2030-07-01"), after).until())
                .as("withdrawal is decided, and later than the expiry")
                .contains(day("2035-09-15"));
    }

    @Test
    void invariant_56_a_dossier_that_led_to_no_visa_is_kept_from_its_own_end() {
        Retention retention = retention(ALONE, DECIDED, day("2026-01-01"));

        assertThat(retention.basis()).isEqualTo(Retention.Basis.DOSSIER);
        assertThat(retention.until()).contains(day("2030-03-01"));
        assertThat(refusal(retention, day("2030-03-01")))
                .containsEntry("until", "2030-03-01")
                .containsEntry("state", "running")
                .containsEntry("basis", "dossier");
        assertThat(retention.refusal(day("2030-03-02"))).isEmpty();
    }

    @Test
    void invariant_56_a_follow_up_is_kept_with_its_visa_and_no_shorter_than_any_dossier() {
        Visa visa = visa(1, "2030-06-30");

        assertThat(retention(CHAINED, DECIDED, FAR, visa).until()).contains(day("2035-06-30"));
        assertThat(retention(CHAINED, Optional.of(day("2030-12-24")), FAR, visa).until())
                .contains(day("2035-12-24"));
    }

    @Test
    void invariant_56_a_dossier_of_several_visas_waits_for_all_of_them() {
        Visa ended = visa(1, "2026-06-30");
        Visa other = visa(2, "2030-06-30");

        assertThat(retention(ALONE, DECIDED, day("2029-01-01"), ended, other).until())
                .isEmpty();
        assertThat(retention(ALONE, DECIDED, FAR, other, ended).until()).contains(day("2035-06-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-02-29, P5Y, 2029-02-28", // no 29 February in 2029
        "2024-02-29, P4Y, 2028-02-29",
        "2027-02-28, P5Y, 2032-02-28", // not the last of February 2032
        "2026-01-31, P1M, 2026-02-28",
        "2028-01-31, P1M, 2028-02-29",
        "2026-08-31, P6M, 2027-02-28",
        "2026-12-31, P5Y, 2031-12-31",
        "2028-02-28, P1D, 2028-02-29",
    })
    void invariant_56_a_period_ends_on_the_same_day_of_the_month_or_on_its_last(
            LocalDate end, Period period, LocalDate until) {
        RetentionRule rule = new RetentionRule(period, false, "source", true);
        Retention retention = retention(rule, Optional.of(end), FAR);

        assertThat(retention.until()).contains(until);
        assertThat(retention.refusal(until)).isPresent();
        assertThat(retention.refusal(until.plusDays(1))).isEmpty();
    }

    private Retention retention(RetentionRule rule, Optional<LocalDate> ended, LocalDate day, Visa... visas) {
        return Retention.of(rule, ended, List.of(visas), id -> reissued.getOrDefault(id, List.of()), day);
    }

    private static Map<String, String> refusal(Retention retention, LocalDate day) {
        Refusal refusal = retention.refusal(day).orElseThrow();
        assertThat(refusal.code()).isEqualTo("retention-running");
        return refusal.details();
    }

    private void reissue(Visa former, Visa next) {
        reissued.put(former.id(), List.of(next));
    }

    private static StatusChange change(VisaStatus status, String since) {
        return new StatusChange(status, day(since), Optional.empty(), Optional.empty());
    }

    private static Visa visa(int number, @org.jspecify.annotations.Nullable String lastDay, StatusChange... decided) {
        LocalDate first = day("2025-06-30");
        List<StatusChange> statuses = new ArrayList<>(List.of(StatusChange.inForce(first)));
        statuses.addAll(Arrays.asList(decided));
        VisaFacts facts = new VisaFacts(
                SchemeVersionId.of("scheme", "1"),
                new FamilyId("family"),
                Reference.official("R-" + number, 2025),
                new Subject(SubjectKind.PRODUCT, "Brume BT-9", Optional.empty()),
                Organisation.named("Brume Télécom"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Validity(first, Optional.ofNullable(lastDay).map(RetentionTest::day)),
                statuses,
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
        return new Visa(
                new VisaId(new UUID(0, number)),
                new Slug("R-" + number),
                1,
                facts,
                new Provenance("decision", Optional.empty(), "1"),
                Instant.EPOCH,
                number);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
