package org.sceau.registry.domain.scheme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.vocabulary.Label;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FamilyTest {
    private static final Label HEADING = new Label("Produits certifiés", "Certified products");

    @Test
    void an_official_section_without_its_heading_is_refused_and_so_is_a_heading_alone() {
        assertThatIllegalArgumentException().isThrownBy(() -> family(Optional.of("2.1"), Optional.empty()));
        assertThatIllegalArgumentException().isThrownBy(() -> family(Optional.empty(), Optional.of(HEADING)));
        assertThatIllegalArgumentException().isThrownBy(() -> family(Optional.of("two"), Optional.of(HEADING)));
    }

    @Test
    void a_family_outside_the_official_catalogue_has_no_heading_at_all() {
        Family outside = family(Optional.empty(), Optional.empty());

        assertThat(outside.hasHeading("")).isFalse();
        assertThat(outside.hasHeading("Sceaux")).isFalse();
        assertThat(family(Optional.of("2.1"), Optional.of(HEADING)).hasHeading("2.1. Produits certifiés"))
                .isTrue();
    }

    private static Family family(Optional<String> section, Optional<Label> heading) {
        return new Family(
                new FamilyId("seals"),
                new Label("Sceaux", "Seals"),
                new Label("Des sceaux.", "Seals."),
                FamilyGroup.PRODUCTS,
                1,
                section,
                heading);
    }
}
