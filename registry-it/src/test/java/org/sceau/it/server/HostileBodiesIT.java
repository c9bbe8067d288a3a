package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.it.house.RealData;

/** Bodies that are no catalogue: each is refused with a code, and nothing of it stays. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HostileBodiesIT {
    private static final String CSV = "/api/v1/imports?format=sceau-csv&dryRun=false";
    private static final String JSON = "/api/v1/imports?format=anssi-catalogue&dryRun=false";
    private static final long GIGABYTE = 1L << 30;

    private final RunningRegistry registry = RunningRegistry.shared();
    private long visas;

    @BeforeEach
    void count() {
        visas = registry.visas();
    }

    @AfterEach
    void nothing_was_recorded_and_nothing_is_left() throws IOException {
        assertThat(registry.visas()).isEqualTo(visas);
        try (Stream<Path> spooled = Files.list(registry.home().resolve("imports"))) {
            assertThat(spooled).isEmpty();
        }
    }

    private void assertUnreadable(String address, byte[] body, String... codes) {
        Answer answer = registry.post(address, body);
        assertProblem(answer, 422, answer.code());
        if (codes.length > 0) {
            assertThat(answer.code()).isIn((Object[]) codes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "billion-laughs.xml", "csv-formula.csv", "flate-bomb-300MB.pdf", "html-named.pdf",
                "javascript-openaction.pdf", "pdf-after-1KB-junk.pdf", "truncated-half.pdf", "xxe-file.xml",
                "zip-bomb-200MB.zip", "zip-slip.zip"
            })
    void files_made_to_harm_are_unreadable_in_either_format(String name) throws IOException {
        byte[] body = Files.readAllBytes(RealData.file("hostile-generated/" + name));
        assertUnreadable(CSV, body);
        assertUnreadable(JSON, body);
    }

    @Test
    void the_test_file_of_virus_scanners_and_an_empty_file_are_refused() throws IOException {
        String eicar = Files.readString(RealData.file("hostile-generated/eicar.b64"));
        assertUnreadable(CSV, Base64.getMimeDecoder().decode(eicar));
        assertProblem(
                registry.post(CSV, Files.readAllBytes(RealData.file("hostile-generated/empty.pdf"))),
                400,
                "body-empty");
    }

    @Test
    void another_encoding_and_another_separator_are_named_for_what_they_are() {
        String rows = CsvRows.numbered("hostile", 2).text();
        assertUnreadable(CSV, rows.getBytes(StandardCharsets.UTF_16));
        assertUnreadable(CSV, rows.getBytes(StandardCharsets.UTF_16LE));
        assertUnreadable(CSV, rows.replace("Garance", "Mélodie").getBytes(StandardCharsets.ISO_8859_1));
        assertUnreadable(CSV, rows.replace(',', '\t').getBytes(StandardCharsets.UTF_8), "separator");
        assertUnreadable(CSV, rows.replace(',', '^').getBytes(StandardCharsets.UTF_8));
        assertUnreadable(CSV, (rows + "\"never closed").getBytes(StandardCharsets.UTF_8), "csv-quotes");
        assertUnreadable(
                CSV, rows.replace("family,", "famille,").getBytes(StandardCharsets.UTF_8), "header-unknown-column");
    }

    @Test
    void json_that_is_none_or_nests_without_end_is_refused() {
        for (String json : List.of(
                "{",
                "[",
                "[{]",
                "nothing",
                "{\"rows\": NaN}",
                "[".repeat(200_000),
                "{\"a\":".repeat(100_000),
                "[" + "9".repeat(2_000_000) + "]",
                "\"" + "x".repeat(2_000_000) + "\"")) {
            assertUnreadable(JSON, json.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void one_line_of_two_gigabytes_is_refused_before_it_fills_the_disk() {
        Wire.Flood flood = Wire.flood(
                registry.port(),
                "POST " + CSV + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + registry.token("admin")
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
                2 * GIGABYTE);
        // Where the connection is cut while we still send, the answer may be lost on its way; the refusal is not.
        if (!flood.answer().isEmpty()) {
            assertThat(flood.answer()).startsWith("HTTP/1.1 413").contains("\"body-too-large\"");
        } else {
            assertThat(flood.sent()).isLessThan(2 * GIGABYTE);
        }
        assertThat(registry.get("/health/ready").status()).isEqualTo(200);
    }

    @Test
    void a_body_that_announces_more_than_the_limit_is_refused_unread() {
        String answer = Wire.exchange(
                registry.port(),
                "POST " + CSV + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + registry.token("admin")
                        + "\r\nContent-Length: 999999999\r\nConnection: close\r\n\r\nfamily,");
        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "\"body-too-large\"");
    }

    @Test
    void a_body_that_breaks_off_leaves_nothing() {
        String answer = Wire.exchange(
                registry.port(),
                "POST " + CSV + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + registry.token("admin")
                        + "\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nZZZZ\r\nnot a chunk");
        assertThat(answer).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 5");
        Leaks.assertNone("a broken chunk", answer);
    }

    /** By the server alone, before anything of ours is asked. */
    @ParameterizedTest
    @ValueSource(strings = {"GET", "DELETE"})
    void a_body_that_http_gives_no_meaning_to_is_refused_without_a_word(String method) {
        String answer = Wire.exchange(
                registry.port(),
                method + " /api/v1/imports/1 HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                        + registry.token("admin") + "\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 400").endsWith("\r\n\r\n");
        Leaks.assertNone(method + " with a body", answer);
    }
}
