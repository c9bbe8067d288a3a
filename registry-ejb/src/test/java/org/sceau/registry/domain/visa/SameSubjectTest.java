package org.sceau.registry.domain.visa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/** Whether what is asked for is about what a certificate says; spellings and expressions as official sources print them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameSubjectTest {

    @ParameterizedTest
    @CsvSource({"Serrure Libre 2", "Serrure", "Libre Serrure", "Serrure Libre+", "'!'"})
    void another_name_is_another_product(String name) {
        assertThat(product(name, "4.1.0").isAmong(product("Serrure Libre", "4.1.0")))
                .isFalse();
        assertThat(product("Serrure Libre", "4.1.0").isAmong(product(name, "4.1.0")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"SERRURE LIBRE", "Serrure-Libre", "SerrureLibre", "Serrure  libre", "Serrüre Libre®"})
    void one_name_has_several_spellings(String name) {
        assertThat(product(name, "4.1.0").isAmong(product("Serrure Libre", "4.1.0")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "4.1.1 | 4.1.0",
                "4.1 | 4.1.0",
                "41.0 | 4.1.0",
                "4.10 | 4.1.0",
                "4.1.0, 4.2.0 | 4.1.0",
                "4.1.0 et 4.2.0 | 4.1.0",
                "4.3.x | 4.2.9",
                "4.3.x | 4.3",
                "4.x.1 | 4.2.3",
                "9.2.3.x (avec X>=5) | 9.2.3.4",
                "9.2.3.x (avec X>=5) | 9.2.3.b",
                "Q.2023.X X>=2 | Q.2023.1",
                "2.X avec X> =9 | 2.8",
                "VS9.2.3.X (avec X>=5) et VS9.2.4.X (avec X>=8) | VS9.2.3.6",
                "4.1 et suivantes | 4.0.9",
                "4.1+ | 3.9",
                ">= 4.2 | 4.1.0",
                "A.1+ | B.2",
                "< 4.2 | 4.1.0",
                "X>=5 | 6",
                "5.x | 4.x",
                "4.x | 4.3.x (x>=2)",
                ", | 4.1.0",
                "4.1.0 | ,"
            })
    void a_version_that_no_certificate_says_is_not_certified(String asked, String said) {
        assertThat(product("Serrure Libre", asked).isAmong(product("Serrure Libre", said)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "4.1.0 | 4.1.0",
                "4.1.0 | 4.0.9, 4.1.0",
                "4.1.0 | 4.0.9 et 4.1.0",
                "4.0.9; 4.1.0 | 4.1.0 / 4.0.9",
                "v1.0 | Version 1.0",
                "Version1.0.A | 1.0.a",
                "Release '0300' | release 0300",
                "1.0-rc2 | 1.0 RC2",
                "V194/X194 | v194/x194",
                "4.1 SSCD | Version 4.1 SSCD",
                "4.3.x | 4.3.7",
                "4.3.x | 4.3.7.52",
                "4.3.* | Version 4.3.7",
                "4.3.x, 5.0.x | 4.3.1 et 5.0.2",
                "9.2.3.x (avec X>=5) | 9.2.3.5",
                "Q.2023.X X>=2 | Q.2023.2",
                "Version 2.5.X pour X>=3 | 2.5.10",
                "2.X avec X> =9 | 2.10.1",
                "Version IOS 1.3.X (X>=7) | iOS 1.3.8",
                "3.x (x<=4) | 3.4",
                "4.1 et suivantes | 4.1",
                "4.9 and later | 4.10.2",
                "4.1 et versions ultérieures | 5.0",
                "4.1+ | 4.1.3",
                ">= 4.1 | 4.1.0",
                "4.1.0 | 4.1.x",
                "4.3.x | 4.x",
                "5.x (x>=2) | 5.x (x>=2)",
                "< 4.2 | < 4.2"
            })
    void a_version_is_the_same_in_any_usual_spelling_and_an_expression_is_met_by_one_that_it_stands_for(
            String asked, String said) {
        assertThat(product("Serrure Libre", asked).isAmong(product("Serrure Libre", said)))
                .isTrue();
    }

    /** Rows of certificates in the official catalogue have no column for versions. */
    @ParameterizedTest
    @CsvSource({
        "Serrure Libre version 4.1.0, true",
        "'Serrure Libre, v4.1.0', true",
        "SERRURE LIBRE (version 4.1.0), true",
        "Serrure Libre version 4.1.1, false",
        "Serrure Libre Express version 4.1.0, false",
        "Serrure Libre, false",
        "Serrure version 4.1.0, false"
    })
    void where_a_certificate_has_no_versions_its_name_may_end_with_them(String printed, boolean same) {
        assertThat(product("Serrure Libre", "4.1.0").isAmong(product(printed, null)))
                .isEqualTo(same);
    }

    private static Subject product(String name, @Nullable String versions) {
        return new Subject(SubjectKind.PRODUCT, name, Optional.ofNullable(versions));
    }
}
