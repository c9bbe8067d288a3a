package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.registry.infrastructure.schemes.Shipped.SCHEMES;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;

/** Whoever comes too late is sent to a version that opens dossiers, however often the text was replaced meanwhile. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedSuccessionsTest {

    @ParameterizedTest
    @CsvSource({
        "cc-fr, 2002-535, 2025-03-03, eucc-2025-01-08",
        "cc-fr, 2002-535, 2025-12-28, eucc-2025-01-08",
        "cc-fr, 2002-535, 2025-12-29, eucc-2025-12-29",
        "cc-fr, 2002-535, 2026-03-05, eucc-2025-12-29",
        "cc-pp, 2002-535, 2026-03-05, eucc-pp-2025-12-29",
        "eucc, 2024-02-27, 2026-03-05, eucc-2025-12-29",
        "passi, 2.1, 2026-03-05, passi-2.2",
        "pris, 2.0, 2024-12-02, pris-3.0",
        "pris, 2.0, 2026-03-05, pris-crise-unverified"
    })
    void invariant_21_the_version_that_follows_opens_dossiers_that_day(
            String scheme, String version, LocalDate day, String following) {
        assertThat(SCHEMES.following(former(scheme, version), day)).hasValueSatisfying(next -> {
            assertThat(next.id()).hasToString(following);
            assertThat(next.applicability().opensOn(day)).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"eucc, 2024-02-27, 2025-01-10", "eucc, 2025-12-29, 2026-03-05", "cspn, 1.1, 2026-03-05"})
    void where_none_opens_yet_or_none_follows_nothing_is_named(String scheme, String version, LocalDate day) {
        assertThat(SCHEMES.following(former(scheme, version), day)).isEmpty();
    }

    @Test
    void versions_that_name_each_other_lead_nowhere_twice() {
        Schemes circle = SchemesFromResources.load(ShippedSuccessionsTest::inACircle);
        SchemeVersion newest =
                circle.version(SchemeVersionId.of("eucc", "2025-12-29")).orElseThrow();

        assertThat(circle.following(newest, LocalDate.parse("2025-03-03")).map(SchemeVersion::id))
                .contains(SchemeVersionId.of("eucc", "2025-01-08"));
    }

    private static SchemeVersion former(String scheme, String version) {
        return SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
    }

    /** What ships, but the newest text of EUCC says that its predecessor follows it. */
    private static InputStream inACircle(String name) {
        InputStream shipped = ShippedSuccessionsTest.class.getResourceAsStream("/schemes/" + name);
        if (!name.equals("eucc-2025-12-29.yaml")) {
            return shipped;
        }
        try (shipped) {
            String text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
            String back = """
                    succession:
                      scheme: eucc
                      version: "2025-01-08"
                      from: 2026-01-01
                      text: {fr: "Retour.", en: "Back."}
                      source: "a fixture"
                    retention:
                    """;
            return new ByteArrayInputStream(
                    text.replace("\nretention:\n", "\n" + back).getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
