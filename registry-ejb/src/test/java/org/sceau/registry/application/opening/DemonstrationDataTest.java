package org.sceau.registry.application.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.importing.Edition;
import org.sceau.registry.application.importing.ReadRow;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.infrastructure.catalogues.Reading;
import org.sceau.registry.infrastructure.catalogues.csv.SceauCsvFormat;

/** The fictional visas of the demonstration, dated on the days on which a registry may start for the first time. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemonstrationDataTest {

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2027-01-31", "2028-02-29", "2030-12-31"})
    void no_row_is_refused_and_none_asks_for_a_second_look(LocalDate firstStart) {
        List<ReadRow> rows = rows(firstStart);

        assertThat(rows).hasSizeGreaterThan(40).allSatisfy(row -> {
            assertThat(row.problems()).as(row.locator()).isEmpty();
            assertThat(row.notices()).as(row.locator()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2028-02-29"})
    void every_family_has_a_visa_in_force(LocalDate firstStart) {
        assertThat(visas(firstStart).stream()
                        .filter(visa -> status(visa, firstStart).status() == VisaStatus.IN_FORCE)
                        .map(VisaFacts::family)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(Reading.SCHEMES.publicFamilies().stream()
                        .map(Family::id)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2028-02-29"})
    void every_status_is_shown(LocalDate firstStart) {
        assertThat(visas(firstStart).stream()
                        .map(visa -> status(visa, firstStart).status())
                        .distinct())
                .containsExactlyInAnyOrder(VisaStatus.values());
        assertThat(visas(firstStart)).anyMatch(visa -> status(visa, firstStart).overdue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2028-02-29"})
    void every_recommendation_every_scheme_of_products_and_every_rare_field_is_shown(LocalDate firstStart) {
        List<VisaFacts> visas = visas(firstStart);

        assertThat(visas.stream()
                        .filter(visa -> status(visa, firstStart).status() == VisaStatus.IN_FORCE)
                        .flatMap(visa -> visa.recommendationOn(firstStart, Reading.SCHEMES).stream()))
                .contains(Recommendation.values());
        assertThat(visas.stream().map(visa -> visa.scheme().toString()))
                .contains("cc-fr-2002-535", "eucc-2025-12-29", "passi-2.1", "passi-2.2", "pris-2.0", "pris-3.0");
        assertThat(visas).anyMatch(visa -> visa.recommendationOverride().isPresent());
        assertThat(visas).anyMatch(visa -> visa.agrement().equals(Optional.of(Agrement.DIFFUSION_RESTREINTE)));
        assertThat(visas).anyMatch(visa -> visa.nationalSecurity().equals(Optional.of(true)));
        assertThat(visas).anyMatch(visa -> visa.laboratories().size() > 1);
        assertThat(visas).anyMatch(visa -> visa.conditions().size() > 1);
        assertThat(visas).anyMatch(visa -> !visa.listed());
        assertThat(visas).allMatch(visa -> visa.region().isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-21", "2028-02-29"})
    void every_visa_has_an_address_of_its_own_that_does_not_change_with_the_day(LocalDate firstStart) {
        List<Slug> slugs = slugs(firstStart);

        assertThat(slugs).doesNotHaveDuplicates().isEqualTo(slugs(LocalDate.parse("2026-11-21")));
    }

    private static List<Slug> slugs(LocalDate firstStart) {
        return visas(firstStart).stream()
                .map(visa -> Slug.of(visa.reference(), visa.family().value()))
                .toList();
    }

    private static StatusOnDay status(VisaFacts visa, LocalDate day) {
        return visa.statusOn(day, Reading.SCHEMES.statusAtEnd(visa.scheme()));
    }

    private static List<VisaFacts> visas(LocalDate firstStart) {
        return rows(firstStart).stream().flatMap(row -> row.facts().stream()).toList();
    }

    private static List<ReadRow> rows(LocalDate firstStart) {
        try (InputStream source =
                Objects.requireNonNull(DemonstrationDataTest.class.getResourceAsStream("/demo/visas.csv"))) {
            String text = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return Reading.rows(
                    new SceauCsvFormat(Reading.SCHEMES),
                    Reading.bytes(Demonstration.dated(text, firstStart)),
                    new Edition(Optional.of(firstStart), firstStart));
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
