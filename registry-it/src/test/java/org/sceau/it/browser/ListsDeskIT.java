package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.RunningRegistry;

/** Whoever publishes sees how each list stands, and issues one without waiting for the registry. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ListsDeskIT {
    private static final String DESK = "/desk/lists";
    private static final Pattern NUMBER = Pattern.compile("SequenceNumber>([0-9]+)<");

    private final RunningRegistry registry = RunningRegistry.shared();

    /** Sequence number of the newest issue, as everybody reads it. */
    private int issue(String family) {
        Matcher number = NUMBER.matcher(
                registry.get("/trust-lists/" + family + "/current.xml").text());
        assertThat(number.find()).as("a list of " + family).isTrue();
        return Integer.parseInt(number.group(1));
    }

    @Test
    void a_publisher_issues_a_list_in_two_actions_and_an_old_page_issues_none() {
        int before = issue("cspn");
        try (Window window = Window.plain(registry);
                Window other = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("kerbrat");
            page.locator("main a[href='" + DESK + "']").first().click();
            page.waitForURL("**" + DESK);
            window.judge("lists-desk", "the lists as their publisher sees them");
            other.signIn("kerbrat");
            other.open(DESK);

            page.selectOption("#family", "cspn " + before);
            page.locator("main form button[type=submit]").click();
            page.waitForURL("**" + DESK + "?done=issued");
            window.judge("lists-issued", "a list that was just issued");
            assertThat(issue("cspn")).isGreaterThan(before);

            other.page().selectOption("#family", "cspn " + before);
            other.page().locator("main form button[type=submit]").click();
            other.page().waitForSelector("#refused");
            assertThat(other.page().locator("#refused").innerText())
                    .as("what was seen is not the newest any more")
                    .contains("concurrent-change");
            window.open("/en" + DESK);
            window.judge("lists-desk-en", "the same in English");
            window.assertNoTrouble();
            other.assertNoTrouble();
        }
    }

    @Test
    void nobody_else_issues_one() {
        int before = issue("cspn");
        try (Window window = Window.plain(registry)) {
            window.signIn("tual");
            window.open(DESK);
            window.judge("lists-not-yours", "the lists to whoever does not publish");
            assertThat(window.page().locator("main form").count()).isZero();
            assertThat(issue("cspn")).isEqualTo(before);
            window.assertNoTrouble();
        }
    }
}
