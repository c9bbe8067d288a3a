package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Forms for people, tokens for machines, and no way between the two. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaysInIT {
    private static final Pattern STATE = Pattern.compile("name=\"jakarta.faces.ViewState\"[^>]*value=\"([^\"]+)\"");

    private final RunningRegistry registry = RunningRegistry.shared();

    @Test
    void every_desk_leads_a_stranger_to_the_sign_in_page() {
        String id = UUID.randomUUID().toString();
        SoftAssertions all = new SoftAssertions();
        for (String path : List.of(
                "/desk/",
                "/desk/imports",
                "/desk/imports/" + id,
                "/desk/imports/" + id + "/report.csv",
                "/desk/nothing",
                "/desk/home.xhtml",
                "/en/desk/",
                "/en/desk/imports",
                "/en/desk/imports/" + id)) {
            Answer answer = registry.get(path);
            all.assertThat(answer.status()).as(path).isIn(302, 303);
            all.assertThat(answer.header("Location"))
                    .as(path)
                    .startsWith(path.startsWith("/en/") ? "/en/sign-in" : "/sign-in");
            all.assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            Answer posted = registry.send(registry.request(path)
                    .header("Origin", registry.uri("").toString())
                    .POST(BodyPublishers.ofString("x=1")));
            all.assertThat(posted.status()).as("POST %s", path).isIn(302, 303);
        }
        for (String path : List.of(
                "/desk",
                "/desk;x=1/imports",
                "/desk/%2e/imports",
                "//desk/imports",
                "/./desk/imports",
                "/DESK/imports",
                "/x/../desk/imports",
                "/%64esk/imports")) {
            String answer = Wire.exchange(
                    registry.port(),
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + registry.port()
                            + "\r\nConnection: close\r\n\r\n");
            all.assertThat(answer).as(path).doesNotStartWith("HTTP/1.1 200").doesNotStartWith("HTTP/1.1 5");
        }
        all.assertAll();
    }

    @Test
    void an_unknown_name_and_a_wrong_password_are_answered_alike() {
        SignedIn visitor = SignedIn.visitor(registry);
        Answer unknown = visitor.attempt("nobody-" + UUID.randomUUID(), "wrong");
        Answer wrong = visitor.attempt("roy", "wrong");
        assertThat(unknown.status()).isEqualTo(wrong.status());
        assertThat(unknown.text()).isEqualTo(wrong.text()).contains("sign-in-failed");
        assertThat(unknown.headers().map().keySet())
                .isEqualTo(wrong.headers().map().keySet());
    }

    @Test
    void guessing_is_made_slow_and_says_for_how_long() {
        SignedIn visitor = SignedIn.visitor(registry);
        for (int failure = 1; failure <= 3; failure++) {
            assertThat(visitor.attempt("prigent", "guess " + failure).text()).contains("sign-in-failed");
        }
        Answer tooSoon = visitor.attempt("prigent", registry.account("prigent").getString("password"));
        assertThat(tooSoon.status()).isEqualTo(429);
        assertThat(tooSoon.header("Retry-After")).isNotEmpty();
        assertThat(visitor.get("/desk/").status()).isEqualTo(303);
    }

    @Test
    void signing_in_begins_a_new_session_and_signing_out_ends_it() {
        SignedIn visitor = SignedIn.visitor(registry);
        Answer answer = visitor.attempt("admin", registry.account("admin").getString("password"));
        SignedIn half = new SignedIn(registry, SignedIn.cookieOf(answer, visitor.cookie()));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(half.cookie()).isNotEqualTo(visitor.cookie());
        assertThat(half.get("/desk/").header("Location")).isEqualTo("/desk/confirm?to=%2Fdesk%2F");
        assertThat(half.confirm("000000").text()).contains("factor-wrong");
        SignedIn admin = half.confirmed(SecondFactor.code(registry, "admin").orElseThrow());
        assertThat(admin.cookie()).as("another one after the proof").isNotEqualTo(half.cookie());
        assertThat(half.get("/desk/").header("Location"))
                .as("the session from before the proof")
                .startsWith("/sign-in");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict"));
        assertThat(visitor.get("/desk/").status()).as("the session from before").isEqualTo(303);
        assertThat(admin.get("/desk/").status()).isEqualTo(200);
        assertThat(admin.get("/desk/").header("Cache-Control")).contains("no-store");

        Answer out = registry.send(admin.form("/sign-out", Map.of("token", admin.word("/desk/")))
                .header("Origin", registry.uri("").toString()));
        assertThat(out.status()).isEqualTo(303);
        assertThat(admin.get("/desk/").status()).isEqualTo(303);
    }

    @Test
    void a_session_opens_no_interface_and_a_token_opens_no_desk() {
        SignedIn admin = SignedIn.as(registry, "admin");
        assertProblem(admin.get("/api/v1/imports"), 401, "sign-in-needed");
        assertProblem(
                registry.send(admin.request("/api/v1/imports?format=sceau-csv&dryRun=false")
                        .POST(BodyPublishers.ofByteArray(
                                CsvRows.numbered("session", 1).bytes()))),
                401,
                "sign-in-needed");
        assertThat(registry.getAs("admin", "/desk/").status()).isEqualTo(303);
        assertThat(registry.getAs("admin", "/desk/imports").status()).isEqualTo(303);
    }

    /** The nonce is for scripts; who may act is said by session, origin and state. */
    @Test
    void a_form_with_the_state_of_a_page_and_without_its_nonce_leads_to_the_page_and_to_no_error() {
        SignedIn admin = SignedIn.as(registry, "admin");
        Matcher state = STATE.matcher(admin.get("/desk/tokens").text());
        assertThat(state.find()).isTrue();

        Answer answer = registry.send(admin.form(
                        "/desk/tokens",
                        Map.of(
                                "make",
                                "make",
                                "make:label",
                                "sans nonce",
                                "make:send",
                                "x",
                                "jakarta.faces.ViewState",
                                state.group(1)))
                .header("Origin", registry.uri("").toString()));

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/desk/tokens?expired=true");
        Answer page = admin.get("/desk/tokens?expired=true");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Rien n’a été fait").doesNotContain("sans nonce");
        assertThat(admin.get("/desk/tokens").text()).doesNotContain("Rien n’a été fait");
    }

    @Test
    void what_another_site_sends_is_refused() {
        SignedIn admin = SignedIn.as(registry, "admin");
        Map<String, String> out = Map.of("token", admin.word("/desk/"));
        for (String origin :
                List.of("https://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1:" + registry.port())) {
            assertThat(registry.send(admin.form("/sign-out", out).header("Origin", origin))
                            .status())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(registry.send(admin.form("/sign-out", out).header("Sec-Fetch-Site", "cross-site"))
                        .status())
                .isEqualTo(403);
        assertThat(registry.send(admin.form("/desk/imports", Map.of("send", "send"))
                                .header("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(registry.send(admin.form("/sign-out", out)).status())
                .as("without a word of where it comes from")
                .isEqualTo(403);
        assertThat(registry.send(admin.form("/sign-out", Map.of("token", "0".repeat(64)))
                                .header("Origin", registry.uri("").toString()))
                        .status())
                .as("without the word of the form")
                .isEqualTo(403);
        assertThat(admin.get("/desk/").status()).as("still signed in").isEqualTo(200);
        SignedIn visitor = SignedIn.visitor(registry);
        assertThat(registry.send(visitor.form(
                                        "/sign-in",
                                        Map.of("username", "admin", "password", "x", "token", visitor.word("/sign-in")))
                                .header("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void the_way_back_leads_to_no_other_site() {
        SignedIn visitor = SignedIn.visitor(registry);
        String password = registry.account("audit").getString("password");
        Answer answer = registry.send(visitor.form(
                        "/sign-in",
                        Map.of(
                                "username",
                                "audit",
                                "password",
                                password,
                                "token",
                                visitor.word("/sign-in"),
                                "to",
                                "//evil.example/desk/"))
                .header("Origin", registry.uri("").toString()));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/desk/");
    }

    @Test
    void a_desk_shows_nothing_to_a_role_it_is_not_for() {
        SignedIn laboratory = SignedIn.as(registry, "oxalis");
        assertThat(laboratory.get("/desk/").status()).isEqualTo(200);
        assertThat(laboratory.get("/desk/imports").text()).doesNotContain("type=\"file\"");
        String id = registry.post(
                        "/api/v1/imports?format=sceau-csv",
                        CsvRows.numbered("hidden", 1).bytes())
                .json()
                .getString("id");
        assertThat(laboratory.get("/desk/imports/" + id + "/report.csv").status())
                .isIn(403, 404);
        assertThat(laboratory.get("/desk/imports/" + id).text()).doesNotContain("hidden 1");
    }
}
