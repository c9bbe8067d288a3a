package org.sceau.registry.domain.visa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/** Which versions of a product came by maintenance, of which nothing is said about new attacks (invariant 36). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MaintainedVersionsTest {
    private static final Subject CARD = new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0"));

    @Test
    void a_version_that_is_none_of_the_subject_was_not_maintained() {
        assertThatThrownBy(() ->
                        new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0"), Set.of("4.1.1")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void each_maintained_version_is_named_and_marked() {
        Subject twice = CARD.maintainedAs("4.1.1").maintainedAs("4.1.2");

        assertThat(twice.versions()).contains("4.1.0, 4.1.1, 4.1.2");
        assertThat(twice.maintained()).containsExactly("4.1.1", "4.1.2");
        assertThat(twice.says(CARD)).isFalse();
        assertThat(CARD.maintainedAs("4.1.1").says(CARD.saying(CARD.name(), Optional.of("4.1.0, 4.1.1"))))
                .as("however its versions came")
                .isTrue();
    }

    @Test
    void several_versions_maintained_at_once_are_marked_one_by_one() {
        Subject several = CARD.maintainedAs("4.1.1, 4.1.2");

        assertThat(several.versions()).contains("4.1.0, 4.1.1, 4.1.2");
        assertThat(several.maintained()).containsExactly("4.1.1", "4.1.2");
    }

    @Test
    void a_correction_keeps_the_mark_of_what_is_still_named() {
        Subject maintained = CARD.maintainedAs("4.1.1").maintainedAs("4.1.2");

        assertThat(maintained
                        .saying("Halcyon Card", Optional.of("4.1.0, 4.1.2"))
                        .maintained())
                .containsExactly("4.1.2");
        assertThat(maintained.saying("Halcyon Card", Optional.empty()).maintained())
                .isEmpty();
    }
}
