package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.RunningRegistry;

/** What becomes of a laboratory that declines, of a second word that is not taken, and of a proposal that is sent back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseDeskIT {
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
    void a_laboratory_declines_with_a_reason_and_another_accepts() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        at("morvan", dossier, desk -> {
            desk.step("admit");
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
