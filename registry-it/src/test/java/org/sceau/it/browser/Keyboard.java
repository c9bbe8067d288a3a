package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.ElementHandle;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Nothing but keys: Tab until the focus is there, Enter, Space and arrows. Wherever the focus comes to on the way it is in sight, and it is
 * never held.
 */
public final class Keyboard implements Hand {
    private static final int MOST_STOPS = 400;

    /** Where the focus is, as seen from what is looked for: {@code there}, {@code before} it, {@code behind} it, or {@code nowhere}. */
    private static final String PLACE = "(target) => { const e = document.activeElement;"
            + " if (!e || e === document.body || e === document.documentElement) return 'nowhere';"
            + " const group = e.type === 'radio' && target.type === 'radio' && e.name === target.name && e.form === target.form;"
            + " if (e === target || group) return 'there';"
            + " return e.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING ? 'before' : 'behind'; }";

    /** Empty where it can be seen where the focus is, else what has it. */
    private static final String UNSEEN = "() => { const e = document.activeElement;"
            + " if (!e || e === document.body) return '';"
            + " const box = e.getBoundingClientRect();"
            + " const marked = x => { const s = getComputedStyle(x);"
            + " return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; };"
            + " let seen = false;"
            + " for (let x = e, up = 0; x && up < 4; x = x.parentElement, up++) seen = seen || marked(x);"
            + " return seen && box.width > 0 && box.bottom > 0 && box.top < innerHeight ? '' : e.outerHTML.slice(0, 300); }";

    private static final String ENTERS = "(target) => document.activeElement.matches('a.skip')"
            + " && document.querySelector(document.activeElement.getAttribute('href')).contains(target)";

    /** How the browser asks for the parts of a day is the machine's; the first day that is typed finds it out. */
    private static final List<BiFunction<String[], Integer, String>> ORDERS = List.of(
            (day, any) -> day[1] + day[2] + day[0],
            (day, any) -> day[2] + day[1] + day[0],
            (day, any) -> day[0] + day[1] + day[2]);

    private static int order;

    private final Page page;

    private @Nullable FileChooser chooser;

    public Keyboard(Page page) {
        this.page = page;
        // From the start: whoever begins to listen when the key is pressed may come too late for it.
        page.onFileChooser(opened -> chooser = opened);
    }

    @Override
    public boolean isKeyboard() {
        return true;
    }

    @Override
    public void press(Locator what) {
        reach(what);
        boolean follows = Boolean.TRUE.equals(what.evaluate("e => e.tagName === 'A'"));
        key(follows ? "Enter" : "Space");
    }

    @Override
    public void write(Locator field, String text) {
        reach(field);
        if ("date".equals(field.getAttribute("type"))) {
            day(field, text);
            return;
        }
        key("ControlOrMeta+A");
        key("Delete");
        page.keyboard().type(text);
    }

    private void day(Locator field, String text) {
        for (int tried = 0; tried < ORDERS.size() && !field.inputValue().equals(text); tried++) {
            // To the first of its parts.
            for (int part = 0; part < 3; part++) {
                key("ArrowLeft");
            }
            page.keyboard().type(ORDERS.get(order).apply(text.split("-"), order));
            if (!field.inputValue().equals(text)) {
                order = (order + 1) % ORDERS.size();
            }
        }
        assertThat(field.inputValue()).as("a day that was typed").isEqualTo(text);
    }

    @Override
    public void choose(Locator list, String value) {
        reach(list);
        int wanted = ((Number) list.evaluate("(e, value) => [...e.options].findIndex(o => o.value === value)", value))
                .intValue();
        assertThat(wanted).as("an option %s", value).isNotNegative();
        int now = ((Number) list.evaluate("e => e.selectedIndex")).intValue();
        for (int at = now; at != wanted; at += Integer.signum(wanted - now)) {
            key(wanted > now ? "ArrowDown" : "ArrowUp");
        }
        assertThat(list.inputValue()).isEqualTo(value);
    }

    @Override
    public void tick(Locator box) {
        reach(box);
        boolean round = "radio".equals(box.getAttribute("type"));
        for (int i = 0; i < MOST_STOPS && !box.isChecked(); i++) {
            boolean onIt = Boolean.TRUE.equals(box.evaluate("e => e === document.activeElement"));
            key(!round || onIt ? "Space" : "ArrowDown");
        }
        assertThat(box.isChecked()).isTrue();
    }

    @Override
    public void untick(Locator box) {
        if (box.isChecked()) {
            reach(box);
            key("Space");
        }
    }

    @Override
    public void handOver(Locator field, FilePayload file) {
        reach(field);
        chooser = null;
        key("Space");
        page.waitForCondition(() -> chooser != null);
        Objects.requireNonNull(chooser).setFiles(file);
    }

    private void key(String name) {
        page.keyboard().press(name);
    }

    /** Walks until the focus is on it, by the shorter way. */
    void reach(Locator target) {
        ElementHandle wanted = target.elementHandle();
        int nowhere = 0;
        for (int stops = 0; stops < MOST_STOPS && nowhere < 2; stops++) {
            switch (String.valueOf(page.evaluate(PLACE, wanted))) {
                case "there" -> {
                    assertSeen();
                    return;
                }
                case "nowhere" -> {
                    nowhere++;
                    key("Tab");
                    if (Boolean.TRUE.equals(page.evaluate(ENTERS, wanted))) {
                        key("Enter");
                        key("Tab");
                    }
                }
                case "before" -> key("Tab");
                default -> key("Shift+Tab");
            }
            assertSeen();
        }
        throw new AssertionError("the Tab key does not lead to " + target);
    }

    private void assertSeen() {
        assertThat(page.evaluate(UNSEEN))
                .as("the focus can be seen on %s", page.url())
                .isEqualTo("");
    }

    /** From where the focus is once around the page: every stop in sight, none twice, nothing holds it, and nothing that acts is left out. */
    @Override
    public void tour() {
        Object missed = Map.of();
        page.evaluate("() => { window.toured = new Set() }");
        boolean around = false;
        for (int stops = 0; stops < MOST_STOPS && !around; stops++) {
            key("Tab");
            assertSeen();
            around = Boolean.TRUE.equals(page.evaluate("() => { const e = document.activeElement;"
                    + " const again = e === document.body && window.toured.has(e) || e.matches('a.skip') && window.toured.has(e);"
                    + " window.toured.add(e); return again; }"));
        }
        assertThat(around).as("the Tab key leads around %s", page.url()).isTrue();
        missed = page.evaluate(
                "() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex=\"0\"]')]"
                        + ".filter(e => e.type !== 'hidden' && !e.disabled && e.checkVisibility({visibilityProperty: true}))"
                        + ".filter(e => !window.toured.has(e) && e.type !== 'radio').map(e => e.outerHTML.slice(0, 200))");
        assertThat((List<?>) missed)
                .as("what the Tab key leaves out on %s", page.url())
                .isEmpty();
    }
}
