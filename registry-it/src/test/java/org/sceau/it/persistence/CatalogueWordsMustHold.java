package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What holds of the public catalogue beside the visas that there are, in the words of the invariants. Each method bears the numbers it holds.
 *
 * @param shown all rows of the catalogue
 * @param high  its rows for level high
 * @param atLeastSubstantial its rows for substantial or high
 * @param inForce its rows for what is in force on the day
 * @param found whether an address answers
 * @param qualifiedByList whether a visa takes effect with its list, and none told of it yet
 */
record CatalogueWordsMustHold(
        Collection<Visa> visas,
        List<Visa> shown,
        List<Visa> high,
        List<Visa> atLeastSubstantial,
        List<Visa> inForce,
        Predicate<Visa> found,
        Predicate<Visa> qualifiedByList,
        LocalDate day) {

    /** A catalogue that is asked for all of it. */
    static CatalogueWordsMustHold of(
            Catalogue catalogue, Collection<Visa> visas, Predicate<Visa> qualifiedByList, LocalDate day) {
        return new CatalogueWordsMustHold(
                visas,
                all(catalogue, Set.of(), Set.of(), day),
                all(catalogue, Set.of("HIGH"), Set.of(), day),
                all(catalogue, Set.of("SUBSTANTIAL", "HIGH"), Set.of(), day),
                all(catalogue, Set.of(), Set.of(VisaStatus.IN_FORCE), day),
                visa -> catalogue.find(visa.slug()).isPresent(),
                qualifiedByList,
                day);
    }

    private static List<Visa> all(Catalogue catalogue, Set<String> levels, Set<VisaStatus> statuses, LocalDate day) {
        List<Visa> rows = new ArrayList<>();
        for (int page = 1; ; page++) {
            List<Visa> more = catalogue
                    .search(new CatalogueQuery(
                            "",
                            Set.of(),
                            levels,
                            statuses,
                            Set.of(),
                            Set.of(),
                            Set.of(),
                            day,
                            CatalogueQuery.Sort.NAME,
                            page,
                            CatalogueQuery.LARGEST_PAGE))
                    .rows();
            rows.addAll(more);
            if (more.size() < CatalogueQuery.LARGEST_PAGE) {
                return rows;
            }
        }
    }

    /** All of them. */
    void check(String where) {
        holds_41_substantial_answers_no_search_for_high(where);
        holds_48_nothing_is_shown_that_was_not_granted(where);
        holds_52_whatever_is_listed_stays_findable(where);
        holds_55_a_trust_service_is_not_shown_before_its_list(where);
        holds_62_what_is_not_listed_is_not_found(where);
        holds_64_what_is_current_has_not_ended(where);
        holds_67_not_applicable_is_not_at_least_substantial(where);
    }

    void holds_41_substantial_answers_no_search_for_high(String where) {
        assertThat(high).as(where).allSatisfy(visa -> assertThat(level(visa)).isEqualTo("HIGH"));
    }

    void holds_48_nothing_is_shown_that_was_not_granted(String where) {
        assertThat(visas.stream().map(Visa::id).toList())
                .as(where)
                .containsAll(shown.stream().map(Visa::id).toList());
    }

    void holds_52_whatever_is_listed_stays_findable(String where) {
        assertThat(visas.stream()
                        .filter(visa -> visa.facts().listed())
                        .filter(qualifiedByList.negate())
                        .toList())
                .as(where)
                .allMatch(found);
    }

    void holds_55_a_trust_service_is_not_shown_before_its_list(String where) {
        assertThat(shown).as(where).noneMatch(qualifiedByList);
    }

    void holds_62_what_is_not_listed_is_not_found(String where) {
        assertThat(shown).as(where).allMatch(visa -> visa.facts().listed());
        assertThat(visas.stream().filter(visa -> !visa.facts().listed()).toList())
                .as(where)
                .noneMatch(found);
    }

    void holds_64_what_is_current_has_not_ended(String where) {
        assertThat(inForce).as(where).allSatisfy(visa -> {
            VisaFacts facts = visa.facts();
            assertThat(facts.validity().lastDay().orElse(LocalDate.MAX)).isAfterOrEqualTo(day);
            assertThat(facts.statuses().stream()
                            .filter(change -> !change.since().isAfter(day))
                            .reduce((former, later) -> later)
                            .map(StatusChange::status))
                    .contains(VisaStatus.IN_FORCE);
        });
    }

    void holds_67_not_applicable_is_not_at_least_substantial(String where) {
        assertThat(atLeastSubstantial).as(where).noneMatch(visa -> level(visa).equals("NOT_APPLICABLE"));
    }

    private static String level(Visa visa) {
        return visa.facts().level().flatMap(Claim::term).orElse("");
    }
}
