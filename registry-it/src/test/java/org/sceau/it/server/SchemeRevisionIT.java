package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A scheme definition is corrected on a running registry: a file in its folder, two administrators, no restart. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SchemeRevisionIT {
    private static final String REVISIONS = "/api/v1/scheme-revisions";
    /** A scheme that no other test of the shared registry works under. */
    private static final String SCHEME = "/api/v1/schemes/ebios-rm/1";

    private static final String FILE = "ebios-rm-1.yaml";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller first = new Caller(registry, "admin");
    private final Caller second = new Caller(registry, "le-goff");
    private final Caller officer = new Caller(registry, "morvan");

    private void drop(String text) throws IOException {
        Path folder = Files.createDirectories(registry.home().resolve("schemes"));
        Path temporary = Files.writeString(folder.resolve("next.part"), text);
        Files.move(temporary, folder.resolve(FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private JsonObject dropped() {
        return first.get(REVISIONS).json().getJsonArray("files").getValuesAs(JsonObject.class).stream()
                .filter(file -> file.getString("file").equals(FILE))
                .findFirst()
                .orElseThrow();
    }

    private static String digest(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String word() {
        return Caller.json(Map.of("grounds", "Relu dans le texte."));
    }

    @Test
    void from_the_file_in_use_to_a_corrected_one_without_restart() throws Exception {
        Answer inUse = registry.get(SCHEME + "/revisions/1");
        assertThat(inUse.status()).isEqualTo(200);
        String shipped = inUse.text();
        assertThat(registry.get(SCHEME).json().getJsonObject("scheme").getString("definition"))
                .isEqualTo(digest(shipped));
        String corrected =
                shipped.replaceFirst("format: 2\n", "format: 2\nrevision: 2\n").replaceFirst("P10D", "P12D");
        assertThat(corrected).contains("P12D");

        drop(corrected + "no-such-key: true\n");
        assertThat(dropped().getString("problem")).isEqualTo("definition-unusable");
        assertThat(dropped().getJsonObject("details").getString("problem")).isEqualTo("unknown-key");
        assertProblem(
                first.post(REVISIONS, Caller.json(Map.of("file", FILE, "sha256", "0".repeat(64)))),
                400,
                "definition-unusable");

        drop(corrected);
        String seen = dropped().getString("sha256");
        assertThat(seen).isEqualTo(digest(corrected));
        String proposal = Caller.json(Map.of("file", FILE, "sha256", seen));
        assertProblem(officer.post(REVISIONS, proposal), 403, "role-missing");
        Answer proposed = first.post(REVISIONS, proposal, "Idempotency-Key", "revision-2");
        assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
        assertThat(proposed.json().getJsonArray("changes")).hasSize(1);
        Answer again = first.post(REVISIONS, proposal, "Idempotency-Key", "revision-2");
        assertThat(again.status()).isEqualTo(201);
        String address = proposed.header("Location");
        assertThat(again.header("Location")).isEqualTo(address);

        assertProblem(first.post(address + "/approval", word()), 403, "approval-own-proposal");
        assertProblem(officer.get(address), 403, "role-missing");
        assertThat(registry.get(SCHEME).json().getJsonObject("scheme").getInt("revision"))
                .isEqualTo(1);
        Answer approved = second.post(address + "/approval", word());
        assertThat(approved.status()).as("%s", approved).isEqualTo(200);
        assertThat(registry.get(SCHEME).json().getJsonObject("scheme").getInt("revision"))
                .isEqualTo(2);
        assertThat(registry.get(SCHEME + "/revisions").json().getJsonArray("revisions"))
                .hasSize(2);
        assertThat(registry.get(SCHEME + "/revisions/2").text()).isEqualTo(corrected);
        assertThat(registry.get(SCHEME + "/revisions/1").text()).isEqualTo(shipped);

        drop(corrected + "# another word\n");
        assertProblem(
                first.post(
                        REVISIONS,
                        Caller.json(Map.of("file", FILE, "sha256", dropped().getString("sha256")))),
                409,
                "revision-bytes-differ");
        assertProblem(second.post(address + "/rejection", word()), 409, "revision-answered");
        assertProblem(registry.get(SCHEME + "/revisions/3"), 404, "revision-unknown");
        assertProblem(registry.get(SCHEME + "/revisions/01"), 404, "revision-unknown");
    }
}
