package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What anyone on the network sees of the registry besides its pages, and what nobody sees. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HardeningIT {
    /** Every kind of public address. */
    private static final List<String> PUBLIC = List.of(
            "/",
            "/en/",
            "/catalogue",
            "/en/catalogue",
            "/catalogue?q=halcyon&status=in-force",
            "/visas/ANSSI-CC-2025-91",
            "/en/visas/ANSSI-CC-2025-91",
            "/visas/none-of-ours",
            "/trust-lists/",
            "/en/trust-lists/",
            "/trust-lists/cspn/",
            "/trust-lists/cspn/current.xml",
            "/trust-lists/cspn/current.xml.sha2",
            "/trust-lists/cspn/1.xml",
            "/schemes",
            "/schemes/cspn",
            "/en/schemes/cspn",
            "/figures",
            "/en/figures",
            "/figures/granted.csv",
            "/figures/none.csv",
            "/about",
            "/en/about",
            "/uri/Svcstatus/in-force",
            "/robots.txt",
            "/sitemap.xml",
            "/.well-known/security.txt",
            "/assets/base.css",
            "/assets/tokens.css",
            "/assets/marks.svg",
            "/api/v1/catalogue",
            "/api/v1/visas",
            "/api/v1/visas/ANSSI-CC-2025-91",
            "/api/v1/visas/ANSSI-CC-2025-91/certificate",
            "/api/v1/figures",
            "/api/v1/schemes",
            "/api/v1/schemes/cspn/1.1",
            "/api/v1/schemes/cspn/1.1/revisions",
            "/api/v1/schemes/cspn/1.1/revisions/1",
            "/api/v1/labs",
            "/api/v1/complaints",
            "/api/v1/remedies",
            "/api/v1/samples/eucc/2026",
            "/api/v1/accounts/admin/roles",
            "/openapi",
            "/health/ready",
            "/health/live",
            "/nothing",
            "/en/nothing",
            "/api/v1/nothing");

    private static final List<String> TRAVERSALS = List.of(
            "/WEB-INF/web.xml",
            "/web-inf/web.xml",
            "//WEB-INF/web.xml",
            "/WEB-INF%2fweb.xml",
            "/%57EB-INF/web.xml",
            "/views/../WEB-INF/web.xml",
            "/;x/WEB-INF/web.xml",
            "/WEB-INF;x/web.xml",
            "/assets/..;/WEB-INF/web.xml",
            "/%2e%2e/WEB-INF/web.xml",
            "/..%2fWEB-INF/web.xml",
            "/.%00./WEB-INF/web.xml",
            "/WEB-INF\\web.xml",
            "/META-INF/MANIFEST.MF",
            "/WEB-INF/glassfish-web.xml",
            "/WEB-INF/frame/page.xhtml",
            "/views/home.xhtml",
            "/views/desk/home.xhtml",
            "/en/views/home.xhtml",
            "/jakarta.faces.resource/web.xml.xhtml?ln=../WEB-INF",
            "/jakarta.faces.resource/web.xml.xhtml?ln=..\\WEB-INF",
            "/jakarta.faces.resource/x.xhtml?loc=../WEB-INF&ln=y",
            "/jakarta.faces.resource/x.xhtml?con=../WEB-INF/web.xml%00&ln=y",
            "/jakarta.faces.resource/dynamiccontent.properties.xhtml?ln=primefaces&pfdrt=sc&pfdrid=${7777*7777}",
            "/?jfwid=%22%3E%3Cscript%3E",
            "/catalogue?jakarta.faces.ClientWindow=%3Cscript%3E");

    private final RunningRegistry registry = RunningRegistry.shared();

    private String raw(String requestLine, String... headers) {
        String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return Wire.exchange(
                registry.port(),
                requestLine + "\r\nHost: 127.0.0.1:" + registry.port() + "\r\nConnection: close\r\n" + more + "\r\n");
    }

    @Test
    void every_public_address_carries_the_security_headers_and_no_cookie() {
        SoftAssertions all = new SoftAssertions();
        for (String path : PUBLIC) {
            Answer answer = registry.get(path);
            all.assertThat(answer.status()).as(path).isLessThan(500);
            all.assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            all.assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
            all.assertThat(answer.header("Referrer-Policy")).as(path).isNotEmpty();
            all.assertThat(answer.header("Permissions-Policy")).as(path).contains("geolocation=()");
            List<String> policies = answer.headers().allValues("Content-Security-Policy");
            all.assertThat(policies).as(path).hasSize(1);
            all.assertThat(String.join("; ", policies))
                    .as(path)
                    .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'")
                    .doesNotContain("unsafe", "nonce-", "*");
            all.assertThat(answer.headers().allValues("Set-Cookie")).as(path).isEmpty();
            all.assertThat(answer.header("X-Powered-By")).as(path).isEmpty();
            all.assertThat(answer.header("Server")).as(path).isIn("", "registry");
        }
        all.assertAll();
    }

    @Test
    void public_pages_are_plain_and_load_nothing_of_the_desks() {
        for (String path : PUBLIC) {
            Answer answer = registry.get(path);
            if (answer.header("Content-Type").startsWith("text/html")) {
                assertThat(answer.text())
                        .as(path)
                        .doesNotContain("primefaces", "jakarta.faces.resource", "jakarta.faces.ViewState", "jsessionid")
                        .doesNotContain("onclick=", "onload=", "javascript:", "style=\"", "<style", "<script>");
            }
        }
    }

    @Test
    void refused_requests_tell_nothing_of_what_the_server_is_made_of() {
        SoftAssertions all = new SoftAssertions();
        for (String line : List.of(
                "GET /nothing HTTP/1.1",
                "GET /en/nothing HTTP/1.1",
                "GET /api/v1/nothing HTTP/1.1",
                "POST / HTTP/1.1",
                "DELETE /catalogue HTTP/1.1",
                "PUT /assets/base.css HTTP/1.1",
                "TRACE / HTTP/1.1",
                "TRACE /api/v1/catalogue HTTP/1.1",
                "OPTIONS * HTTP/1.1",
                "OPTIONS /api/v1/imports HTTP/1.1",
                "PROPFIND / HTTP/1.1",
                "BLAH / HTTP/1.1",
                "GET /a%00b HTTP/1.1",
                "GET /%c0%ae HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /" + "a".repeat(20_000) + " HTTP/1.1",
                "GET / HTTP/9.9",
                "GET nonsense",
                "\u0016\u0003\u0001",
                "GET /catalogue?page=" + "9".repeat(50) + " HTTP/1.1",
                "GET /catalogue?asOf=0000-99-99 HTTP/1.1",
                "GET /visas/" + "x".repeat(3_000) + " HTTP/1.1",
                "POST /sign-in HTTP/1.1",
                "POST /desk/ HTTP/1.1",
                "GET /errors HTTP/1.1",
                "GET /health/none HTTP/1.1",
                "GET /openapi/application.wadl HTTP/1.1",
                "GET /api/application.wadl HTTP/1.1")) {
            String answer = raw(line);
            String what = line.length() > 60 ? line.substring(0, 60) : line;
            all.assertThatCode(() -> Leaks.assertNone(what, answer)).doesNotThrowAnyException();
            all.assertThat(answer).as(what).doesNotContain("HTTP/1.1 500");
        }
        String long_header = raw("GET / HTTP/1.1", "X-Long: " + "a".repeat(100_000));
        all.assertThatCode(() -> Leaks.assertNone("a long header", long_header)).doesNotThrowAnyException();
        all.assertAll();
    }

    @Test
    void trace_and_unknown_methods_are_refused() {
        assertThat(raw("TRACE / HTTP/1.1", "X-Secret: echo-of-the-header")).doesNotContain("echo-of-the-header");
        assertThat(raw("TRACE / HTTP/1.1")).matches("(?s)HTTP/1.1 (405|501|403).*");
        assertThat(raw("BLAH / HTTP/1.1")).matches("(?s)HTTP/1.1 (405|501|403).*");
        assertThat(raw("PUT /assets/base.css HTTP/1.1")).matches("(?s)HTTP/1.1 (405|403).*");
    }

    @Test
    void no_spelling_of_an_address_reaches_what_is_inside_the_archive() {
        SoftAssertions all = new SoftAssertions();
        for (String path : TRAVERSALS) {
            String answer = raw("GET " + path + " HTTP/1.1");
            all.assertThat(answer)
                    .as(path)
                    .doesNotContain(
                            "<servlet", "<web-app", "ui:composition", "Manifest-Version", "<script>", "60481729");
            all.assertThat(answer).as(path).doesNotContain("HTTP/1.1 500");
            // What follows a semicolon is a parameter of the path and no part of it.
            if (path.matches(".*(INF|views).*") && path.indexOf(';') < 0) {
                all.assertThat(answer).as(path).matches("(?s)HTTP/1.1 4\\d\\d.*");
            }
        }
        all.assertAll();
    }

    @Test
    void an_error_speaks_both_languages_the_one_of_the_address_first() {
        Answer french = registry.get("/nothing");
        Answer english = registry.get("/en/nothing");
        assertThat(french.status()).isEqualTo(404);
        assertThat(french.text()).contains("<html lang=\"fr\"", "lang=\"en\"", "href=\"/en/\"");
        assertThat(english.text()).contains("<html lang=\"en\"", "lang=\"fr\"", "href=\"/\"");
        assertThat(french.text().indexOf("<h1")).isPositive();
    }

    @Test
    void what_is_refused_below_the_interface_before_it_is_reached_has_a_code_and_speaks_to_the_caller() {
        String english = raw("GET /api/../nothing HTTP/1.1", "Accept-Language: en-GB,en;q=0.9");
        String french = raw("GET /api/../nothing HTTP/1.1");
        String write = raw("POST /api/../sign-out HTTP/1.1", "Accept-Language: en", "Content-Length: 0");

        assertThat(english)
                .startsWith("HTTP/1.1 404")
                .contains("Content-Type: application/problem+json", "Content-Language: en", "Cache-Control: no-store")
                .contains("\"type\":\"/problems/not-found\"", "\"code\":\"not-found\"", "\"status\":404")
                .contains("\"title\":\"Nothing at this address\"", "\"detail\":\"");
        assertThat(french)
                .startsWith("HTTP/1.1 404")
                .contains("Content-Language: fr", "\"code\":\"not-found\"", "\"title\":\"Rien ");
        assertThat(write)
                .startsWith("HTTP/1.1 403")
                .contains("Content-Language: en", "\"code\":\"cross-site-request\"");
        for (String answer : List.of(english, french, write)) {
            Leaks.assertNone("a way around the interface", answer);
        }
    }

    @Test
    void metrics_are_closed_and_health_tells_no_details() {
        Answer metrics = registry.get("/metrics");
        assertThat(metrics.status()).isIn(401, 403, 404);
        assertThat(metrics.text()).doesNotContain("# TYPE");
        for (String path :
                List.of("/metrics/", "/metrics?scope=base", "/metrics?scope=vendor", "/metrics;x=1", "//metrics")) {
            assertThat(raw("GET " + path + " HTTP/1.1")).as(path).doesNotContain("# TYPE");
        }
        for (String path : List.of("/health", "/health/ready", "/health/live", "/health/started")) {
            assertThat(registry.get(path).text()).as(path).doesNotContain("jdbc", "/homes/", "\"data\":{\"");
        }
        assertThat(registry.get("/health/ready").status()).isEqualTo(200);
        assertThat(registry.get("/health/live").status()).isEqualTo(200);
    }

    @Test
    void the_host_header_is_believed_in_no_answer() {
        for (String path : List.of(
                "/",
                "/en",
                "/catalogue/",
                "/visas",
                "/desk",
                "/desk/",
                "/trust-lists",
                "/sitemap.xml",
                "/assets",
                "/resources",
                "/views",
                "/WEB-INF",
                "/META-INF",
                "/openapi",
                "/.well-known/security.txt",
                "/visas/ANSSI-CC-2025-91",
                "/api/v1/tasks",
                "/api/v1/notices",
                "/api/v1/scheduled-work",
                "/api/v1/imports",
                "/api/v1/vulnerabilities")) {
            String answer = Wire.exchange(
                    registry.port(),
                    "GET " + path
                            + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).doesNotContain("evil.example");
        }
    }

    @Test
    void text_of_a_visitor_is_never_run() {
        for (String text : List.of(
                "%24%7B7777*7777%7D",
                "%23%7B7777*7777%7D", "%3Cscript%3Ealert(7777)%3C/script%3E", "%22onfocus=%22alert(7777)")) {
            for (String path : List.of(
                    "/catalogue?q=" + text,
                    "/en/catalogue?q=x&status=" + text,
                    "/visas/" + text,
                    "/sign-in?to=" + text,
                    "/nothing" + text)) {
                assertThat(registry.get(path).text())
                        .as(path)
                        .doesNotContain("60481729", "<script>alert", "\"\"onfocus=");
            }
        }
    }
}
