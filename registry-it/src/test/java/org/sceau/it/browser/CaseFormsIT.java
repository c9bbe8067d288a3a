package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.server.RunningRegistry;

/** What the forms of a dossier do when something comes between, and what becomes of hostile words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseFormsIT {
    private static final List<String> HOSTILE = List.of(
            "<script>window.pwned=1</script>",
            "</textarea><script>window.pwned=1</script>",
            "\"><img src=x onerror=window.pwned=1>",
            "<svg onload=window.pwned=1>",
            "javascript:window.pwned=1",
            "#{7*7} ${7*7} {{7*7}} #{desk.actor()}",
            "'; drop table dossier; --",
            "=cmd|' /C calc'!A0",
            "\u202Egnp.exe a\u200Bb",
            "../../../etc/passwd",
            "%0d%0aSet-Cookie: x=1",
            "]]> &lt;b&gt; <!-- {0} %s -->");
    private static final String ALL = String.join("\n", HOSTILE);

    private final RunningRegistry registry = Rehearsal.registry();

    private interface Work {
        void by(CasePage desk);
    }

    private void at(String username, String address, Work work) {
        try (Window window = Window.plain(registry)) {
            Rehearsal.comeStale(window, username);
            window.open(address);
            work.by(new CasePage(window));
            window.assertNoTrouble();
        }
    }

    private static void assertOnlyText(CasePage desk, String selector) {
        String shown = desk.page().locator(selector).first().innerText();
        assertThat(HOSTILE)
                .as("%s", selector)
                .allSatisfy(text -> assertThat(shown).contains(text));
        assertThat(desk.page().evaluate("window.pwned")).isNull();
        assertThat(desk.page()
                        .locator("main script, main img, main svg[onload]")
                        .count())
                .isZero();
    }

    @Test
    void hostile_words_of_a_question_an_answer_a_reason_and_grounds_are_text() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        at("morvan", dossier.desk(), desk -> {
            desk.ask("sponsor", ALL);
            desk.form("ask").locator("[name=section]").fill("<b>§ 1</b>");
            desk.refused("ask", "question-without-document");
            assertThat(desk.form("ask").locator("textarea").inputValue()).isEqualTo(ALL);
            assertThat(desk.form("ask").locator("[name=section]").inputValue()).isEqualTo("<b>§ 1</b>");
            assertThat(desk.form("ask").locator("[name=to]").inputValue()).isEqualTo("sponsor");
            assertThat(desk.page().evaluate("window.pwned")).isNull();
            desk.form("ask").locator("select[name=document]").selectOption("SECURITY_TARGET");
            desk.send("ask");
            assertOnlyText(desk, ".qa:last-of-type .said");
        });
        at("halcyon", dossier.desk(), desk -> {
            desk.form("answer").locator("textarea").fill(ALL);
            desk.send("answer");
            assertOnlyText(desk, ".qa-a .said");
        });
        at("morvan", dossier.desk(), desk -> {
            desk.send("settle");
            desk.page().locator("a[href='?ask=ask-completion#sure']").click();
            desk.page().waitForSelector("#sure");
            desk.judge("case-sure", "the question before a step that asks for a reason");
            desk.form("step").locator("textarea").fill(ALL);
            desk.send("step");
            assertOnlyText(desk, ".time");
        });
    }

    @Test
    void hostile_words_of_a_proposal_and_of_its_rejection_are_text() {
        Rehearsal.Made dossier = Rehearsal.decidable();
        at("tual", dossier.desk() + "/decision?kind=grant", desk -> {
            Page page = desk.page();
            page.locator("summary").click();
            page.locator("[name=clauseFr0]").fill(ALL);
            page.locator("[name=clauseEn0]").fill(ALL);
            page.locator("[name=lastDay]").fill("1999-01-01");
            page.locator("[name=code]").fill(Rehearsal.code("tual"));
            page.locator("main form button[type=submit]").click();
            page.waitForSelector("#refused");
            assertThat(page.locator("[name=clauseFr0]").inputValue()).isEqualTo(ALL);
            assertThat(page.locator("[name=lastDay]").inputValue()).isEqualTo("1999-01-01");
            assertThat(page.locator("[name=clauseFr0]").isVisible())
                    .as("what was typed is in sight")
                    .isTrue();
            assertThat(page.locator("[name=code]").count())
                    .as("the code counts although the form was refused")
                    .isZero();
            page.locator("[name=lastDay]").fill(page.locator("[name=effective]").inputValue());
            page.locator("main form button[type=submit]").click();
            desk.await("propose");
            assertOnlyText(desk, ".diff");
        });
        at("kerleo", dossier.desk(), desk -> {
            Locator reject = desk.unfolded("reject");
            reject.locator("textarea").fill(ALL);
            reject.locator("[name=code]").fill(Rehearsal.code("kerleo"));
            desk.send("reject");
            assertOnlyText(desk, "main");
        });
    }

    @Test
    void of_two_tabs_the_second_learns_what_changed_and_keeps_what_was_typed() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        try (Window one = Window.plain(registry);
                Window other = Window.plain(registry)) {
            Rehearsal.come(one, "morvan");
            Rehearsal.come(other, "morvan");
            CasePage first = new CasePage(one.open(dossier.desk()));
            CasePage second = new CasePage(other.open(dossier.desk() + "?ask=ask-completion"));
            first.ask("sponsor", "D’un premier onglet.");
            first.send("ask");

            second.form("step").locator("textarea").fill("D’un second onglet.");
            second.refused("step", "concurrent-change");
            assertThat(second.form("step").locator("textarea").inputValue()).isEqualTo("D’un second onglet.");
            second.judge("case-changed", "a form that came too late");
            second.send("step");
            assertThat(second.text()).contains("D’un second onglet.");
            one.assertNoTrouble();
            other.assertNoTrouble();
        }
    }

    @Test
    void a_form_of_before_is_refused_and_keeps_what_was_typed() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        at("morvan", dossier.desk(), desk -> {
            desk.ask("sponsor", "Une question longue à écrire.");
            desk.page()
                    .evaluate("document.querySelectorAll('[name=token]').forEach(e => { e.value = '0'.repeat(64) })");
            desk.refused("ask", "form-expired");
            assertThat(desk.form("ask").locator("textarea").inputValue()).isEqualTo("Une question longue à écrire.");
            desk.judge("case-expired", "a form of before");
            desk.send("ask");
            assertThat(desk.text()).contains("Une question longue à écrire.");
        });
    }

    @Test
    void the_way_back_after_a_decision_does_not_decide_again() {
        Rehearsal.Made dossier = Rehearsal.proposed();
        at("kerleo", dossier.desk(), desk -> {
            Locator form = desk.form("approve");
            FormData again = FormData.create();
            for (String field : List.of("token", "act", "form", "seen", "proposal", "digest")) {
                again.set(field, form.locator("[name=" + field + "]").inputValue());
            }
            form.locator("[name=code]").fill(Rehearsal.code("kerleo"));
            desk.send("approve");
            assertThat(visas(desk)).isEqualTo(1);

            desk.page().goBack();
            assertThat(desk.form("approve").count())
                    .as("the page of before is read anew")
                    .isZero();
            desk.page().goForward();
            desk.page().reload();
            again.set("token", token(desk));
            APIResponse sent = desk.page()
                    .request()
                    .post(
                            registry.uri(dossier.desk()).toString(),
                            RequestOptions.create()
                                    .setForm(again)
                                    .setHeader("Origin", registry.uri("").toString()));
            assertThat(sent.status()).isEqualTo(200);
            assertThat(sent.text()).contains("id=\"refused\"").contains("concurrent-change");
            assertThat(visas(desk)).isEqualTo(1);
        });
    }

    private static String token(CasePage desk) {
        return desk.page().locator("form.out [name=token]").inputValue();
    }

    /** The visas that came of the dossier, as its page shows them. */
    private static int visas(CasePage desk) {
        desk.page().reload();
        return desk.page().locator(".note.ok li").count();
    }

    /** The words of the fields that a page of ours does not have are nobody's. */
    @Test
    void fields_that_no_page_of_ours_sends_are_refused_in_words_and_break_nothing() {
        Rehearsal.Made dossier = Rehearsal.submitted();
        at("morvan", dossier.desk(), desk -> {
            Map<String, Map<String, String>> odd = Map.of(
                    "field-missing", Map.of("act", "ask", "seen", "1"),
                    "field-invalid", Map.of("act", "no-such-act", "seen", "1"));
            odd.forEach((code, fields) -> {
                FormData form = FormData.create();
                fields.forEach(form::set);
                form.set("token", token(desk));
                APIResponse sent = desk.page()
                        .request()
                        .post(
                                registry.uri(dossier.desk()).toString(),
                                RequestOptions.create()
                                        .setForm(form)
                                        .setHeader("Origin", registry.uri("").toString()));
                assertThat(sent.status()).isEqualTo(200);
                assertThat(sent.text()).contains("id=\"refused\"").contains("<code>" + code + "</code>");
            });
        });
    }
}
