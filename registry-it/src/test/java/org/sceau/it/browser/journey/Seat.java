package org.sceau.it.browser.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.sceau.it.browser.CasePage;
import org.sceau.it.browser.Hand;
import org.sceau.it.browser.Rehearsal;
import org.sceau.it.browser.Window;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** The place of somebody with an account: how they come to the page of the dossier, and what is looked at there. */
abstract class Seat implements AutoCloseable {
    final Journey journey;
    final String username;
    final Window window;
    final Hand hand;
    final CasePage desk;
    private boolean came;
    private int knows = -1;

    Seat(Journey journey, String username) {
        this.journey = journey;
        this.username = username;
        this.window = Window.plain(journey.registry());
        this.hand = journey.manner().hand(window);
        this.desk = new CasePage(window, hand);
    }

    final Page page() {
        return window.page();
    }

    final Locator find(String selector) {
        return page().locator(selector).first();
    }

    /** Signs in by the forms, as oneself; later again where the session is over meanwhile. */
    final void come() {
        window.open("/desk/");
        if (!window.address().startsWith("/sign-in")) {
            return;
        }
        hand.write(find("#username"), username);
        hand.write(find("#password"), journey.registry().account(username).getString("password"));
        desk.press(find("main button[type=submit]"));
        if (window.address().startsWith("/desk/confirm")) {
            look("where a second factor is shown");
            hand.write(find("[id='code:shown']"), Rehearsal.code(username));
            desk.press(find("[id='code:send']"));
        }
        assertThat(window.address()).isEqualTo("/desk/");
        if (!came) {
            came = true;
            look("the first page of the desks");
        }
    }

    /** On the page of the dossier as it is now, by way of the queue. */
    final CasePage here() {
        if (knows != journey.news()) {
            come();
            desk.press(find("main a[href='" + journey.desk() + "']"));
            knows = journey.news();
            look("the dossier");
        }
        return desk;
    }

    final void did(String what) {
        knows = journey.did();
        journey.manner().did(desk);
        look(what);
    }

    /** Was refused with this code, which is said in words; nothing was done. */
    final void refused(String code, String what) {
        desk.assertRefused(code);
        assertThat(page().locator("#refused").innerText()).contains(words(code));
        journey.manner().refused(desk);
        forget();
        look(what);
    }

    /** What is on the page may be of before. */
    final void forget() {
        knows = -1;
    }

    final void look(String what) {
        journey.manner().look(desk, username + ": " + what);
    }

    /** What is offered is locked, and says why in words and by its code. */
    final void assertLocked(CasePage here, String label, String code) {
        Locator lock = here.page()
                .locator("a[aria-disabled=true]:has-text(\"" + label + "\")")
                .first();
        assertThat(here.page()
                        .locator("[id='" + lock.getAttribute("aria-describedby") + "']")
                        .innerText())
                .contains(words(code), code);
    }

    /** Of a rule its own words, else those of the code. */
    final String words(String code) {
        Procedure procedure = journey.scheme().conduct().orElseThrow().procedure();
        return procedure
                .rule(code)
                .map(rule -> rule.text().fr())
                .orElseGet(() -> ProblemTexts.in(Locale.FRENCH).title(code));
    }

    final String label(String step) {
        return journey.scheme().conduct().orElseThrow().procedure().moves().stream()
                .filter(move -> move.step().equals(step))
                .map(Move::label)
                .map(label -> label.fr())
                .findFirst()
                .orElseThrow();
    }

    /** Shows a second factor in the form that asks for it. */
    final void code(Locator form) {
        Locator field = form.locator("[name=code]");
        if (field.count() > 0) {
            hand.write(field, Rehearsal.code(username));
        }
    }

    final String daysAgo(int days) {
        return journey.today().minusDays(days).toString();
    }

    /** What they had before them when something failed. */
    final void left(String name) {
        window.picture(name + "-" + username);
    }

    @Override
    public void close() {
        window.assertNoTrouble();
        window.close();
    }
}
