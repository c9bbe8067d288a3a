package org.sceau.registry.web.identity;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.WebServlet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.web.desk.ReportServlet;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WayTest {
    private static final WayBack USUAL = new WayBack(Languages.USUAL);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "",
                "/desk/",
                "/apiary",
                "/API/v1",
                "/en/api/v1",
                "/x/api/v1",
                "/openapi",
                "/sign-in",
                "/desk/api/"
            })
    void everything_outside_the_interface_comes_in_by_form(String path) {
        assertThat(Way.of(path)).isEqualTo(Way.FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api", "/api/", "/api/v1/imports", "/api/v1/visas/x", "/api/nothing", "/api//desk"})
    void the_interface_takes_tokens_only(String path) {
        assertThat(Way.of(path)).isEqualTo(Way.TOKEN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "https://elsewhere.example/",
                "//elsewhere.example/desk/",
                "/\\elsewhere.example",
                "/desk/../sign-out",
                "/desk/%2e%2e/",
                "/desk//x",
                "/desk/\r\nSet-Cookie: a=b",
                "/desk/imports?x=//",
                "javascript:alert(1)",
                "/catalogue",
                "/deskx",
                " /desk/",
                "/desk/imports/",
                "/DESK/",
                "/fr/desk/",
                "/en//elsewhere.example/desk/",
                "/en/en/desk/",
                "/desk/visas/../../sign-out",
                "/desk/visas//elsewhere.example"
            })
    void nobody_is_led_anywhere_but_to_a_desk(String to) {
        assertThat(USUAL.safe(to, "/sign-in")).isEqualTo("/desk/");
        assertThat(USUAL.safe(to, "/en/sign-in")).isEqualTo("/en/desk/");
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/, /sign-in?to=%2Fdesk%2F",
        "/en/desk, /en/sign-in?to=%2Fen%2Fdesk%2F",
        "/desk/imports, /sign-in?to=%2Fdesk%2Fimports",
        "/en/desk/imports/0b1c, /en/sign-in?to=%2Fen%2Fdesk%2Fimports%2F0b1c",
        "/desk/visas/ANSSI-CSPN-2026-04.v2~a, /sign-in?to=%2Fdesk%2Fvisas%2FANSSI-CSPN-2026-04.v2%7Ea",
        "/en/desk/visas/a.b/decision, /en/sign-in?to=%2Fen%2Fdesk%2Fvisas%2Fa.b%2Fdecision",
        "/desk/visas/a.b/decision?kind=suspend, /sign-in?to=%2Fdesk%2Fvisas%2Fa.b%2Fdecision%3Fkind%3Dsuspend",
        "/desk/dossiers/0b1c/decision?kind=lift-suspension, /sign-in?to=%2Fdesk%2Fdossiers%2F0b1c%2Fdecision%3Fkind%3Dlift-suspension",
        "/desk/imports?kind=suspend, /sign-in",
        "/desk/visas/a.b?kind=suspend, /sign-in",
        "/desk/visas/a.b/decision?kind=a%20b, /sign-in",
        "/desk/visas/a.b/decision?to=suspend, /sign-in",
        "/desk/visas/.., /sign-in",
        "/desk/visas/a/.., /sign-in",
        "/desk/x.xhtml, /sign-in",
        "/en/desk/x y, /en/sign-in"
    })
    void the_sign_in_page_knows_the_way_back_and_the_language(String path, String signIn) {
        assertThat(USUAL.signInFor(path)).isEqualTo(signIn);
    }

    @ParameterizedTest
    @CsvSource({
        "/desk/visas/a/decision, kind=suspend, /desk/visas/a/decision?kind=suspend",
        "/desk/visas/a/decision, x=1&kind=suspend&y=2, /desk/visas/a/decision?kind=suspend",
        "/desk/visas/a/decision, kind=Sus pend, /desk/visas/a/decision",
        "/desk/visas/a/decision, unkind=suspend, /desk/visas/a/decision",
        "/desk/visas/a/decision, , /desk/visas/a/decision",
        "/desk/imports, kind=suspend, /desk/imports"
    })
    void of_a_decision_the_kind_is_remembered_and_nothing_else_of_a_question(String path, String query, String asked) {
        assertThat(WayBack.asked(path, query)).isEqualTo(asked);
    }

    @Test
    void the_way_back_keeps_to_the_languages_of_the_operator() {
        WayBack turned = new WayBack(Languages.of(Language.ENGLISH, Language.FRENCH));

        assertThat(turned.safe("/en/desk/", "/fr/sign-in")).isEqualTo("/fr/desk/");
        assertThat(turned.safe("/fr/desk/imports", "/sign-in")).isEqualTo("/fr/desk/imports");
        assertThat(turned.signInFor("/fr/desk")).isEqualTo("/fr/sign-in?to=%2Ffr%2Fdesk%2F");
        assertThat(turned.home("/fr/sign-out")).isEqualTo("/fr/");
        assertThat(turned.home("/sign-out")).isEqualTo("/");
        assertThat(new WayBack(Languages.of(Language.ENGLISH)).safe("/en/desk/", "/sign-in"))
                .isEqualTo("/desk/");
    }

    @ParameterizedTest
    @EnumSource
    void whatever_language_lies_below_its_code_its_desks_are_protected_and_its_ways_in_and_out_open(Language language)
            throws Exception {
        String web = Files.readString(Path.of("src/main/webapp/WEB-INF/web.xml"));
        String constraint = web.substring(web.indexOf("<security-constraint>"));
        String filter = web.substring(web.indexOf("<filter-name>desks</filter-name>\n    <url"));
        String desks = "<url-pattern>/" + language.code() + "/desk/*</url-pattern>";

        assertThat(constraint).contains(desks);
        assertThat(filter.substring(0, filter.indexOf("</filter-mapping>"))).contains(desks);
        assertThat(addresses(SignInServlet.class)).contains("/" + language.code() + "/sign-in");
        assertThat(addresses(SignOutServlet.class)).contains("/" + language.code() + "/sign-out");
        assertThat(addresses(ReportServlet.class)).contains("/" + language.code() + "/desk/imports/*");
    }

    private static List<String> addresses(Class<?> servlet) {
        return List.of(servlet.getAnnotation(WebServlet.class).value());
    }

    @Test
    void a_header_of_another_scheme_is_a_token_nobody_knows() {
        assertThat(BearerToken.of("Basic YTpi")).contains(new BearerToken(""));
        assertThat(BearerToken.of("Bearer")).contains(new BearerToken(""));
        assertThat(BearerToken.of("Bearer " + "x".repeat(600))).contains(new BearerToken(""));
        assertThat(BearerToken.of("")).contains(new BearerToken(""));
    }

    @Test
    void a_bearer_token_is_taken_whatever_the_case_of_its_scheme_and_never_printed() {
        assertThat(BearerToken.of(null)).isEqualTo(Optional.empty());
        assertThat(BearerToken.of("bearer  sceau_1 ")).contains(new BearerToken("sceau_1"));
        assertThat(BearerToken.of("Bearer sceau_1").orElseThrow().toString()).doesNotContain("sceau_1");
    }
}
