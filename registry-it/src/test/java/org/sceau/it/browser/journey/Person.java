package org.sceau.it.browser.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.function.Consumer;
import org.sceau.it.browser.CasePage;
import org.sceau.it.browser.Counted;
import org.sceau.it.browser.Hand;
import org.sceau.it.browser.Rehearsal;
import org.sceau.it.server.Caller;

/** Somebody with an account. What they do is said in the words of the field, and done on the pages of the desks. */
final class Person extends Seat {
    private static final Duration NOT_FRESH = Duration.ofMinutes(6);

    Person(Journey journey, String username) {
        super(journey, username);
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

    /** Declares a change of what an own visa is about, from the list of the own visas. @param visa address of its public page */
    void declaresAChange(String visa, String kind, String versions) {
        come();
        desk.press(find("a[href='/desk/visas']"));
        look("the own visas");
        pictured("visas-own");
        desk.press(find("main a[href$='?about=" + visa.substring(visa.lastIndexOf('/') + 1) + "']"));
        look("the first screen of a change");
        assertThat(find("#name").inputValue()).isEqualTo(journey.product());
        hand.choose(find("#kind"), kind);
        hand.write(find("#versions"), versions);
        desk.press(find("main form button[type=submit]"));
        assertThat(window.address()).endsWith("/application");
        journey.at(window.address().replace("/application", ""));
        did("the second screen of a change");
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
        journey.manner().refused(desk);
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

    void assigns(String laboratory) {
        here().laboratory(laboratory);
        desk.send("assign");
        assertThat(find("dl.ball").innerText()).contains(laboratory + ", réponse attendue");
        did("after the assignment");
    }

    /** Finds in the queue that it is asked, and accepts. */
    void acceptsTheAssignment() {
        findsInTheQueue("Accepter");
        here().send("accept-assignment");
        assertThat(find("dl.ball").innerText()).doesNotContain("réponse attendue");
        did("after the assignment was accepted");
    }

    /** Declares what its laboratory plans. */
    void plans(String field, String value) {
        here();
        look("the plan of an evaluation");
        pictured("case-plan");
        declare(field, value);
        desk.send("plan");
        did("after a plan was declared");
    }

    void cannotAssign(String laboratory, String code) {
        here().laboratory(laboratory);
        desk.press(desk.form("assign").locator("button[type=submit]"));
        refused(code, "an assignment that was refused");
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

    /** In so many actions at most, from the first page of the desks, where they are counted. */
    void within(int most, Runnable work) {
        come();
        forget();
        if (hand instanceof Counted counted) {
            int before = counted.actions();
            work.run();
            assertThat(counted.actions() - before)
                    .as("actions of %s, for at most %d (peers, part d)", username, most)
                    .isLessThanOrEqualTo(most);
        } else {
            work.run();
        }
    }

    /** Says the second word with a factor that is fresh. */
    void approvesAtOnce() {
        Locator form = here().form("approve");
        assertThat(form.locator("[name=code]").count())
                .as("the factor is fresh")
                .isZero();
        desk.send("approve");
        did("a visa after the second word");
    }

    /** The same of what is proposed about a visa alone, from the first page of the desks. */
    void approvesAtOnce(String visa) {
        come();
        desk.press(find("main a[href='/desk/visas/" + visa.substring(visa.lastIndexOf('/') + 1) + "']"));
        desk.send("approve");
        did("a visa after the second word about it alone");
    }

    /** Proposes a suspension with one form of the first page. */
    void suspendsAtOnce(String visa, int days, String reasons) {
        come();
        Locator form = find("main form:has(input[name=act][value=suspend])");
        look("what can be suspended at once");
        pictured("case-suspend");
        hand.write(form.locator("[name=visa]"), visa.substring(visa.lastIndexOf('/') + 1));
        hand.write(
                form.locator("[name=lastDay]"), journey.today().plusDays(days).toString());
        hand.write(form.locator("[name=reasons]"), reasons);
        hand.write(form.locator("[name=actions]"), "Corriger.");
        desk.press(form.locator("button[type=submit]"));
        desk.await("propose");
        did("after a suspension was proposed at once");
    }

    /** Sees on the first page what is awaited of whom, and until when. */
    void seesInTheQueue(String... said) {
        come();
        assertThat(find("main section:has(a[href='" + journey.desk() + "'])").innerText())
                .contains(said);
    }

    /** Finds the question on the first page of the desks, and answers it there. */
    void answersInTheQueue(String answer) {
        come();
        Locator form = find("main form:has(input[name=question])");
        look("a question in the queue");
        hand.write(form.locator("textarea"), answer);
        desk.press(form.locator("button[type=submit]"));
        assertThat(window.address()).startsWith(journey.desk());
        desk.await("answer");
        did("after an answer in the queue");
    }

    /** Hands in a report with what it concludes, on the first page of the desks. */
    void handsIn(String type, String grounds) {
        come();
        Locator form = find("main form:has(input[name=type][value='" + type + "'])");
        look("what can be handed in");
        pictured("case-hand-in");
        for (Locator one : form.locator("fieldset").all()) {
            hand.tick(one.locator("input[type=radio][value=yes]"));
            hand.write(one.locator("textarea"), grounds);
        }
        hand.handOver(form.locator("[name=file]"), CasePage.file(type, window.address()));
        desk.press(form.locator("button[type=submit]"));
        assertThat(window.address()).startsWith(journey.desk());
        desk.await("hand-in");
        did("after a report was handed in");
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
        desk.press(desk.form("conclude").locator("button[type=submit]"));
        refused(code, "a conclusion that was refused");
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
        refused(code, "a proposal that was refused");
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

        Proposal versions(String versions) {
            hand.write(form.locator("[name=versions]"), versions);
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
        forget();
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
        forget();
        assertThat(find("tr.mine:has-text('" + journey.product() + "')").innerText())
                .contains(awaited);
    }

    /** Suspends a title of a laboratory since yesterday, by a program: laboratories are kept through the interface. */
    void suspends(String laboratory, String title) {
        keeps(
                laboratory,
                "/suspensions",
                "{\"title\":\"" + title + "\",\"from\":\"" + daysAgo(1) + "\",\"reason\":\"Audit.\"}");
    }

    /** Lifts it again. */
    void lifts(String laboratory, String title) {
        keeps(laboratory, "/liftings", "{\"title\":\"" + title + "\",\"from\":\"" + journey.today() + "\"}");
    }

    private void keeps(String laboratory, String below, String body) {
        String id = journey
                .registry()
                .get("/api/v1/labs")
                .json()
                .getJsonArray("laboratories")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(lab -> lab.getString("name").equals(laboratory))
                .findFirst()
                .orElseThrow()
                .getString("id");
        new Caller(journey.registry(), username).changed("POST", "/api/v1/labs/" + id, below, body);
    }

    /** Finds the visa among those to review, with what puts it in question; it is in force all the same. */
    void findsToReview(String visa, String cause) {
        come();
        desk.press(find("main a[href='/desk/impacts']"));
        Locator group = find("main section.panel:has(code:text-is('" + cause + "'))");
        assertThat(group.innerText()).contains(visa.substring(visa.lastIndexOf('/') + 1), "En vigueur");
        look("visas to review");
        pictured("impacts");
    }

    /** What they have before them is looked at in both shapes, and goes into the pictures of the desks. */
    void pictured(String name) {
        journey.manner().picture(desk, name);
    }
}
