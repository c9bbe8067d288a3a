package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.house.Authenticator;
import org.sceau.it.server.RunningRegistry;

/** Three people give a fourth one an account: a manager invites, an administrator approves, the new decider comes in. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessDeskIT {
    private static final String PASSWORD = "trois pommes cuites";
    private static final String SECRET = "#secret";
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;

    private final RunningRegistry registry = RunningRegistry.shared();

    private static String fresh() {
        return "n" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void a_decider_comes_in_by_the_words_of_two_people() {
        String username = fresh();
        String address;
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("riou");
            page.locator("main a[href='/desk/organisations']").first().click();
            judge(window, "access-organisations", "the organisations of a manager");
            assertThat(page.locator("main table tbody tr").count()).isEqualTo(1);
            page.locator("main table a").first().click();
            page.waitForSelector("h1:has-text('Centre de certification')");
            invite(page, username, "decider");
            page.waitForSelector(SECRET);
            address = page.locator(SECRET).inputValue();
            assertThat(page.locator("main").innerText()).contains("Attend une seconde personne", username);
            assertThat(page.locator("a[href^='?ask=approve']").count())
                    .as("whoever invites does not approve")
                    .isZero();
            judge(window, "access-invited", "an invitation that waits");
            window.assertNoTrouble();
        }
        String code = approved(username);
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            page.navigate(address);
            judge(window, "access-invitation", "the page of an invitation");
            assertThat(page.locator("main").innerText()).contains("Centre de certification", username, "Décideur");
            answer(page, "0000-0000-0000");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("invitation-code-wrong");
            judge(window, "access-wrong-code", "a wrong code");
            answer(page, code);
            page.waitForURL("**/sign-in?accepted=true");
            judge(window, "access-accepted", "the sign-in page after an invitation");
            page.fill("#username", username);
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            page.waitForURL("**/desk/security");
            window.open("/desk/tokens");
            assertThat(window.address()).as("nothing but to enrol").isEqualTo("/desk/security");
            judge(window, "security-owing", "an account that can do nothing but enrol");
            page.click("[id='begin:send']");
            Authenticator authenticator =
                    new Authenticator(page.locator("#confirm code").innerText().replace(" ", ""));
            page.fill("[id='confirm:code']", authenticator.code(registry.now()));
            page.click("[id='confirm:send']");
            page.waitForSelector(".codes");
            page.locator(".note.ok a").click();
            page.waitForURL("**/desk/");
            assertThat(page.locator("main").innerText()).contains(username, "Centre de certification");
            page.locator("main a[href='/desk/tokens']").click();
            assertThat(page.locator("main").innerText()).contains("Aucun jeton.");
            page.fill("[id$='make:label']", "miroir");
            page.locator("[id$='make:send']").click();
            page.waitForSelector(SECRET);
            String token = page.locator(SECRET).inputValue();
            judge(window, "tokens-made", "a token that was just made");
            assertThat(registry.getWith(token, "/api/v1/decisions").status())
                    .as("the new decider works through the interface")
                    .isEqualTo(200);
            assertThat(page.locator("main table").innerText()).contains("Lire seulement");
            assertThat(registry.send(registry.request("/api/v1/tokens")
                                    .header("Authorization", "Bearer " + token)
                                    .header("Content-Type", "application/json")
                                    .POST(BodyPublishers.ofString("{\"label\":\"more\",\"days\":1}")))
                            .status())
                    .as("a token for reading alone does nothing else")
                    .isEqualTo(403);
            page.locator("a[href^='?revoke=']").click();
            page.waitForSelector("#sure");
            judge(window, "tokens-revoke", "a token to revoke");
            page.locator("section.note.pause form input[type=submit]").click();
            page.waitForSelector("main table .tag:has-text('Révoqué')");
            assertThat(registry.getWith(token, "/api/v1/decisions").status()).isEqualTo(401);
            page.navigate(address);
            assertThat(page.locator("main").innerText()).contains("invitation-unknown");
            judge(window, "access-gone", "an invitation that is over");
            window.assertNoTrouble();
        }
    }

    private String approved(String username) {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("admin");
            window.open("/desk/organisations");
            judge(window, "access-all", "all organisations, with the form for one more");
            page.locator("main table a:text-is('Centre de certification')").click();
            page.locator("tr:has-text('" + username + "') a[href^='?ask=approve']")
                    .click();
            page.waitForSelector("#sure");
            judge(window, "access-approve", "an invitation to approve");
            page.locator("section.note.pause form input[type=submit]").click();
            page.waitForSelector(SECRET);
            judge(window, "access-code", "the code that is told once");
            window.assertNoTrouble();
            return page.locator(SECRET).inputValue();
        }
    }

    @Test
    void what_is_missing_is_said_and_an_invitation_is_taken_back_after_a_question() {
        String username = fresh();
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("gerard");
            window.open("/en/desk/organisations");
            page.locator("main table a").first().click();
            invite(page, "Not A Name", "sponsor");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("invitee-invalid");
            assertThat(page.locator("[id$='username']").inputValue())
                    .as("what was typed stays")
                    .isEqualTo("Not A Name");
            judge(window, "access-refused", "a refused invitation");
            invite(page, username, "sponsor");
            page.waitForSelector(SECRET);
            String address = page.locator(SECRET).inputValue();
            page.locator("tr:has-text('" + username + "') a[href^='?ask=revoke']")
                    .click();
            page.waitForSelector("#sure");
            page.locator("section.note.pause form input[type=submit]").click();
            page.waitForSelector("tr:has-text('" + username + "'):has-text('Taken back')");
            page.navigate(address);
            assertThat(page.locator("main").innerText()).contains("invitation-unknown");
            window.assertNoTrouble();
        }
    }

    @Test
    void a_role_is_given_and_taken_at_once_and_nobody_is_put_on_both_sides_of_a_wall() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("admin");
            window.open("/desk/organisations");
            page.locator("main table a:text-is('Autorité de démonstration')").click();
            page.locator("a[href='?roles=lagarde']").click();
            page.waitForSelector("#roles-of");
            judge(window, "access-roles", "the roles of a person");
            String before = roles(page, "lagarde");

            give(page, "decider", "eucc");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText())
                    .as("who approves for the authority decides nothing under the scheme (CSA Art. 58(4))")
                    .contains("sod-supervision-issuance");
            judge(window, "access-roles-refused", "a role that a wall keeps back");
            assertThat(roles(page, "lagarde")).isEqualTo(before);

            give(page, "auditor", "pvid");
            page.waitForSelector("#roles-of ~ .note.ok");
            assertThat(roles(page, "lagarde")).contains(before, "(pvid)");
            give(page, "auditor", "pvid");
            page.waitForSelector("[role=alert]");
            assertThat(page.locator("[role=alert]").innerText()).contains("role-held");

            page.selectOption("#former", "auditor@pvid");
            page.locator("[id='take:send']").click();
            page.waitForSelector("#roles-of ~ .note.ok");
            assertThat(roles(page, "lagarde")).isEqualTo(before);
            window.open("/en" + java.net.URI.create(page.url()).getPath() + "?roles=lagarde");
            judge(window, "access-roles-en", "the roles of a person in English");
            assertThat(page.locator("main").innerText()).contains("Roles of lagarde", "Role to take");
            window.assertNoTrouble();
        }
    }

    private static void give(Page page, String role, String scheme) {
        page.selectOption("[id='give:role']", role);
        page.selectOption("[id='give:scheme']", scheme);
        page.locator("[id='give:send']").click();
    }

    private static String roles(Page page, String username) {
        return page.locator("tr:has-text('" + username + "') td[data-l]")
                .first()
                .innerText();
    }

    @Test
    void a_foreign_organisation_and_one_that_is_not_there_look_alike() {
        try (Window window = Window.plain(registry)) {
            Page page = window.page();
            window.signIn("admin");
            window.open("/desk/organisations");
            String foreign = page.locator("main table a:text-is('Centre de certification')")
                    .getAttribute("href");
            page.locator("form.out button").click();
            page.waitForURL("**/");
            window.signIn("gerard");
            window.open(foreign);
            String there = page.locator("main").innerText();
            window.open("/desk/organisations/" + UUID.randomUUID());

            assertThat(page.locator("main").innerText()).isEqualTo(there).contains("organisation-unknown");
            judge(window, "access-unknown", "an organisation that is not there");
        }
    }

    private static void invite(Page page, String username, String role) {
        page.fill("[id$='invite:name']", "Nolwenn Ouveau");
        page.fill("[id$='invite:username']", username);
        page.fill("[id$='invite:mail']", "nolwenn@demo.example");
        page.check("input[type=checkbox][value='" + role + "']");
        page.locator("[id$='invite:send']").click();
    }

    private static void answer(Page page, String code) {
        page.fill("#code", code);
        page.fill("#password", PASSWORD);
        page.fill("#again", PASSWORD);
        page.click("main button[type=submit]");
    }

    /** In light and dark, on a desk and on a telephone, with a picture of each; back as it was. */
    private static void judge(Window window, String picture, String what) {
        window.assertFits(what);
        window.assertAccessible(what + " in light");
        window.picture(picture);
        window.shape(TELEPHONE, ColorScheme.DARK);
        window.assertFits(what + " on a telephone");
        window.assertAccessible(what + " in dark on a telephone");
        window.picture(picture + "-telephone");
        window.shape(DESK, ColorScheme.LIGHT);
    }
}
