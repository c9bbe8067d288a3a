package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.it.persistence.DoctoredTurn.DAY;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GrantWordsMustHoldTest {
    private final DoctoredTurn grant = new DoctoredTurn();

    @Test
    void what_is_in_order_passes() {
        passes();
    }

    @Test
    void invariant_14_and_16_a_level_that_is_not_that_of_its_AVA_VAN_or_basic_is_seen() {
        grant.level = Optional.of("SUBSTANTIAL");
        isSeen();

        grant.facts.put("van", new FactValue.Whole(2));
        passes();

        grant.level = Optional.of("BASIC");
        grant.about(DecisionKind.CONFIRM);
        isSeen();
    }

    @Test
    void invariant_16_a_vendor_that_certifies_its_own_product_is_seen() {
        grant.approver = new Actor("h.carde", "Halcyon Cards", Set.of(Role.DECIDER));

        isSeen();
    }

    @Test
    void invariant_19_and_20_a_certificate_of_more_than_five_years_without_approval_is_seen() {
        grant.lastDay = Optional.of(DAY.plusYears(5));
        passes();

        grant.lastDay = Optional.of(DAY.plusYears(5).plusDays(1));
        isSeen();
    }

    @ParameterizedTest
    @CsvSource({"passi, 3", "pris, 3", "secnumcloud, 3", "mie, 2", "cspn, 3", "r226-3, 6", "r226-7, 3", "l34-11, 8"})
    void invariant_19_and_20_more_than_its_scheme_allows_is_seen(String scheme, int years) {
        of(scheme);
        grant.lastDay = Optional.of(DAY.plusYears(years));
        passes();

        grant.lastDay = Optional.of(DAY.plusYears(years).plusDays(1));
        isSeen();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cc-fr", "cc-pp"})
    void invariant_21_a_national_certificate_that_was_opened_or_granted_too_late_is_seen(String scheme) {
        of(scheme);
        grant.day = LocalDate.parse("2026-02-27");
        grant.openedOn = LocalDate.parse("2025-02-27");
        passes();

        grant.day = grant.day.plusDays(1);
        isSeen();

        grant.day = LocalDate.parse("2026-02-27");
        grant.openedOn = LocalDate.parse("2025-02-28");
        isSeen();
    }

    @Test
    void invariant_22_a_national_certificate_replaced_by_another_than_EUCC_is_seen() {
        of("cc-fr");
        grant.day = LocalDate.parse("2026-02-01");
        grant.openedOn = LocalDate.parse("2025-02-01");
        grant.replacing(DecisionKind.GRANT, 2);
        isSeen();

        grant.scheme = "eucc";
        grant.atEnd = VisaStatus.EXPIRED;
        passes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.1.0 and later", "4.1.0+", "4.1.x", ">= 4.1", "4.1.0 et ultérieures"})
    void invariant_24_a_version_expression_is_seen(String versions) {
        grant.versions = Optional.of(versions);
        grant.askedVersions = grant.versions;

        isSeen();
    }

    @Test
    void invariant_24_a_version_that_was_not_evaluated_is_seen() {
        grant.versions = Optional.of("4.2.0");

        isSeen();
    }

    @Test
    void invariant_65_a_grant_without_an_end_is_seen() {
        of("pris");
        grant.lastDay = Optional.empty();

        isSeen();
    }

    @Test
    void invariant_66_national_security_that_nobody_decided_is_seen() {
        of("passi");
        grant.lastDay = Optional.of(DAY.plusYears(3));
        grant.nationalSecurity = Optional.of(true);
        isSeen();

        grant.decidedNationalSecurity = Optional.of(true);
        passes();
    }

    private void of(String scheme) {
        grant.scheme = scheme;
        grant.atEnd = scheme.startsWith("cc-") || scheme.equals("cspn") ? VisaStatus.ARCHIVED : VisaStatus.EXPIRED;
    }

    private void passes() {
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    private void isSeen() {
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void check() {
        GrantWordsMustHold.check(grant.turn(), "here");
    }
}
