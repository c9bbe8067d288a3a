package org.sceau.registry.api.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemeViewTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(SchemeViewTest.class.getClassLoader());

    @Test
    void only_rows_that_say_they_are_not_verified_count() {
        Sourced<String> read = new Sourced<>("x", "a clause", true);
        Sourced<String> unread = new Sourced<>("x", "from memory", false);
        assertThat(Unverified.in("text")).isZero();
        assertThat(Unverified.in(read)).isZero();
        assertThat(Unverified.in(new Sourced<>(List.of(read, Optional.of(unread), unread), "from memory", false)))
                .isEqualTo(3);
    }

    @Test
    void every_shipped_definition_can_be_shown() {
        for (SchemeVersion version : SCHEMES.all()) {
            SchemeView view = SchemeView.of(version);
            assertThat(view.scheme().definition()).hasSize(64);
            assertThat(view.moves())
                    .as("%s", version.id())
                    .hasSize(version.conduct()
                            .map(conduct -> conduct.procedure().moves().size())
                            .orElse(0));
            assertThat(view.rules())
                    .allSatisfy(rule -> assertThat(rule.requires()).containsKey("is"));
        }
        assertThat(SchemeRow.digest(SCHEMES.all())).hasSize(64);
    }
}
