package org.sceau.it.browser.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import org.sceau.it.browser.CasePage;
import org.sceau.it.browser.Hand;
import org.sceau.it.browser.Window;
import org.sceau.it.server.Patience;

/** Somebody without account, who looks for a visa in the public catalogue. */
record Visitor(Journey journey) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    void findsNothing() {
        findsNothing("");
    }

    /** @param also what the search asks besides the name */
    void findsNothing(String also) {
        assertThat(journey.registry().get(results() + "&" + also).text()).doesNotContain("href=\"/visas/");
    }

    /** Finds it by its name, and reads that it is in force. @param says what else its page says */
    void finds(String visa, String... says) {
        Patience.until(
                "the visa in the public catalogue",
                LONGEST,
                () -> journey.registry().get(results()).text().contains(visa));
        try (Window window = Window.plain(journey.registry())) {
            Hand hand = journey.manner().hand(window);
            CasePage page = new CasePage(window, hand);
            window.open("/");
            hand.write(window.page().locator("main input[name=q]").first(), journey.product());
            page.press(window.page().locator("main form[role=search] button").first());
            journey.manner().look(page, "results of a search");
            Locator result =
                    window.page().locator(".rows a[href$='" + visa + "']").first();
            assertThat(result.innerText()).contains(journey.product());
            page.press(result);
            journey.manner().look(page, "the public page of a visa");
            assertThat(window.page().locator("section.verdict .says").innerText())
                    .containsIgnoringCase("En vigueur");
            assertThat(page.text()).contains(journey.product()).contains(says);
            window.assertNoTrouble();
        }
    }

    private String results() {
        return "/catalogue?q=" + journey.product();
    }
}
