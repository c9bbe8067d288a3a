package org.sceau.registry.domain.laboratory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CertificationBodyTest {
    private static final SchemeId EUCC = new SchemeId("eucc");
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");

    @Test
    void invariant_04_an_accreditation_of_more_than_five_years_is_refused() {
        assertThat(refused(() -> Laboratories.accredited("2026-01-01", "2031-01-02"))
                        .code())
                .isEqualTo("accreditation-gt-5y");
        assertThat(Laboratories.accredited("2026-01-01", "2031-01-01").until()).isPresent();
    }

    @Test
    void invariant_04_an_authorisation_that_no_accreditation_reaches_is_refused() {
        Entitlement accredited = Laboratories.accredited("2026-01-01", "2030-12-31");
        Entitlement longer = authorised("2031-01-01", "HIGH");

        assertThat(refused(() -> Laboratories.bareBody(longer)).details()).containsEntry("accredited-until", "-");
        Refusal refusal = refused(() -> Laboratories.bareBody(longer, accredited));
        assertThat(refusal.code()).isEqualTo("authorisation-outlives-accreditation");
        assertThat(refusal.details())
                .containsEntry("authorisation", "AUT-1")
                .containsEntry("until", "2031-01-01")
                .containsEntry("accredited-until", "2030-12-31");
        assertThat(Laboratories.bareBody(authorised("2030-12-31", "HIGH"), accredited)
                        .entitlements())
                .hasSize(2);
        assertThat(Laboratories.bareBody(longer, accredited, Laboratories.accredited("2031-01-01", "2035-12-31"))
                        .entitlements())
                .as("renewed in time")
                .hasSize(3);
    }

    @Test
    void invariant_04_an_accreditation_for_another_scheme_or_level_carries_no_authorisation() {
        Entitlement ofServices = new Entitlement(
                Entitlement.Kind.ACCREDITATION,
                "ACC-2",
                Set.of(new SchemeId("pris")),
                Set.of(),
                FIRST,
                LocalDate.parse("2030-12-31"));
        Entitlement substantial = Laboratories.accredited("2026-01-01", "2030-12-31", "SUBSTANTIAL");

        for (Entitlement other : List.of(ofServices, substantial)) {
            assertThat(refused(() -> Laboratories.bareBody(authorised("2026-12-31", "HIGH"), other))
                            .code())
                    .isEqualTo("authorisation-outlives-accreditation");
        }
        assertThat(refused(() -> Laboratories.bareBody(authorised("2026-12-31"), substantial))
                        .code())
                .as("an authorisation for all levels")
                .isEqualTo("authorisation-outlives-accreditation");
    }

    @ParameterizedTest
    @EnumSource(value = Entitlement.Kind.class, names = "NOTIFICATION", mode = EnumSource.Mode.EXCLUDE)
    void all_but_a_notification_have_a_last_day(Entitlement.Kind kind) {
        assertThatThrownBy(() -> new Entitlement(
                        kind, "R-1", Set.of(EUCC), Set.of(), Set.of(), FIRST, Optional.empty(), List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only a notification");
    }

    @Test
    void a_body_lacks_what_it_was_not_given_or_not_for_that_day_and_level() {
        CertificationBody body = Laboratories.bareBody(Laboratories.accredited("2026-01-01", "2030-12-31", "HIGH"));

        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, "HIGH", "SMART_CARDS", "2026-05-12"))
                .isEqualTo("issuer-not-notified");
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, "SUBSTANTIAL", "SMART_CARDS", "2026-05-12"))
                .isEqualTo("issuer-not-accredited");
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, "HIGH", "SMART_CARDS", "2025-12-31"))
                .isEqualTo("issuer-not-accredited");
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, "HIGH", "SMART_CARDS", "2031-01-01"))
                .isEqualTo("issuer-not-accredited");
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, "HIGH", "SMART_CARDS", "2030-12-31"))
                .isEqualTo("nothing");
    }

    @Test
    void a_category_outside_the_accreditation_is_refused_and_two_narrow_ones_do_not_make_a_wide_one() {
        CertificationBody body = Laboratories.bareBody(
                Laboratories.accredited("2026-01-01", "2030-12-31", "HIGH"),
                new Entitlement(
                        Entitlement.Kind.ACCREDITATION,
                        "ACC-2",
                        Set.of(EUCC),
                        Set.of("SUBSTANTIAL"),
                        Set.of("ROBOTS"),
                        FIRST,
                        Optional.of(LocalDate.parse("2030-12-31")),
                        List.of(),
                        List.of()));

        assertThat(body.lacking(Entitlement.Kind.ACCREDITATION, asked("HIGH", "ROBOTS", "2026-05-12")))
                .hasValueSatisfying(refusal -> {
                    assertThat(refusal.code()).isEqualTo("issuer-scope-category");
                    assertThat(refusal.details())
                            .isEqualTo(Map.of(
                                    "title", "accreditation", "reference", "ACCREDITATION-1", "asked", "ROBOTS"));
                });
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, "SUBSTANTIAL", "ROBOTS", "2026-05-12"))
                .isEqualTo("nothing");
    }

    /** EUCC Art. 21, and Art. 23 until it was deleted: highest AVA_VAN and technical domains are the scope of an authorisation. */
    @ParameterizedTest
    @CsvSource({
        "5, smartcards, issuer-scope-van",
        "4, hw-security-boxes, issuer-scope-domain",
        "4, smartcards, nothing",
        "3, -, nothing",
        "0, -, nothing"
    })
    void an_authorisation_goes_as_far_as_its_ceiling(int van, String domain, String lacking) {
        CertificationBody body = Laboratories.bareBody(
                Laboratories.accredited("2026-01-01", "2030-12-31"),
                authorised("2030-12-31", "HIGH").upTo(new Ceiling(OptionalInt.of(4), Set.of("smartcards"))));

        assertThat(lacking(body, Entitlement.Kind.AUTHORISATION, card(van, domain, "2026-05-12")))
                .isEqualTo(lacking);
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, card(van, domain, "2026-05-12")))
                .as("an accreditation that names none has none")
                .isEqualTo("nothing");
    }

    @Test
    void two_low_ceilings_do_not_make_a_high_one_and_the_refusal_names_the_title() {
        CertificationBody body = Laboratories.bareBody(
                Laboratories.accredited("2026-01-01", "2030-12-31"),
                authorised("2030-12-31", "HIGH").upTo(new Ceiling(OptionalInt.of(3), Set.of("smartcards"))),
                authorised("2030-12-31", "HIGH").upTo(new Ceiling(OptionalInt.of(5), Set.of("hw-security-boxes"))));

        assertThat(body.lacking(Entitlement.Kind.AUTHORISATION, card(5, "smartcards", "2026-05-12")))
                .hasValueSatisfying(refusal -> assertThat(refusal.details())
                        .containsEntry("title", "authorisation")
                        .containsEntry("highest", "3")
                        .containsEntry("asked", "5"));
    }

    @ParameterizedTest
    @CsvSource({
        "3, smartcards, nothing",
        "4, smartcards, issuer-title-restricted",
        "3, hw-security-boxes, issuer-title-restricted"
    })
    void a_restriction_lowers_the_ceiling_from_its_day_on(int van, String domain, String lacking) {
        Coverage left = new Coverage(
                OptionalInt.of(3), Set.of("smartcards"), Set.of(), Set.of("SMART_CARDS"), Set.of(), Set.of("HIGH"));
        Entitlement notified = new Entitlement(
                Entitlement.Kind.NOTIFICATION,
                "NOT-1",
                Set.of(EUCC),
                Set.of(),
                Set.of(),
                FIRST,
                Optional.empty(),
                List.of(),
                List.of(new Restriction(LocalDate.parse("2026-06-01"), Optional.empty(), left, "audit")));
        CertificationBody body = Laboratories.bareBody(notified);

        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, card(van, domain, "2026-05-31")))
                .isEqualTo("nothing");
        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, card(van, domain, "2026-06-01")))
                .isEqualTo(lacking);
    }

    /** @param van 0 for none, as {@code -} stands for no domain */
    private static CertificationBody.Asked card(int van, String domain, String day) {
        return new CertificationBody.Asked(
                EUCC,
                Optional.of("HIGH"),
                Optional.of("SMART_CARDS"),
                van == 0 ? OptionalInt.empty() : OptionalInt.of(van),
                Optional.of(domain).filter(named -> !named.equals("-")),
                LocalDate.parse(day));
    }

    private static String lacking(CertificationBody body, Entitlement.Kind kind, CertificationBody.Asked asked) {
        return body.lacking(kind, asked).map(Refusal::code).orElse("nothing");
    }

    @Test
    void the_authority_gives_authorisation_and_delegation_and_needs_accreditation_and_notification_itself() {
        assertThat(lacking(
                        CertificationBody.FICTIONAL, Entitlement.Kind.ACCREDITATION, "HIGH", "NETWORK", "2026-05-12"))
                .isEqualTo("issuer-not-accredited");
        assertThat(lacking(CertificationBody.FICTIONAL, Entitlement.Kind.NOTIFICATION, "HIGH", "NETWORK", "2026-05-12"))
                .isEqualTo("issuer-not-notified");
        assertThat(lacking(
                        CertificationBody.FICTIONAL, Entitlement.Kind.AUTHORISATION, "HIGH", "NETWORK", "2026-05-12"))
                .isEqualTo("nothing");
        assertThat(lacking(CertificationBody.FICTIONAL, Entitlement.Kind.DELEGATION, "HIGH", "NETWORK", "2026-05-12"))
                .isEqualTo("nothing");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-09, HIGH, SMART_CARDS, nothing",
        "2026-05-10, HIGH, SMART_CARDS, issuer-title-suspended",
        "2026-05-20, HIGH, SMART_CARDS, issuer-title-suspended",
        "2026-05-21, HIGH, SMART_CARDS, nothing",
        "2026-05-31, HIGH, NETWORK, nothing",
        "2026-06-01, HIGH, NETWORK, issuer-title-restricted",
        "2026-06-01, SUBSTANTIAL, SMART_CARDS, issuer-title-restricted",
        "2026-06-01, HIGH, SMART_CARDS, nothing",
        "2030-01-01, HIGH, NETWORK, issuer-title-restricted"
    })
    void a_notification_is_suspended_and_restricted_by_days(String day, String level, String category, String lacking) {
        Coverage left =
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of("SMART_CARDS"), Set.of(), Set.of("HIGH"));
        CertificationBody body = Laboratories.bareBody(new Entitlement(
                Entitlement.Kind.NOTIFICATION,
                "N-1",
                Set.of(EUCC),
                Set.of(),
                Set.of(),
                FIRST,
                Optional.empty(),
                List.of(new Suspension(
                        LocalDate.parse("2026-05-10"), Optional.of(LocalDate.parse("2026-05-20")), "audit")),
                List.of(new Restriction(LocalDate.parse("2026-06-01"), Optional.empty(), left, "staff"))));

        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, level, category, day))
                .isEqualTo(lacking);
    }

    private static Entitlement authorised(String until, String... levels) {
        return new Entitlement(
                Entitlement.Kind.AUTHORISATION, "AUT-1", Set.of(EUCC), Set.of(levels), FIRST, LocalDate.parse(until));
    }

    private static CertificationBody.Asked asked(String level, String category, String day) {
        return new CertificationBody.Asked(EUCC, Optional.of(level), Optional.of(category), LocalDate.parse(day));
    }

    private static String lacking(
            CertificationBody body, Entitlement.Kind kind, String level, String category, String day) {
        return body.lacking(kind, asked(level, category, day))
                .map(Refusal::code)
                .orElse("nothing");
    }

    private static Refusal refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal();
    }
}
