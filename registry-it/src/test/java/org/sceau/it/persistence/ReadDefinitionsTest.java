package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.revising.ReadDefinitions;
import org.sceau.registry.application.revising.UnverifiedValue;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.revision.Revision;

/** Which values of the definitions in use nobody has read in their source, and how one of them goes. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadDefinitionsTest {
    private static final Actor SECOND = new Actor("le-goff", "Autorité de démonstration", Set.of(Role.ADMINISTRATOR));
    private static final Actor AUDITOR = new Actor("audit", "Autorité de démonstration", Set.of(Role.AUDITOR));
    private static final String EUCC = "eucc-2025-12-29";

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.withOwnSchemes(database, home);
        house.editions.open();
        return house;
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal()
                .code();
    }

    @Test
    void they_are_for_administrators_and_auditors_and_an_unknown_version_is_no_version() {
        House house = house(Database.H2);

        assertThat(refused(() -> house.definitions.all(CERTIFIER))).isEqualTo("role-missing");
        assertThat(refused(() -> house.definitions.one(CERTIFIER, EUCC))).isEqualTo("role-missing");
        assertThat(refused(() -> house.definitions.one(AUDITOR, "eucc-1999"))).isEqualTo("scheme-unknown");
        assertThat(house.definitions.all(AUDITOR)).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_version_in_use_tells_what_nobody_has_read_with_its_lines(Database database) {
        House house = house(database);
        List<ReadDefinitions.InUse> all = house.definitions.all(ADMINISTRATOR);

        assertThat(all).hasSameSizeAs(house.schemes.all());
        assertThat(all).allSatisfy(one -> {
            assertThat(one.revision().sha256()).isEqualTo(one.version().definition());
            List<String> text = house.revising
                    .usedText(one.version().id(), 1)
                    .orElseThrow()
                    .lines()
                    .toList();
            assertThat(one.unverified()).allSatisfy(value -> {
                assertThat(value.source()).isNotBlank();
                assertThat(text.get(value.line() - 1)).isEqualTo(value.text().get(0));
            });
        });
    }

    @Test
    void a_value_that_was_read_is_gone_with_the_edition_that_says_so() throws IOException {
        House house = house(Database.H2);
        ReadDefinitions.InUse before = house.definitions.one(ADMINISTRATOR, EUCC);
        UnverifiedValue read = before.unverified().get(0);
        Files.createDirectories(home.resolve("schemes"));
        Files.writeString(home.resolve("schemes").resolve(EUCC + ".yaml"), verified(read));
        Revision two = house.revising.propose(
                ADMINISTRATOR,
                EUCC + ".yaml",
                house.revising
                        .candidates(ADMINISTRATOR)
                        .get(0)
                        .version()
                        .orElseThrow()
                        .definition());
        assertThat(house.definitions.one(ADMINISTRATOR, EUCC).unverified())
                .as("a proposal changes nothing")
                .hasSameSizeAs(before.unverified());

        house.revising.activate(SECOND, two.sha256(), "Lu dans le texte.");

        assertThat(house.definitions.one(ADMINISTRATOR, EUCC)).satisfies(after -> {
            assertThat(after.revision().number()).isEqualTo(2);
            assertThat(after.unverified())
                    .extracting(UnverifiedValue::place)
                    .hasSize(before.unverified().size() - 1)
                    .doesNotContain(read.place());
        });
    }

    /** The shipped definition as revision 2, in which one value was read. */
    private static String verified(UnverifiedValue value) {
        List<String> lines = new ArrayList<>(RevisingTest.shipped().lines().toList());
        for (int at = value.line() - 1; at < value.line() - 1 + value.text().size(); at++) {
            lines.set(at, lines.get(at).replace("verified: false", "verified: true"));
        }
        return String.join("\n", lines).replace("format: 2\n", "format: 2\nrevision: 2\n") + "\n";
    }
}
