package org.sceau.it.browser.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.sceau.it.browser.CasePage;
import org.sceau.it.browser.Hand;
import org.sceau.it.browser.Rehearsal;
import org.sceau.it.browser.Window;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;

/** Somebody with an account. What they do is said in the words of the field, and done on the pages of the desks. */
final class Person implements AutoCloseable {
    private static final Duration NOT_FRESH = Duration.ofMinutes(6);

    private final Journey journey;
    private final String username;
    private final Window window;
    private final Hand hand;
    private final CasePage desk;
    private boolean came;
    private int knows = -1;

    Person(Journey journey, String username) {
        this.journey = journey;
        this.username = username;
        this.window = Window.plain(journey.registry());
        this.hand = journey.manner().hand(window);
        this.desk = new CasePage(window, hand);
    }

    private Page page() {
        return window.page();
    }

    private Locator find(String selector) {
        return page().locator(selector).first();
    }

    /** Signs in by the forms, as oneself; later again where the session is over meanwhile. */
    private void come() {
        window.open("/desk/");
        if (!window.address().startsWith("/sign-in")) {
            return;
        }
        hand.write(find("#username"), username);
        hand.write(
                find("#password"), journey.registry().account(username).getString("password"));
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
    private CasePage here() {
        if (knows != journey.news()) {
            come();
            desk.press(find("main a[href='" + journey.desk() + "']"));
            knows = journey.news();
            look("the dossier");
        }
        return desk;
    }

    private void did(String what) {
        knows = journey.did();
        journey.manner().did(desk);
        look(what);
    }

    private void look(String what) {
        journey.manner().look(desk, username + ": " + what);
    }

    /** The first of three screens. */
    void applies(String scheme, String versions) {
        come();
        desk.press(find("main a[href='/desk/apply']"));
        look("the first screen of an application");
        journey.under(scheme);
        hand.choose(find("#scheme"), scheme);
        hand.write(find("#name"), journey.product());
        if (!versions.isEmpty()) {
            hand.write(find("#versions"), versions);
        }
        desk.press(find("main form button[type=submit]"));
        assertThat(window.address()).endsWith("/application");
        journey.at(window.address().replace("/application", ""));
        did("the second screen of an application");
    }

    /** The second screen, where it is open or opened again. @param answers ids of fields with what they are given */
    void declares(String... answers) {
        if (!window.address().endsWith("/application")) {
            here();
            desk.press(find("main a[href$='/application']"));
            look("the second screen of an application, again");
        }
        for (int i = 0; i < answers.length; i += 2) {
            declare(answers[i], answers[i + 1]);
        }
    }

    private void declare(String field, String answer) {
        Locator control = find("#" + field);
        if (!control.isVisible()) {
            hand.press(control.locator("xpath=ancestor::details[1]/summary"));
        }
        switch (String.valueOf(control.evaluate("e => e.tagName"))) {
            case "SELECT" -> hand.choose(control, answer);
            case "FIELDSET" -> hand.tick(control.locator("input[value='" + answer + "']"));
            default -> hand.write(control, answer);
        }
    }

    /** Agrees that the visa will stand in the public catalogue. */
    void agreesToBeListed() {
        hand.tick(find("input[name=listed]"));
    }

    /** What is said at once, while it is typed. */
    void isTold(String... codes) {
        for (String code : codes) {
            page().waitForSelector("#preflight code:text-is('" + code + "')");
            assertThat(page().locator("#preflight").innerText()).contains(words(code));
        }
    }

    /** Saves the second screen, and goes on to the third. */
    void saves() {
        desk.press(find("button[name=on]"));
        assertThat(window.address()).endsWith("?done=saved");
        did("the third screen of an application");
    }

    /** Saves it, which is refused. */
    void cannotSave(String code) {
        desk.press(find("button[name=on]"));
        desk.assertRefused(code);
        look("an application that cannot be saved");
    }

    /** Deposits whatever the check before the sending still names. */
    void bringsWhatIsMissing() {
        CasePage here = here();
        Locator missing = page().locator("#preflight li.stop:has(code:text-is('document-missing')) b");
        while (missing.count() > 0) {
            String name = missing.first().innerText();
            deposits(here.page().locator("#dt option").all().stream()
                    .filter(option -> option.textContent().strip().startsWith(name))
                    .findFirst()
                    .orElseThrow()
                    .getAttribute("value"));
        }
        assertThat(page().locator("#preflight li.stop").allInnerTexts()).isEmpty();
    }

    void deposits(String... types) {
        for (String type : types) {
            here().deposit(type);
            did("after a deposit");
        }
    }

    /** Takes a step that leads on. */
    void takes(String step) {
        here().step(step);
        did("after the step " + step);
    }

    /** Takes one that asks why. */
    void takes(String step, String reason) {
        here().step(step, reason);
        did("after the step " + step);
    }

    /** The step is there, locked, and says why in words and by its code. */
    void cannotTake(String step, String code) {
        assertLocked(here(), label(step), code);
    }

    private void assertLocked(CasePage here, String label, String code) {
        Locator lock = here.page()
                .locator("a[aria-disabled=true]:has-text(\"" + label + "\")")
                .first();
        assertThat(here.page()
                        .locator("[id='" + lock.getAttribute("aria-describedby") + "']")
                        .innerText())
                .contains(words(code), code);
    }

    private String label(String step) {
        return journey.scheme().conduct().orElseThrow().procedure().moves().stream()
                .filter(move -> move.step().equals(step))
                .map(Move::label)
                .map(label -> label.fr())
                .findFirst()
                .orElseThrow();
    }

    /** Of a rule its own words, else those of the code. */
    private String words(String code) {
        Procedure procedure = journey.scheme().conduct().orElseThrow().procedure();
        return procedure
                .rule(code)
                .map(rule -> rule.text().fr())
                .orElseGet(() -> ProblemTexts.in(Locale.FRENCH).title(code));
    }

    void assigns(String laboratory) {
        here().laboratory(laboratory);
        desk.send("assign");
        did("after the assignment");
    }

    void cannotAssign(String laboratory, String code) {
        here().laboratory(laboratory);
        desk.refused("assign", code);
        assertThat(page().locator("#refused").innerText()).contains(words(code));
        knows = -1;
        look("an assignment that was refused");
    }

    void asks(String role, String question) {
        here().ask(role, question);
        desk.send("ask");
        did("after a question");
    }

    void answers(String answer) {
        CasePage here = here();
        here.write(here.unfolded("answer"), "text", answer);
        here.send("answer");
        did("after an answer");
    }

    void settles() {
        here().send("settle");
        did("after the answer was settled");
    }

    void concludes(String... types) {
        for (String type : types) {
            here().concludes(type, "Rien ne s’y oppose : " + type);
            did("after a conclusion");
        }
    }

    void cannotConclude(String type, String code) {
        here().conclusion(type, "Rien ne s’y oppose.");
        desk.refused("conclude", code);
        assertThat(page().locator("#refused").innerText()).contains(words(code));
        knows = -1;
        look("a conclusion that was refused");
    }

    void asksApproval(String type, String why) {
        CasePage here = here();
        Locator form = here.unfolded("approval-ask");
        here.choose(form, "type", type);
        here.write(form, "grounds", why);
        here.send("approval-ask");
        did("after an approval was asked for");
    }

    /** Answers it, alone or so that a second person must approve the answer. */
    void grantsApproval(String why) {
        CasePage here = here();
        Locator form = here.unfolded("approval-answer");
        here.tick(form, "given", "yes");
        here.write(form, "grounds", why);
        code(form);
        here.send("approval-answer");
        did("after an answer to a request");
    }

    void approvesTheAnswer() {
        CasePage here = here();
        code(here.form("approval-yes"));
        here.send("approval-yes");
        did("after the second word about a request");
    }

    /** It cannot be asked for yet. */
    void isNotOffered(String act, String type) {
        assertThat(here().form(act).locator("option[value='" + type + "']").count())
                .as(type)
                .isZero();
    }

    /** There is no form for it. */
    void isNotOffered(String act) {
        assertThat(here().form(act).count()).as(act).isZero();
    }

    /** Shows a second factor in the form that asks for it. */
    private void code(Locator form) {
        Locator field = form.locator("[name=code]");
        if (field.count() > 0) {
            hand.write(field, Rehearsal.code(username));
        }
    }

    /** Names somebody of a provider, with an attestation of two years. */
    void names(String person, String activity, String attestedUntil, boolean leads) {
        CasePage here = here();
        Locator form = here.unfolded("person");
        here.write(form, "person", person);
        here.choose(form, "activity", activity);
        here.write(form, "engagedOn", daysAgo(30));
        here.write(form, "attestation", "ATT-" + activity);
        here.write(form, "attestedFrom", daysAgo(700));
        here.write(form, "attestedUntil", attestedUntil);
        if (leads) {
            here.tick(form, "leads", "yes");
        }
        here.send("person");
        did("after somebody was named");
    }

    String daysAgo(int days) {
        return journey.today().minusDays(days).toString();
    }

    void takesOutWhoeverWasNamed() {
        here().send("person-out");
        did("after somebody was taken out");
    }

    void subcontracts(String activity, String visa) {
        CasePage here = here();
        Locator form = here.unfolded("contract");
        here.choose(form, "activity", activity);
        here.write(form, "visa", visa);
        here.write(form, "contractedOn", daysAgo(60));
        here.write(form, "agreedIn", "Note de cadrage 7");
        here.send("contract");
        did("after a subcontractor was named");
    }

    void takesOutTheSubcontractor() {
        here().send("contract-out");
        did("after a subcontractor was taken out");
    }

    /** Proposes a decision as the form has it filled in. */
    void proposes(String kind) {
        proposes(kind, form -> {});
    }

    void proposes(String kind, Consumer<Proposal> changes) {
        toTheDecision(kind, changes);
        desk.await("propose");
        did("a proposal as its proposer sees it");
        assertLocked(desk, "Approuver la décision", "approval-own-proposal");
        assertThat(desk.form("approve").count()).isZero();
    }

    void cannotPropose(String kind, String code) {
        cannotPropose(kind, code, form -> {});
    }

    void cannotPropose(String kind, String code, Consumer<Proposal> changes) {
        toTheDecision(kind, changes);
        desk.assertRefused(code);
        assertThat(page().locator("#refused").innerText()).contains(words(code));
        knows = -1;
        look("a proposal that was refused");
    }

    private void toTheDecision(String kind, Consumer<Proposal> changes) {
        here();
        desk.press(find(".moves a[href$='/decision?kind=" + kind + "']"));
        look("where a decision is proposed");
        Locator form = find("main form:has([name=act][value=propose])");
        changes.accept(new Proposal(form, hand));
        code(form);
        desk.press(form.locator("button[type=submit]"));
    }

    /** Sends it back, with a factor that is shown just then. */
    void rejects(String why) {
        Locator form = here().unfolded("reject");
        desk.write(form, "grounds", why);
        code(form);
        desk.send("reject");
        did("after a proposal was sent back");
    }

    /** The form of a proposal. */
    record Proposal(Locator form, Hand hand) {
        /** A condition, in both languages. */
        Proposal condition(String french, String english) {
            hand.press(form.locator("summary"));
            hand.write(form.locator("[name=clauseFr0]"), french);
            hand.write(form.locator("[name=clauseEn0]"), english);
            return this;
        }

        Proposal level(String level) {
            hand.choose(form.locator("[name=level]"), level);
            return this;
        }
    }

    /** Says the second word, with a factor that is shown just then. @return the address of the visa */
    String approves() {
        here();
        Rehearsal.pass(NOT_FRESH);
        knows = -1;
        Locator form = here().form("approve");
        assertThat(form.locator("[name=code]").count())
                .as("the factor that was shown before is not fresh")
                .isEqualTo(1);
        code(form);
        desk.send("approve");
        did("a dossier whose visa was granted");
        return String.valueOf(find(".note.ok a").getAttribute("href"));
    }

    /** Comes to the dossier, and does nothing yet. */
    void opens() {
        here();
    }

    /** In the queue it is the person's own, and says what is awaited. */
    void findsInTheQueue(String awaited) {
        come();
        assertThat(find("tr.mine:has-text('" + journey.product() + "')").innerText())
                .contains(awaited);
    }

    /** What they have before them is looked at in both shapes, and goes into the pictures of the desks. */
    void pictured(String name) {
        journey.manner().picture(desk, name);
    }

    /** What they had before them when something failed. */
    void left(String name) {
        window.picture(name + "-" + username);
    }

    @Override
    public void close() {
        window.assertNoTrouble();
        window.close();
    }
}
