package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** A new scheme is one file and its line in the index: no class knows the toy, and yet it is a scheme like any other. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NewSchemeTest {

    @Test
    void a_scheme_that_ships_is_one_file_and_its_name_in_the_index() {
        Schemes before = SchemesFromResources.load(NewSchemeTest::shipped);
        Schemes after = SchemesFromResources.load(NewSchemeTest::withTheToy);

        assertThat(after.all()).hasSize(before.all().size() + 1);
        assertThat(after.all())
                .extracting(SchemeVersion::id)
                .containsAll(before.all().stream().map(SchemeVersion::id).toList());
        SchemeVersion toy =
                after.current(new SchemeId("seal"), LocalDate.of(2026, 7, 1)).orElseThrow();
        Conduct conduct = toy.conduct().orElseThrow();
        assertThat(conduct.procedure().flaws()).isEmpty();
        assertThat(conduct.procedure().kinds()).containsExactly(DossierKind.INITIAL, DossierKind.RENEWAL);
        assertThat(conduct.procedure().movesFrom("ruled", DossierKind.RENEWAL)).hasSize(4);
        assertThat(conduct.decision(DecisionKind.SUSPEND)).isPresent();
        assertThat(conduct.followUp(DossierKind.RENEWAL)).isPresent();
    }

    /** What the product ships, families included, whose files the toy leaves alone. */
    private static InputStream shipped(String name) {
        return NewSchemeTest.class.getResourceAsStream("/schemes/" + name);
    }

    /** The same with one line more in the index and one file more beside the others, in a family that is there already. */
    private static InputStream withTheToy(String name) {
        try {
            if (name.equals(SchemesFromResources.INDEX)) {
                String index = new String(shipped(name).readAllBytes(), StandardCharsets.UTF_8);
                return bytes(index + "\nseal-2.yaml\n");
            }
            if (name.equals("seal-2.yaml")) {
                String toy = new String(
                        NewSchemeTest.class
                                .getResourceAsStream("/schemes-test/" + name)
                                .readAllBytes(),
                        StandardCharsets.UTF_8);
                String family = SchemesFromResources.load(NewSchemeTest::shipped)
                        .families()
                        .get(0)
                        .id()
                        .value();
                return bytes(toy.replace("family: seals", "family: " + family).replace("[seals]", "[" + family + "]"));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return shipped(name);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
