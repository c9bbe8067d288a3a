package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What people do on the page of a dossier, by its forms. */
record CasePage(Window window) {
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;
    private static final int MOST_STOPS = 150;

    Page page() {
        return window.page();
    }

    /** The first form of an act. */
    Locator form(String act) {
        return page().locator("form:has(input[name=act][value='" + act + "'])").first();
    }

    /** Opens what the form lies folded in, if it does. */
    Locator unfolded(String act) {
        Locator form = form(act);
        if (!form.isVisible()) {
            form.locator("xpath=ancestor::details[1]/summary").click();
        }
        return form;
    }

    /** Sends the form of an act, which is done. */
    void send(String act) {
        form(act).locator("button[type=submit]").click();
        await(act);
    }

    /** Sends it, and it is refused with this code. */
    void refused(String act, String code) {
        form(act).locator("button[type=submit]").click();
        assertRefused(code);
    }

    void assertRefused(String code) {
        page().waitForSelector("#refused");
        assertThat(page().locator("#refused code").innerText()).isEqualTo(code);
    }

    void await(String act) {
        page().waitForURL(Pattern.compile("[?]done=" + act + "(#.*)?$"));
        assertThat(page().locator("[role=status]").innerText()).isNotBlank();
    }

    /** Takes a step that leads on. */
    void step(String label) {
        page().locator(".moves button:has-text(\"" + label + "\")").click();
        await("step");
    }

    void deposit(String type) {
        Locator form = unfolded("deposit");
        form.locator("select[name=type]").selectOption(type);
        form.locator("input[name=title]").fill(type + " de démonstration");
        form.locator("input[name=file]")
                .setInputFiles(new FilePayload(
                        type + ".pdf", "application/pdf", (type + page().url()).getBytes(StandardCharsets.UTF_8)));
        form.locator("input[name=section]").all().stream()
                .filter(section -> type.equals("CERTIFICATION_REPORT"))
                .forEach(Locator::check);
        send("deposit");
    }

    void concludes(String type, String grounds) {
        Locator form = unfolded("conclude");
        form.locator("select[name=type]").selectOption(type);
        form.locator("input[name=favourable][value=yes]").check();
        form.locator("textarea").fill(grounds);
        send("conclude");
    }

    void ask(String to, String text) {
        Locator form = unfolded("ask");
        form.locator("select[name=to]").selectOption(to);
        form.locator("textarea").fill(text);
    }

    String text() {
        return page().locator("main").innerText();
    }

    /** Moves the focus with the Tab key alone until it is on this. */
    void tabTo(String selector) {
        for (int i = 0; i < MOST_STOPS; i++) {
            page().keyboard().press("Tab");
            if (Boolean.TRUE.equals(page().evaluate(
                            "selector => document.activeElement !== null && document.activeElement.matches(selector)",
                            selector))) {
                return;
            }
        }
        throw new AssertionError("the Tab key does not lead to " + selector);
    }

    /** Accessible and no wider than the window, on a desk in light and on a telephone in dark colours. */
    void judge(String picture, String what) {
        assertIdsAreUnique(what);
        window.assertAccessible(what);
        window.assertFits(what);
        window.picture(picture);
        window.shape(TELEPHONE, ColorScheme.DARK);
        window.assertAccessible(what + ", telephone, dark");
        window.assertFits(what + ", telephone");
        window.picture(picture + "-telephone");
        window.shape(DESK, ColorScheme.LIGHT);
    }

    private void assertIdsAreUnique(String what) {
        Object twice = page().evaluate("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                + " return ids.filter((id, at) => ids.indexOf(id) !== at) }");
        assertThat((java.util.List<?>) twice)
                .as("%s: ids that stand twice", what)
                .isEmpty();
    }
}
