package org.sceau.registry.application.opening;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.laboratory.Ceiling;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.laboratory.Restriction;
import org.sceau.registry.domain.scheme.SchemeId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownEntitlementsTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-01-01");
    private static final LocalDate LAST = LocalDate.parse("2026-12-31");

    @Test
    void an_entitlement_for_a_scheme_that_no_definition_knows_stops_the_start() {
        assertThatThrownBy(() -> require(Set.of("HIGH"), "eucc", "euccc"))
                .isInstanceOf(CannotStart.class)
                .hasMessage(
                        "operator-file: certificationBody, entitlement A-1: no definition in use knows the scheme euccc");
    }

    @Test
    void an_entitlement_for_a_level_that_none_of_its_schemes_knows_stops_the_start() {
        assertThatThrownBy(() -> require(Set.of("HIGH", "HIHG"), "eucc"))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("no definition in use knows the level HIHG");
        assertThatThrownBy(() -> require(Set.of("HIGH"), "cspn"))
                .as("a level of another scheme")
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void a_category_that_none_of_its_schemes_knows_stops_the_start_also_in_a_restriction() {
        assertThatThrownBy(() -> require(accreditation("SMART_CARDS", "ROBOTS")))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("no definition in use knows the category ROBOTS");
        assertThatThrownBy(() -> require(restricted("HIGH", "ROBOTS")))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("no definition in use knows the category ROBOTS");
        assertThatThrownBy(() -> require(restricted("HIHG", "SMART_CARDS")))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("no definition in use knows the level HIHG");
    }

    @Test
    void a_technical_domain_that_none_of_its_schemes_knows_stops_the_start() {
        Entitlement authorised = new Entitlement(
                Entitlement.Kind.NOTIFICATION, "A-1", Set.of(new SchemeId("eucc")), Set.of("HIGH"), FIRST, LAST);

        assertThatThrownBy(() -> require(authorised.upTo(new Ceiling(OptionalInt.of(4), Set.of("robots")))))
                .isInstanceOf(CannotStart.class)
                .hasMessageEndingWith("no definition in use knows the technical domain robots");
        assertThatCode(() -> require(authorised.upTo(new Ceiling(OptionalInt.of(4), Set.of("smartcards")))))
                .doesNotThrowAnyException();
    }

    @Test
    void an_accreditation_that_names_no_category_of_a_scheme_which_has_some_stops_the_start() {
        assertThatThrownBy(() -> require(accreditation()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("certificationBody, entitlement A-1: an accreditation names its categories, of ")
                .hasMessageContaining("SMART_CARDS");
        assertThatCode(() -> require(accreditation("SMART_CARDS"))).doesNotThrowAnyException();
        assertThatCode(() -> require(new Entitlement(
                        Entitlement.Kind.ACCREDITATION, "A-1", Set.of(new SchemeId("eucc-pp")), Set.of(), FIRST, LAST)))
                .as("profiles have no categories")
                .doesNotThrowAnyException();
    }

    @Test
    void known_schemes_levels_and_categories_and_none_at_all_let_it_start() {
        assertThatCode(() -> require(Set.of("HIGH", "SUBSTANTIAL"), "eucc", "cspn"))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(Set.of(), "cspn")).doesNotThrowAnyException();
        assertThatCode(() -> require(restricted("HIGH", "SMART_CARDS"))).doesNotThrowAnyException();
        assertThatCode(() -> KnownEntitlements.require(CertificationBody.FICTIONAL, Story.SCHEMES))
                .doesNotThrowAnyException();
    }

    private static void require(Set<String> levels, String... schemes) {
        require(new Entitlement(
                Entitlement.Kind.NOTIFICATION,
                "A-1",
                Stream.of(schemes).map(SchemeId::new).collect(Collectors.toSet()),
                levels,
                FIRST,
                LAST));
    }

    private static void require(Entitlement entitlement) {
        KnownEntitlements.require(new CertificationBody("9990", false, List.of(entitlement)), Story.SCHEMES);
    }

    private static Entitlement accreditation(String... categories) {
        return new Entitlement(
                Entitlement.Kind.ACCREDITATION,
                "A-1",
                Set.of(new SchemeId("eucc")),
                Set.of(),
                Set.of(categories),
                FIRST,
                Optional.of(LAST),
                List.of(),
                List.of());
    }

    private static Entitlement restricted(String level, String category) {
        Coverage left =
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(category), Set.of(), Set.of(level));
        return new Entitlement(
                Entitlement.Kind.NOTIFICATION,
                "A-1",
                Set.of(new SchemeId("eucc")),
                Set.of(),
                Set.of(),
                FIRST,
                Optional.empty(),
                List.of(),
                List.of(new Restriction(FIRST, Optional.empty(), left, "audit")));
    }
}
