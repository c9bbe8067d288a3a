package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.it.server.RunningRegistry;

/** What holds for every public page, in light and dark, on a desk and on a telephone. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EveryPageIT {
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;
    private static final Map<String, String> PICTURES = Map.of(
            "/",
            "home",
            "/schemes/common-criteria",
            "scheme",
            "/catalogue?q=halcyon",
            "results",
            "/visas/ANSSI-CC-2025-91",
            "visa",
            "/figures",
            "figures",
            "/en/figures",
            "figures-en");

    private final RunningRegistry registry = RunningRegistry.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/en/",
                "/catalogue?q=halcyon",
                "/en/catalogue?status=in-force&page=2",
                "/catalogue?q=nothing-has-this-name",
                "/visas/ANSSI-CC-2025-91",
                "/en/visas/ANSSI-CC-2025-92",
                "/visas/none-of-ours",
                "/trust-lists/",
                "/trust-lists/cspn/",
                "/schemes",
                "/schemes/cspn",
                "/schemes/r226",
                "/schemes/common-criteria",
                "/en/schemes/common-criteria?version=eucc-2025-12-29",
                "/figures",
                "/en/figures",
                "/about",
                "/uri/Svcstatus/in-force",
                "/sign-in",
                "/nothing"
            })
    void is_accessible_fits_a_telephone_keeps_its_policy_and_asks_nobody_else(String path) {
        try (Window window = Window.plain(registry)) {
            window.open(path);
            for (ColorScheme colours : new ColorScheme[] {ColorScheme.LIGHT, ColorScheme.DARK}) {
                String name = colours.name().toLowerCase(Locale.ROOT);
                for (int width : new int[] {DESK, TELEPHONE}) {
                    window.shape(width, colours);
                    window.assertFits(path + " in " + name + ", " + width);
                    if (PICTURES.containsKey(path)) {
                        window.picture(PICTURES.get(path) + "-" + width + "-" + name);
                    }
                    // Half of the four looks: each width and each colour once.
                    if ((width == DESK) == (colours == ColorScheme.LIGHT)) {
                        window.assertAccessible(path + " in " + name + ", " + width);
                    }
                }
            }
            window.assertNoTrouble();
            assertThat(window.page().locator("html").getAttribute("lang"))
                    .isEqualTo(path.startsWith("/en/") ? "en" : "fr");
        }
    }
}
