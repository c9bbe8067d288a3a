package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** What people do on the page of a dossier, by its forms. */
public record CasePage(Window window, Hand hand) {
    private static final int DESK = 1280;
    private static final int TELEPHONE = 360;

    CasePage(Window window) {
        this(window, new Mouse());
    }

    public Page page() {
        return window.page();
    }

    /** The first form of an act. */
    public Locator form(String act) {
        return page().locator("form:has(input[name=act][value='" + act + "'])").first();
    }

    /** Opens what the form lies folded in, if it does. */
    public Locator unfolded(String act) {
        Locator form = form(act);
        if (!form.isVisible()) {
            hand.press(form.locator("xpath=ancestor::details[1]/summary"));
        }
        return form;
    }

    public void write(Locator form, String field, String text) {
        hand.write(form.locator("[name='" + field + "']"), text);
    }

    public void choose(Locator form, String field, String value) {
        hand.choose(form.locator("select[name='" + field + "']"), value);
    }

    public void tick(Locator form, String field, String value) {
        hand.tick(form.locator("input[name='" + field + "'][value='" + value + "']"));
    }

    /** Sends the form of an act, which is done. */
    public void send(String act) {
        press(form(act).locator("button[type=submit]"));
        await(act);
    }

    /** Presses what leads to another page, or to the same one anew, and waits for it. */
    public void press(Locator what) {
        window.follow(() -> hand.press(what));
    }

    /** Sends it, and it is refused with this code. */
    public void refused(String act, String code) {
        press(form(act).locator("button[type=submit]"));
        assertRefused(code);
    }

    /** The page says so, and why. */
    public void assertRefused(String code) {
        page().waitForSelector("#refused");
        assertThat(page().locator("#refused code").innerText()).isEqualTo(code);
        assertThat(page().locator("#refused h2").innerText()).isNotBlank().doesNotContain(code);
    }

    public void await(String act) {
        page().waitForURL(Pattern.compile("[?]done=" + act + "(#.*)?$"));
        assertThat(page().locator("[role=status]").first().innerText()).isNotBlank();
    }

    /** Takes a step that leads on and asks for no reason. */
    public void step(String step) {
        press(page().locator(".moves form:has(input[name=step][value='" + step + "']) button"));
        await("step");
    }

    /** Takes a step that asks for a reason. */
    public void step(String step, String reason) {
        press(page().locator(".moves a[href='?ask=" + step + "#sure']"));
        page().waitForSelector("#sure");
        write(form("step"), "reason", reason);
        send("step");
    }

    public void deposit(String type) {
        deposit(type, type + " de démonstration");
    }

    public void deposit(String type, String title) {
        Locator form = unfolded("deposit");
        choose(form, "type", type);
        write(form, "title", title);
        if (type.equals("CERTIFICATION_REPORT")) {
            form.locator("input[name=section]").all().forEach(hand::tick);
        }
        hand.handOver(form.locator("input[name=file]"), file(type, page().url()));
        send("deposit");
    }

    /** A document of this type; of another dossier it is another one. */
    public static FilePayload file(String type, String address) {
        return new FilePayload(type + ".pdf", "application/pdf", (type + address).getBytes(StandardCharsets.UTF_8));
    }

    public void concludes(String type, String grounds) {
        conclusion(type, grounds);
        send("conclude");
    }

    /** The form of a conclusion, filled in. */
    public void conclusion(String type, String grounds) {
        Locator form = unfolded("conclude");
        choose(form, "type", type);
        tick(form, "favourable", "yes");
        write(form, "grounds", grounds);
    }

    /** The form of a question, filled in. */
    public void ask(String to, String text) {
        Locator form = unfolded("ask");
        choose(form, "to", to);
        write(form, "text", text);
    }

    /** Ticks one laboratory in the form that assigns them. */
    public void laboratory(String name) {
        hand.tick(unfolded("assign").locator("label:has-text(\"" + name + "\") input"));
    }

    public String text() {
        return page().locator("main").innerText();
    }

    /** Accessible and no wider than the window, on a desk in light and on a telephone in dark colours. */
    public void judge(String picture, String what) {
        judge(what);
        window.picture(picture);
        window.shape(TELEPHONE, ColorScheme.DARK);
        window.assertAccessible(what + ", telephone, dark");
        window.assertFits(what + ", telephone");
        window.picture(picture + "-telephone");
        window.shape(DESK, ColorScheme.LIGHT);
    }

    /** The same in the shape that the window has. */
    public void judge(String what) {
        assertIdsAreUnique(what);
        window.assertAccessible(what);
        window.assertFits(what);
    }

    private void assertIdsAreUnique(String what) {
        Object twice = page().evaluate("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                + " return ids.filter((id, at) => ids.indexOf(id) !== at) }");
        assertThat((List<?>) twice).as("%s: ids that stand twice", what).isEmpty();
    }
}
