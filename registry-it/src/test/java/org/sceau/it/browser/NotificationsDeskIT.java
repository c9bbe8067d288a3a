package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.EnglishFirst;
import org.sceau.it.server.Patience;
import org.sceau.it.server.RunningRegistry;

/** The desk that says what somebody is asked and was told, and how to be told of it by mail. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotificationsDeskIT {
    private static final String DESK = "/desk/notifications";

    private static void judge(Window window, String picture, String what) {
        window.assertAccessible(what);
        window.assertFits(what);
        window.picture(picture);
        window.shape(360, ColorScheme.DARK);
        window.assertAccessible(what + ", telephone, dark");
        window.assertFits(what + ", telephone");
        window.picture(picture + "-telephone");
        window.shape(1280, ColorScheme.LIGHT);
    }

    @Test
    void what_is_new_is_marked_until_somebody_marks_it_as_read_by_the_keyboard() {
        RunningRegistry registry = RunningRegistry.shared();
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("tual");
            Patience.until("scheduled work asks somebody", Duration.ofMinutes(4), () -> {
                window.open(DESK);
                return page.locator("main .tag").count() > 0;
            });
            judge(window, "notifications-new", "what somebody is asked and was told");
            assertThat(page.locator("main").innerText()).contains("depuis votre dernière lecture", "Nouveau");
            page.focus("[id='news:read']");
            page.keyboard().press("Enter");
            page.waitForSelector("main:has-text('Rien de nouveau')");
            assertThat(page.locator("main .tag").count()).isZero();
            assertThat(page.locator("main table").count())
                    .as("it is all there still")
                    .isPositive();
            window.assertNoTrouble();
        }
    }

    @Test
    void somebody_chooses_and_finds_the_choice_again_in_either_language() {
        RunningRegistry registry = RunningRegistry.shared();
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("halcyon");
            window.open("/desk/");
            page.click("a[href='" + DESK + "']");
            page.waitForURL("**" + DESK);
            assertThat(page.locator("main").innerText()).contains("n’envoie pas de courriel");
            assertThat(page.inputValue("[id='choose:manner']")).isEqualTo("at-once");
            page.selectOption("[id='choose:manner']", "daily");
            page.click("[id='choose:send']");
            page.waitForSelector("[role=status]:has-text('enregistré')");
            window.open("/en" + DESK);
            assertThat(page.inputValue("[id='choose:manner']")).isEqualTo("daily");
            assertThat(page.locator("main").innerText()).contains("By mail", "Once a day");
            window.assertNoTrouble();
        }
    }

    @Test
    void whoever_is_asked_and_told_nothing_is_told_so() {
        RunningRegistry registry = EnglishFirst.registry();
        try (Window window = Window.plain(registry)) {
            window.signIn("kerbrat");
            window.open(DESK);
            judge(window, "notifications-none", "nothing asked and nothing told");
            assertThat(window.page().locator("main").innerText())
                    .contains("No task is open for your roles.", "No notice for you.", "Nothing new since");
            window.assertNoTrouble();
        }
    }
}
