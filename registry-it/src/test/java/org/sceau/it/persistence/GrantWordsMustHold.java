package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.domain.dossier.IssueMustHold;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What holds of a visa that a decision grants, in the words of the invariants: neither the rows of a scheme nor what evaluates them is asked.
 * Each method bears the numbers it holds.
 */
final class GrantWordsMustHold {
    /** The longest validity in years (invariants 19 and 20). */
    private static final Map<String, Integer> YEARS = Map.ofEntries(
            Map.entry("passi", 3),
            Map.entry("pris", 3),
            Map.entry("pdis", 3),
            Map.entry("pacs", 3),
            Map.entry("pams", 3),
            Map.entry("secnumcloud", 3),
            Map.entry("mie", 2),
            Map.entry("cspn", 3),
            Map.entry("r226-3", 6),
            Map.entry("r226-7", 3),
            Map.entry("l34-11", 8));

    private static final Pattern AND_LATER =
            Pattern.compile("later|ult.rieur|\\+$|\\*|>=|≥|\\.x\\b", Pattern.CASE_INSENSITIVE);

    private GrantWordsMustHold() {}

    /** All of them. */
    static void check(Turn turn, String where) {
        holds_14_and_16_an_EUCC_level_is_that_of_its_AVA_VAN(turn, where);
        holds_19_and_20_nothing_is_granted_for_too_long(turn, where);
        holds_21_the_national_scheme_has_its_last_days(turn, where);
        holds_22_what_replaces_a_national_certificate_is_EUCC(turn, where);
        holds_24_a_certificate_names_the_version_evaluated(turn, where);
        holds_65_nothing_is_granted_without_end(turn, where);
        holds_66_national_security_is_a_decision_of_its_own(turn, where);
    }

    static void holds_14_and_16_an_EUCC_level_is_that_of_its_AVA_VAN(Turn turn, String where) {
        if (!turn.isEucc()) {
            return;
        }
        turn.after()
                .flatMap(VisaFacts::level)
                .flatMap(Claim::term)
                .ifPresent(level -> assertThat(level).as(where).isIn("SUBSTANTIAL", "HIGH"));
        if (turn.isOf("eucc") && turn.granted().isPresent()) {
            FactValue.Whole van = (FactValue.Whole)
                    turn.dossier().orElseThrow().application().facts().get("van");
            assertThat(turn.granted().flatMap(VisaFacts::level).flatMap(Claim::term))
                    .as("AVA_VAN.%d: %s", van.value(), where)
                    .contains(IssueMustHold.levelOf(van.value()));
        }
        assertThat(turn.approver().organisation())
                .as("nobody certifies its own product: " + where)
                .isNotEqualTo(turn.after().map(facts -> facts.holder().name()).orElse(""));
    }

    static void holds_19_and_20_nothing_is_granted_for_too_long(Turn turn, String where) {
        turn.granted().ifPresent(facts -> {
            LocalDate last = facts.validity().lastDay().orElse(LocalDate.MAX);
            LocalDate first = facts.validity().firstDay();
            if (YEARS.containsKey(turn.scheme())) {
                assertThat(last).as(where).isBeforeOrEqualTo(first.plusYears(YEARS.get(turn.scheme())));
            }
            if (turn.isOf("eucc") || turn.isOf("cc-fr")) {
                boolean approved = turn.isOf("eucc")
                        && turn.dossier().orElseThrow().history().approvals().stream()
                                .filter(approval -> approval.type().equals("long-validity"))
                                .flatMap(approval -> approval.answer().stream())
                                .anyMatch(answer ->
                                        answer.given() && !answer.day().isAfter(turn.day()));
                assertThat(approved || !last.isAfter(first.plusYears(5)))
                        .as("until %s: %s", last, where)
                        .isTrue();
            }
        });
    }

    static void holds_21_the_national_scheme_has_its_last_days(Turn turn, String where) {
        if ((turn.isOf("cc-fr") || turn.isOf("cc-pp")) && turn.granted().isPresent()) {
            assertThat(turn.day()).as(where).isBeforeOrEqualTo(LocalDate.parse("2026-02-27"));
            assertThat(turn.dossier().orElseThrow().opening().day())
                    .as(where)
                    .isBeforeOrEqualTo(LocalDate.parse("2025-02-27"));
        }
    }

    static void holds_22_what_replaces_a_national_certificate_is_EUCC(Turn turn, String where) {
        boolean replacesNational = turn.granted().stream()
                .flatMap(facts -> facts.relations().stream())
                .filter(relation -> relation.kind() == Relation.Kind.REPLACES)
                .anyMatch(relation -> turn.former()
                        .filter(former -> former.id().equals(relation.visa()))
                        .filter(former ->
                                former.facts().scheme().scheme().value().equals("cc-fr"))
                        .isPresent());
        if (replacesNational) {
            assertThat(turn.scheme()).as(where).isEqualTo("eucc");
        }
    }

    static void holds_24_a_certificate_names_the_version_evaluated(Turn turn, String where) {
        turn.granted().ifPresent(facts -> {
            Optional<String> versions = facts.subject().versions();
            assertThat(versions)
                    .as(where)
                    .isEqualTo(
                            turn.dossier().orElseThrow().application().subject().versions());
            if (VisaWordsMustHold.CERTIFICATES.contains(turn.scheme())) {
                assertThat(versions.filter(text -> AND_LATER.matcher(text).find()))
                        .as(where)
                        .isEmpty();
            }
        });
    }

    static void holds_65_nothing_is_granted_without_end(Turn turn, String where) {
        if (YEARS.containsKey(turn.scheme()) || turn.isOf("eucc") || turn.isOf("cc-fr")) {
            turn.granted()
                    .ifPresent(facts ->
                            assertThat(facts.validity().lastDay()).as(where).isPresent());
        }
    }

    static void holds_66_national_security_is_a_decision_of_its_own(Turn turn, String where) {
        turn.granted().flatMap(VisaFacts::nationalSecurity).filter(flag -> flag).ifPresent(flag -> {
            assertThat(turn.content().nationalSecurity()).as(where).contains(true);
            assertThat(turn.dossier().orElseThrow().application().nationalSecurity())
                    .as(where)
                    .isTrue();
        });
    }
}
