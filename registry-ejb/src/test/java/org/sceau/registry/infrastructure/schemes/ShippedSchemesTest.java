package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.Succession;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedSchemesTest {
    private static final Path FOLDER = Path.of("src/main/resources/schemes");

    private final Schemes schemes = SchemesFromResources.load(ShippedSchemesTest.class.getClassLoader());

    @Test
    void the_index_names_exactly_the_definitions_of_the_folder() throws IOException {
        List<String> indexed = Files.readAllLines(FOLDER.resolve(SchemesFromResources.INDEX)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yaml") && !name.equals(SchemesFromResources.FAMILIES)))
                    .containsExactlyInAnyOrderElementsOf(indexed);
        }
    }

    @Test
    void families_stand_in_the_order_of_the_official_catalogue() {
        assertThat(schemes.families().stream()
                        .filter(family -> family.officialSection().isPresent())
                        .map(Family::id)
                        .map(FamilyId::value))
                .containsExactly(
                        "common-criteria",
                        "cspn",
                        "product-qualification",
                        "pacs",
                        "passi",
                        "pris",
                        "pdis",
                        "pvid",
                        "mie",
                        "esignature-certificates",
                        "eseal-certificates",
                        "website-authentication-certificates",
                        "timestamping",
                        "esignature-validation",
                        "eseal-validation",
                        "esignature-preservation",
                        "eseal-preservation",
                        "registered-delivery",
                        "secnumcloud",
                        "pams",
                        "protection-profiles",
                        "sites");
    }

    @Test
    void families_that_the_official_catalogue_does_not_hold_come_last() {
        assertThat(schemes.families().stream().skip(22))
                .allMatch(family -> family.officialHeading().isEmpty());
        assertThat(schemes.familyOfHeading("")).isEmpty();
        assertThat(schemes.familyOfHeading("Label de confiance")).isEmpty();
    }

    @Test
    void the_trust_services_of_2024_are_families_that_no_heading_of_the_official_catalogue_names() {
        for (String added : List.of(
                "attribute-attestations", "electronic-archiving", "electronic-ledgers", "remote-creation-devices")) {
            Family family = schemes.family(new FamilyId(added)).orElseThrow();

            assertThat(family.officialSection()).isEmpty();
            assertThat(schemes.familyOfHeading(family.label().fr())).isEmpty();
            assertThat(schemes.ofFamily(family.id())).singleElement().satisfies(version -> {
                assertThat(version.applicability().verified()).isFalse();
                assertThat(version.validity().maximum()).isEmpty();
            });
        }
    }

    @Test
    void every_family_has_a_definition() {
        assertThat(schemes.families())
                .allSatisfy(family -> assertThat(schemes.ofFamily(family.id())).isNotEmpty());
    }

    @Test
    void what_follows_a_version_is_a_version_of_the_same_family_that_starts_no_later() {
        assertThat(schemes.all().stream()
                        .filter(version ->
                                version.conduct().flatMap(Conduct::succession).isPresent()))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(version -> {
                    Succession next =
                            version.conduct().flatMap(Conduct::succession).orElseThrow();
                    SchemeVersion follower = schemes.version(next.to()).orElseThrow();

                    assertThat(follower.id()).isNotEqualTo(version.id());
                    assertThat(follower.family()).isEqualTo(version.family());
                    assertThat(follower.applicability().validFrom()).isBeforeOrEqualTo(next.from());
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eucc",
                "eucc-pp",
                "cc-fr",
                "cc-pp",
                "cc-site",
                "cspn",
                "qual-prod",
                "ebios-rm",
                "trust-label",
                "r226-3",
                "r226-7",
                "l34-11"
            })
    void no_definition_leaves_out_how_its_matters_are_conducted(String scheme) {
        assertThat(schemes.all())
                .filteredOn(version -> version.id().scheme().value().equals(scheme))
                .isNotEmpty()
                .allMatch(version -> version.conduct().isPresent());
    }

    @Test
    void values_from_memory_are_marked_as_such() {
        assertThat(schemes.version(SchemeVersionId.of("pvid", "2021-03-01")))
                .get()
                .matches(version -> !version.validity().verified());
        assertThat(schemes.all().stream()
                        .filter(version -> !version.applicability().verified())
                        .map(version -> version.id().toString()))
                .contains(
                        "attribute-attestations-2024-1183",
                        "cspn-1.1",
                        "electronic-archiving-2024-1183",
                        "electronic-ledgers-2024-1183",
                        "mie-1",
                        "pacs-1",
                        "pris-crise-unverified",
                        "remote-creation-devices-2024-1183");
    }
}
