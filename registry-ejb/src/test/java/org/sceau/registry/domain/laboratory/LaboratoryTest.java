package org.sceau.registry.domain.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LaboratoryTest {
    private static final Competence ACCREDITED = new Competence(
            Competence.Title.ACCREDITATION,
            Optional.empty(),
            Set.of(Competence.Coverage.CATEGORY),
            Map.of(),
            "Rule 1",
            true);
    private static final Competence AUTHORISED = new Competence(
            Competence.Title.AUTHORISATION,
            Optional.empty(),
            Set.of(
                    Competence.Coverage.VAN,
                    Competence.Coverage.TECHNICAL_DOMAIN,
                    Competence.Coverage.PROTECTION_PROFILES),
            Map.of(),
            "Rule 2",
            true);

    @Test
    void invariant_01_a_laboratory_without_accreditation_in_force_that_day_is_refused() {
        Laboratory none = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1");
        Laboratory arvor = Laboratories.arvor("2026-09-30");

        assertThat(unfit(none, "2026-05-12")).isEqualTo("lab-accreditation-missing");
        assertThat(unfit(arvor, "2022-09-30")).isEqualTo("lab-accreditation-missing");
        assertThat(unfit(arvor, "2026-10-01")).isEqualTo("lab-accreditation-expired");
        assertThat(unfit(arvor, "2026-09-30")).isEqualTo("fit");
    }

    @Test
    void a_suspended_title_does_not_hold_while_it_is_suspended() {
        Laboratory suspended = Laboratories.arvor("2026-09-30")
                .suspending(
                        "ACC-ARVOR",
                        new Suspension(
                                LocalDate.parse("2026-05-10"), Optional.of(LocalDate.parse("2026-05-20")), "audit"));

        assertThat(unfit(suspended, "2026-05-09")).isEqualTo("fit");
        assertThat(unfit(suspended, "2026-05-10")).isEqualTo("lab-accreditation-suspended");
        assertThat(unfit(suspended, "2026-05-20")).isEqualTo("lab-accreditation-suspended");
        assertThat(unfit(suspended, "2026-05-21")).isEqualTo("fit");
    }

    @Test
    void a_suspension_of_a_title_nobody_knows_is_refused() {
        assertThat(code(() -> Laboratories.oxalis()
                        .suspending("ACC-NOBODY", new Suspension(LocalDate.EPOCH, Optional.empty(), "audit"))))
                .isEqualTo("title-unknown");
    }

    @Test
    void invariant_02_for_EUCC_high_the_authorisation_covers_component_domain_and_profile() {
        assertThat(Laboratories.oxalis().unfitFor(demand("2026-05-12", 5, "smartcards")))
                .get()
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("lab-scope-van");
                    assertThat(refusal.details())
                            .containsEntry("asked", "5")
                            .containsEntry("covered", "3")
                            .containsEntry("laboratory", "Laboratoire Oxalis");
                });
        assertThat(Laboratories.oxalis()
                        .unfitFor(demand("2026-05-12", 3, "smartcards"))
                        .map(Refusal::code))
                .contains("lab-scope-domain");
        assertThat(Laboratories.arvor("2027-09-30").unfitFor(demand("2026-05-12", 5, "smartcards")))
                .isEmpty();
    }

    @Test
    void a_category_that_no_title_covers_is_refused() {
        Demand robots = new Demand(
                LocalDate.parse("2026-05-12"),
                new SchemeId("eucc"),
                List.of(ACCREDITED),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Optional.of("ROBOTS"),
                Set.of(),
                Optional.empty(),
                Set.of());

        assertThat(Laboratories.oxalis().unfitFor(robots).map(Refusal::code)).contains("lab-scope-category");
    }

    @Test
    void two_narrow_titles_do_not_make_a_wide_one() {
        Laboratory patched = Laboratories.oxalis()
                .with(Laboratories.authorisation("AUT-OXALIS-2", "2027-12-31", 2, Set.of("smartcards")));

        assertThat(patched.unfitFor(demand("2026-05-12", 3, "smartcards")).map(Refusal::code))
                .contains("lab-scope-domain");
    }

    @Test
    void a_title_that_would_do_but_has_ended_is_the_reason_and_no_narrower_one_in_force() {
        Laboratory patched = Laboratories.oxalis()
                .with(Laboratories.authorisation("AUT-OXALIS-5", "2026-04-30", 5, Set.of("smartcards")));

        assertThat(patched.unfitFor(demand("2026-05-12", 5, "smartcards"))).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("lab-authorisation-expired");
            assertThat(refusal.details()).containsEntry("until", "2026-04-30");
        });
        assertThat(patched.unfitFor(demand("2026-04-30", 5, "smartcards"))).isEmpty();
    }

    @Test
    void a_title_of_another_scheme_counts_for_nothing() {
        Demand other = new Demand(
                LocalDate.parse("2026-05-12"),
                new SchemeId("pris"),
                List.of(ACCREDITED),
                OptionalInt.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Set.of());

        assertThat(Laboratories.oxalis().unfitFor(other).map(Refusal::code)).contains("lab-accreditation-missing");
    }

    @Test
    void invariant_04_an_authorisation_stands_on_an_accreditation_of_each_of_its_schemes_on_its_last_day() {
        Laboratory bare = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1");
        assertThat(code(() -> bare.with(title(Competence.Title.ACCREDITATION, "2026-01-01", "2029-12-31", "eucc"))
                        .with(title(Competence.Title.ACCREDITATION, "2026-01-01", "2027-12-31", "eucc-pp"))
                        .with(title(Competence.Title.AUTHORISATION, "2026-01-01", "2029-12-31", "eucc", "eucc-pp"))))
                .as("one of the schemes is longer accredited than the other")
                .isEqualTo("authorisation-outlives-accreditation");
        assertThat(code(() -> bare.with(title(Competence.Title.ACCREDITATION, "2024-01-01", "2026-01-31", "eucc"))
                        .with(title(Competence.Title.ACCREDITATION, "2028-01-01", "2030-12-31", "eucc"))
                        .with(title(Competence.Title.AUTHORISATION, "2026-02-01", "2026-12-31", "eucc"))))
                .as("the only accreditation that ends later has not begun")
                .isEqualTo("authorisation-outlives-accreditation");
        assertThat(bare.with(title(Competence.Title.ACCREDITATION, "2024-01-01", "2026-01-31", "eucc"))
                        .with(title(Competence.Title.ACCREDITATION, "2026-02-01", "2030-12-31", "eucc"))
                        .with(title(Competence.Title.AUTHORISATION, "2025-02-01", "2026-12-31", "eucc"))
                        .titles())
                .hasSize(3);
    }

    /** Recorded before that was asked, or put right since by another title: it stays readable, and can be mended. */
    @Test
    void a_laboratory_that_was_recorded_otherwise_is_read_as_it_was() {
        Laboratory bare = Laboratories.laboratory("Arvor Évaluation", "00000000-0000-4000-8000-0000000000a1");
        Laboratory recorded = new Laboratory(
                bare.id(),
                bare.organisation(),
                bare.kind(),
                List.of(
                        title(Competence.Title.ACCREDITATION, "2026-01-01", "2029-12-31", "eucc"),
                        title(Competence.Title.AUTHORISATION, "2026-01-01", "2028-12-31", "eucc", "eucc-pp")));

        assertThat(CanonicalRecord.parse(CanonicalRecord.text(recorded), Laboratory.class))
                .isEqualTo(recorded);
        assertThat(recorded.with(title(Competence.Title.ACCREDITATION, "2026-01-01", "2029-12-31", "eucc-pp"))
                        .titles())
                .hasSize(3);
    }

    private static Title title(Competence.Title kind, String from, String until, String... schemes) {
        return new Title(
                kind,
                kind + " " + from,
                "Comité fictif",
                Stream.of(schemes).map(SchemeId::new).collect(Collectors.toSet()),
                LocalDate.parse(from),
                LocalDate.parse(until),
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of()),
                List.of());
    }

    @Test
    void invariant_04_an_accreditation_lasts_five_years_at_most_and_no_authorisation_outlives_it() {
        assertThat(code(() -> Laboratories.accreditation("ACC", "2022-10-01", "2027-10-02")))
                .isEqualTo("accreditation-gt-5y");
        assertThat(code(() -> Laboratories.accreditation("ACC", "2022-10-01", "2022-09-30")))
                .isEqualTo("title-dates");
        assertThat(code(() -> Laboratories.oxalis().with(Laboratories.authorisation("AUT", "2028-01-01", 3, Set.of()))))
                .isEqualTo("authorisation-outlives-accreditation");
        assertThat(Laboratories.oxalis()
                        .with(Laboratories.authorisation("AUT", "2027-12-31", 3, Set.of()))
                        .titles())
                .hasSize(3);
    }

    @Test
    void a_restriction_that_leaves_all_of_a_title_or_more_is_refused() {
        Coverage wider = new Coverage(
                OptionalInt.of(5), Set.of("smartcards"), Set.of(), Set.of("SMART_CARDS", "ROBOTS"), Set.of(), Set.of());
        Coverage all = Laboratories.arvor("2026-09-30").titles().get(1).coverage();

        for (Coverage left : List.of(wider, all)) {
            assertThat(code(() -> Laboratories.arvor("2026-09-30").restricting("AUT-ARVOR", from("2026-05-10", left))))
                    .isEqualTo("restriction-not-narrower");
        }
        assertThat(code(() -> Laboratories.arvor("2026-09-30").restricting("AUT-NOBODY", from("2026-05-10", left(3)))))
                .isEqualTo("title-unknown");
    }

    @Test
    void invariant_05_a_restricted_title_covers_less_on_the_days_of_the_restriction_alone() {
        Laboratory restricted = Laboratories.arvor("2026-09-30")
                .restricting(
                        "AUT-ARVOR",
                        new Restriction(
                                LocalDate.parse("2026-05-10"),
                                Optional.of(LocalDate.parse("2026-05-20")),
                                left(3),
                                "audit"));

        assertThat(restricted.unfitFor(demand("2026-05-10", 5, "smartcards"))).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo("lab-scope-van");
            assertThat(refusal.details())
                    .containsEntry("asked", "5")
                    .containsEntry("covered", "3")
                    .containsEntry("restricted-from", "2026-05-10");
        });
        assertThat(restricted.unfitFor(demand("2026-05-20", 5, "smartcards")).map(Refusal::code))
                .contains("lab-scope-van");
        assertThat(restricted.unfitFor(demand("2026-05-20", 3, "smartcards"))).isEmpty();
        assertThat(restricted.unfitFor(demand("2026-05-09", 5, "smartcards"))).isEmpty();
        assertThat(restricted.unfitFor(demand("2026-05-21", 5, "smartcards"))).isEmpty();
    }

    @Test
    void two_restrictions_leave_what_both_leave() {
        Laboratory restricted = Laboratories.arvor("2026-09-30")
                .restricting("AUT-ARVOR", from("2026-05-10", left(4)))
                .restricting("AUT-ARVOR", from("2026-05-12", left(2)))
                .restricting("AUT-ARVOR", from("2026-05-14", left(3)));

        assertThat(List.of("2026-05-11", "2026-05-12", "2026-05-14"))
                .extracting(day -> restricted
                        .titles()
                        .get(1)
                        .coverageOn(LocalDate.parse(day))
                        .highestVan()
                        .orElse(0))
                .containsExactly(4, 2, 2);
    }

    @Test
    void a_restriction_is_lifted_only_while_it_holds_and_stays_on_record() {
        Laboratory restricted = Laboratories.arvor("2026-09-30").restricting("AUT-ARVOR", from("2026-05-10", left(3)));

        assertThat(code(() -> restricted.restoring("AUT-ARVOR", LocalDate.parse("2026-05-10"))))
                .isEqualTo("title-not-restricted");
        assertThat(code(() -> restricted.restoring("ACC-ARVOR", LocalDate.parse("2026-05-15"))))
                .isEqualTo("title-not-restricted");
        assertThat(code(() -> restricted.lifting("AUT-ARVOR", LocalDate.parse("2026-05-15"))))
                .as("it is no suspension")
                .isEqualTo("title-not-suspended");
        Laboratory restored = restricted.restoring("AUT-ARVOR", LocalDate.parse("2026-05-15"));
        assertThat(restored.unfitFor(demand("2026-05-14", 5, "smartcards"))).isPresent();
        assertThat(restored.unfitFor(demand("2026-05-15", 5, "smartcards"))).isEmpty();
        assertThat(restored.titles().get(1).restrictions()).hasSize(1);
    }

    @Test
    void a_suspension_of_a_restricted_title_leaves_it_restricted() {
        Laboratory both = Laboratories.arvor("2026-09-30")
                .restricting("AUT-ARVOR", from("2026-05-10", left(3)))
                .suspending(
                        "AUT-ARVOR",
                        new Suspension(
                                LocalDate.parse("2026-05-12"), Optional.of(LocalDate.parse("2026-05-13")), "audit"));

        assertThat(unfit(both, "2026-05-12")).isEqualTo("lab-authorisation-suspended");
        assertThat(both.unfitFor(demand("2026-05-14", 5, "smartcards")).map(Refusal::code))
                .contains("lab-scope-van");
    }

    private static Coverage left(int van) {
        return new Coverage(
                OptionalInt.of(van), Set.of("smartcards"), Set.of(), Set.of("SMART_CARDS"), Set.of(), Set.of());
    }

    private static Restriction from(String day, Coverage left) {
        return new Restriction(LocalDate.parse(day), Optional.empty(), left, "audit");
    }

    private static String unfit(Laboratory laboratory, String day) {
        return laboratory.unfitFor(demand(day, 2, null)).map(Refusal::code).orElse("fit");
    }

    private static Demand demand(String day, int van, @org.jspecify.annotations.Nullable String domain) {
        return new Demand(
                LocalDate.parse(day),
                new SchemeId("eucc"),
                List.of(ACCREDITED, AUTHORISED),
                OptionalInt.of(van),
                Optional.ofNullable(domain),
                Set.of(),
                Optional.of("SMART_CARDS"),
                Set.of(),
                Optional.empty(),
                Set.of());
    }

    private static String code(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
