package org.sceau.registry.application.opening;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.SchemeId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class KnownEntitlementsTest {

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
    void known_schemes_and_levels_and_none_at_all_let_it_start() {
        assertThatCode(() -> require(Set.of("HIGH", "SUBSTANTIAL"), "eucc", "cspn"))
                .doesNotThrowAnyException();
        assertThatCode(() -> require(Set.of(), "cspn")).doesNotThrowAnyException();
        assertThatCode(() -> KnownEntitlements.require(CertificationBody.FICTIONAL, Story.SCHEMES))
                .doesNotThrowAnyException();
    }

    private static void require(Set<String> levels, String... schemes) {
        CertificationBody.Entitlement entitlement = new CertificationBody.Entitlement(
                CertificationBody.Kind.AUTHORISATION,
                "A-1",
                Stream.of(schemes).map(SchemeId::new).collect(Collectors.toSet()),
                levels,
                LocalDate.parse("2026-01-01"),
                LocalDate.parse("2026-12-31"));
        KnownEntitlements.require(new CertificationBody("9990", false, List.of(entitlement)), Story.SCHEMES);
    }
}
