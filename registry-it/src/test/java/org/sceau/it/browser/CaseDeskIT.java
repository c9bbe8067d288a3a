package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.Patience;
import org.sceau.it.server.RunningRegistry;

/** A certificate comes out of five desks: certifier, laboratory, reviewer, and two deciders. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseDeskIT {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final RunningRegistry registry = Rehearsal.registry();

    private interface Work {
        void by(CasePage desk);
    }

    /** Somebody comes with a factor that is not fresh, works on the page of a dossier and leaves. */
    private void at(String username, Rehearsal.Made dossier, Work work) {
        try (Window window = Window.plain(registry)) {
            Rehearsal.comeStale(window, username);
            window.open(dossier.desk());
            work.by(new CasePage(window));
            window.assertNoTrouble();
        }
    }

    @Test
    void an_application_becomes_a_public_certificate_by_the_hands_of_five_people() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        at("morvan", dossier, desk -> {
            desk.step("Déclarer complet");
            desk.judge("case-certifier", "a dossier that a certifier examines");
            desk.unfolded("assign")
                    .locator("label:has-text('Arvor Évaluation') input")
                    .check();
            desk.send("assign");
            desk.deposit("EVALUATION_PLAN");
            desk.step("Accepter et confier à l'évaluation");
            desk.ask("evaluator", "Quelle version est évaluée ?");
            desk.send("ask");
        });
        answers(dossier);
        at("guivarch", dossier, desk -> {
            desk.deposit("EVALUATION_TECHNICAL_REPORT");
            desk.concludes("laboratory-conclusion", "Aucune vulnérabilité exploitable.");
            desk.judge("case-laboratory", "a dossier at the laboratory");
            desk.step("Remettre le rapport d'évaluation");
            assertThat(desk.text()).contains("Rapport remis");
        });
        at("morvan", dossier, desk -> {
            desk.send("settle");
            desk.step("Ouvrir la revue technique");
            desk.deposit("CERTIFICATION_REPORT");
        });
        at("calvet", dossier, desk -> {
            desk.deposit("REVIEW_REPORT");
            desk.concludes("review-conclusion", "Le rapport tient.");
            desk.concludes("consistency-check", "Rien ne diffère.");
            desk.judge("case-reviewer", "a dossier that is reviewed");
            desk.step("Conclure la revue");
        });
        proposes(dossier);
        approves(dossier);
    }

    /** To open and to send: two actions from the page of the dossier. */
    private void answers(Rehearsal.Made dossier) {
        at("guivarch", dossier, desk -> {
            desk.window().open("/desk/");
            assertThat(desk.page()
                            .locator("tr.mine:has-text('" + dossier.product() + "')")
                            .innerText())
                    .contains("Répondre");
            desk.judge("case-queue-laboratory", "the queue of a laboratory");
            desk.page().locator("tr:has-text('" + dossier.product() + "') th a").click();
            Locator answer = desk.form("answer");
            answer.locator("textarea").fill("La version 1.0.");
            desk.send("answer");
            assertThat(desk.text()).contains("La version 1.0.");
            assertThat(desk.form("answer").count()).isZero();
        });
    }

    private void proposes(Rehearsal.Made dossier) {
        at("tual", dossier, desk -> {
            Page page = desk.page();
            page.locator(".moves a[href$='/decision?kind=grant']").click();
            page.waitForURL("**/decision?kind=grant");
            desk.judge("case-decision", "where a decision is proposed");
            page.locator("#code-propose").fill(Rehearsal.code("tual"));
            page.locator("main form button[type=submit]").click();
            desk.await("propose");
            desk.judge("case-proposed", "a proposal as its proposer sees it");
            Locator locked = page.locator("a[aria-disabled=true]:has-text('Approuver la décision')");
            assertThat(locked.count()).isEqualTo(1);
            assertThat(page.locator("[id='" + locked.getAttribute("aria-describedby") + "']")
                            .innerText())
                    .contains("approval-own-proposal");
            assertThat(desk.form("approve").count()).isZero();
        });
    }

    /** The code and the word: two actions from the page of the dossier. */
    private void approves(Rehearsal.Made dossier) {
        assertThat(registry.get("/catalogue?q=" + dossier.product()).text()).doesNotContain("/visas/EUCC");
        at("kerleo", dossier, desk -> {
            Page page = desk.page();
            desk.judge("case-to-approve", "a proposal as the second person sees it");
            desk.form("approve").locator("[name=code]").fill(Rehearsal.code("kerleo"));
            desk.send("approve");
            desk.judge("case-granted", "a dossier whose certificate was granted");
            String link = page.locator(".note.ok a").getAttribute("href");
            assertThat(link).startsWith("/visas/");
            page.locator(".note.ok a").click();
            page.waitForURL("**" + link);
            assertThat(page.locator("main").innerText()).contains(dossier.product());
        });
        Patience.until(
                "the certificate in the public catalogue",
                LONGEST,
                () -> registry.get("/catalogue?q=" + dossier.product()).text().contains("/visas/EUCC"));
    }

    @Test
    void a_laboratory_declines_with_a_reason_and_another_accepts() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        at("morvan", dossier, desk -> {
            desk.step("Déclarer complet");
            desk.unfolded("assign")
                    .locator("label:has-text('Arvor Évaluation') input")
                    .check();
            desk.send("assign");
        });
        at("guivarch", dossier, desk -> {
            desk.judge("case-assigned", "a dossier whose laboratory is asked");
            desk.unfolded("decline-assignment").locator("[name=reason]").fill("Plan de charge complet.");
            desk.page().locator("form:has([value=decline-assignment]) button").click();
            desk.page().waitForURL("**/desk/?done=decline-assignment");
            assertThat(desk.page().locator("[role=status]").innerText()).contains("L’évaluation est déclinée");
            desk.page().navigate(desk.page().url().replaceFirst("/desk/.*", dossier.desk()));
            assertThat(desk.text()).contains("dossier-unknown");
        });
        at("morvan", dossier, desk -> {
            assertThat(desk.text()).contains("décline l’évaluation pour Arvor Évaluation", "Plan de charge complet.");
            desk.unfolded("assign")
                    .locator("label:has-text('Arvor Évaluation') input")
                    .check();
            desk.send("assign");
        });
        at("guivarch", dossier, desk -> {
            desk.send("accept-assignment");
            assertThat(desk.text()).contains("accepte l’évaluation pour Arvor Évaluation");
            assertThat(desk.page()
                            .locator("form:has([value=decline-assignment])")
                            .count())
                    .as("who accepted does not decline")
                    .isZero();
        });
    }

    @Test
    void who_approves_needs_no_mouse() {
        Rehearsal.Made dossier = Rehearsal.proposed();
        try (Window window = Window.plain(registry)) {
            Rehearsal.comeStale(window, "kerleo");
            CasePage desk = new CasePage(window);
            window.open("/desk/");
            desk.tabTo("a[href='" + dossier.desk() + "']");
            window.page().keyboard().press("Enter");
            window.page().waitForURL("**" + dossier.desk());
            desk.tabTo("form:has([name=act][value=approve]) [name=code]");
            window.page().keyboard().type(Rehearsal.code("kerleo"));
            desk.tabTo("form:has([name=act][value=approve]) button");
            window.page().keyboard().press("Enter");
            desk.await("approve");
            assertThat(window.page().locator(".note.ok a").count()).isEqualTo(1);
            window.assertNoTrouble();
        }
    }

    @Test
    void a_wrong_code_decides_nothing_and_a_rejection_says_why() {
        Rehearsal.Made dossier = Rehearsal.proposed();
        at("kerleo", dossier, desk -> {
            desk.form("approve").locator("[name=code]").fill("000000");
            desk.refused("approve", "factor-wrong");
            desk.judge("case-refused", "an act that was refused");
            desk.refused("approve", "step-up-needed");
            Locator reject = desk.unfolded("reject");
            reject.locator("textarea").fill("La période est trop longue.");
            reject.locator("[name=code]").fill("000000");
            desk.refused("reject", "factor-wrong");
            assertThat(desk.form("reject").locator("textarea").inputValue()).isEqualTo("La période est trop longue.");
            assertThat(desk.form("reject").locator("textarea").isVisible())
                    .as("what was typed is in sight")
                    .isTrue();
            desk.form("reject").locator("[name=code]").fill(Rehearsal.code("kerleo"));
            desk.send("reject");
            assertThat(desk.text()).contains("La période est trop longue.");
            assertThat(desk.form("approve").count()).isZero();
        });
        at(
                "tual",
                dossier,
                desk -> assertThat(desk.page()
                                .locator(".moves a[href$='/decision?kind=grant']")
                                .count())
                        .as("it can be proposed again")
                        .isEqualTo(1));
    }
}
