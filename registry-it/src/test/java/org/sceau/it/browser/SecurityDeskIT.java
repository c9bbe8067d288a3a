package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.house.Authenticator;
import org.sceau.it.server.EnglishFirst;
import org.sceau.it.server.RunningRegistry;
import org.sceau.it.server.SecondFactor;

/** The second half of a sign-in, and the desk where somebody keeps what it is done with. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecurityDeskIT {
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;

    private static void judge(Window window, String picture, String what) {
        window.assertAccessible(what);
        window.assertFits(what);
        window.picture(picture);
        window.shape(TELEPHONE, ColorScheme.DARK);
        window.assertAccessible(what + ", telephone, dark");
        window.assertFits(what + ", telephone");
        window.picture(picture + "-telephone");
        window.shape(DESK, ColorScheme.LIGHT);
    }

    @Test
    void after_the_password_comes_a_code_and_then_the_desk_that_was_asked_for() {
        RunningRegistry registry = RunningRegistry.shared();
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.open("/desk/imports");
            page.fill("#username", "audit");
            page.fill("#password", registry.account("audit").getString("password"));
            page.click("main button[type=submit]");
            page.waitForURL("**/desk/confirm?to=%2Fdesk%2Fimports");
            judge(window, "security-confirm", "where the second factor is shown");
            window.open("/desk/imports");
            assertThat(window.address()).as("nothing else").startsWith("/desk/confirm");
            page.fill("[id='code:shown']", "000000");
            page.click("[id='code:send']");
            page.waitForSelector("[role=alert]:has-text('factor-wrong')");
            judge(window, "security-wrong", "a wrong code");
            page.fill("[id='code:shown']", SecondFactor.code(registry, "audit").orElseThrow());
            page.press("[id='code:shown']", "Enter");
            page.waitForURL("**/desk/imports");
            window.assertNoTrouble();
        }
    }

    @Test
    void an_authenticator_is_enrolled_by_its_picture_and_gives_recovery_codes() {
        RunningRegistry registry = RunningRegistry.shared();
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.giveThePassword("brume");
            window.open("/desk/security");
            judge(window, "security-none", "an account without factor");
            page.fill("[id='begin:label']", "Téléphone de Bruno");
            page.click("[id='begin:send']");
            page.waitForSelector("svg.qr");
            judge(window, "security-scan", "the picture of a secret");
            Authenticator authenticator =
                    new Authenticator(page.locator("#confirm code").innerText().replace(" ", ""));
            page.fill("[id='confirm:code']", "000000");
            page.click("[id='confirm:send']");
            page.waitForSelector("[role=alert]:has-text('factor-wrong')");
            assertThat(page.locator("svg.qr").count())
                    .as("still there to be read")
                    .isEqualTo(1);
            page.fill("[id='confirm:code']", authenticator.code(registry.now()));
            page.click("[id='confirm:send']");
            page.waitForSelector(".codes");
            List<String> codes = page.locator(".codes li").allInnerTexts();
            assertThat(codes).hasSize(10);
            judge(window, "security-codes", "recovery codes");
            assertThat(page.locator("main table").first().innerText()).contains("Téléphone de Bruno");

            page.click("form.out button");
            window.giveThePassword("brume");
            page.waitForURL("**/desk/confirm*");
            page.fill("[id='code:shown']", codes.get(0));
            page.click("[id='code:send']");
            page.waitForURL("**/desk/");
            window.open("/desk/security");
            assertThat(page.locator("main").innerText()).contains("Codes de secours restants : 9");
            page.locator("a[href='?renew=true']").click();
            page.waitForSelector("#sure-codes");
            judge(window, "security-renew", "the question before recovery codes are replaced");
            page.click("[id='renew:send']");
            page.waitForSelector(".codes");
            assertThat(page.locator(".codes li").allInnerTexts()).hasSize(10).doesNotContainAnyElementsOf(codes);
            page.locator("a[href^='?remove=']").first().click();
            page.waitForSelector("#sure");
            judge(window, "security-remove", "the question before a factor is taken away");
            page.click("[id='sure-form:yes']");
            page.waitForSelector(".empty");
            window.assertNoTrouble();
        }
    }

    @Test
    void a_passkey_takes_the_place_of_the_code() {
        RunningRegistry registry = EnglishFirst.registry();
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.plugPasskey();
            window.signIn("riou");
            window.open("/desk/security");
            page.click("[id='ask:send']");
            page.waitForSelector("[id='key:send']");
            page.fill("[id='key:label']", "Blue key");
            page.click("[id='key:send']");
            page.waitForSelector(".note.ok:has-text('Blue key')");
            judge(window, "security-passkey", "a passkey was enrolled");

            page.click("form.out button");
            window.giveThePassword("riou");
            page.waitForURL("**/desk/confirm*");
            judge(window, "security-confirm-passkey", "where a passkey is shown");
            page.click("[id='key:use']");
            page.waitForURL("**/desk/");
            window.open("/desk/security");
            assertThat(page.locator("main table").first().innerText()).contains("Blue key", "Passkey");
            window.assertNoTrouble();
        }
    }

    @Test
    void signing_out_everywhere_ends_the_other_windows_too() {
        RunningRegistry registry = RunningRegistry.shared();
        try (Window one = Window.plain(registry);
                Window other = Window.plain(registry)) {
            one.giveThePassword("gerard");
            other.giveThePassword("gerard");
            one.open("/desk/security");
            assertThat(one.page().locator("#sessions ~ table tbody tr").count()).isGreaterThanOrEqualTo(2);
            one.page()
                    .locator("#sessions ~ table form input[type=submit]")
                    .first()
                    .click();
            one.page().waitForLoadState();
            other.open("/desk/");
            assertThat(other.address()).startsWith("/sign-in");
            other.giveThePassword("gerard");
            one.open("/desk/security");
            one.page().click("[id='everywhere:send']");
            one.page().waitForLoadState();
            one.open("/desk/");
            assertThat(one.address()).startsWith("/sign-in");
            other.open("/desk/");
            assertThat(other.address()).startsWith("/sign-in");
            one.assertNoTrouble();
        }
    }
}
