package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How long dossiers are kept, over HTTP: early erasure is refused with its reason, and a due one takes two people. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureIT {
    private static final String DOSSIERS = "/api/v1/dossiers";
    private static final String REVISIONS = "/api/v1/scheme-revisions";
    private static final String DEFINITION = "/api/v1/schemes/eucc/2025-12-29/revisions/1";
    private static final String FILE = "eucc-2025-12-29.yaml";
    private static final String OPENING = """
            {"scheme":"eucc","application":{"subject":{"kind":"PRODUCT","name":"Halcyon Ring","versions":"1.0"},
             "category":"SMART_CARDS","listed":true,"facts":{"van":5}}}""";

    private static String withdrawn(Caller vendor) {
        Answer opened = vendor.post(DOSSIERS, OPENING);
        assertThat(opened.status()).as("%s", opened).isEqualTo(201);
        String dossier = opened.header("Location");
        vendor.changed(
                "POST",
                dossier,
                "/steps",
                Caller.json(Map.of("step", "withdraw-application", "reason", "Sans suite.")));
        return dossier;
    }

    private static String word() {
        return Caller.json(Map.of("grounds", "Fin de conservation."));
    }

    @Test
    void invariant_56_early_erasure_is_refused_with_the_day_and_the_clause() {
        RunningRegistry registry = RunningRegistry.shared();
        Caller vendor = new Caller(registry, "halcyon");
        Caller administrator = new Caller(registry, "admin");
        Caller stranger = new Caller(registry, "brume");
        String open = vendor.post(DOSSIERS, OPENING).header("Location");

        JsonObject still = assertProblem(vendor.post(open + "/erasure", word()), 409, "retention-running");
        assertThat(still.getString("state")).isEqualTo("open");
        assertThat(still).doesNotContainKey("until");
        assertThat(vendor.get(open + "/retention").json().getString("state")).isEqualTo("open");

        String dossier = withdrawn(vendor);
        LocalDate ended = LocalDate.parse(vendor.get(dossier)
                .json()
                .getJsonArray("history")
                .getValuesAs(JsonObject.class)
                .get(1)
                .getString("day"));
        for (Caller caller : new Caller[] {vendor, administrator}) {
            JsonObject refused = assertProblem(caller.post(dossier + "/erasure", word()), 409, "retention-running");
            assertThat(refused.getString("until")).isEqualTo(ended.plusYears(5).toString());
            assertThat(refused.getString("basis")).isEqualTo("dossier");
            assertThat(refused.getString("source")).contains("2024/482", "Art. 8(7)");
        }
        Answer kept = administrator.get(dossier + "/retention");
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.header("ETag")).isEqualTo("\"v2\"");
        assertThat(kept.json().getString("until")).isEqualTo(ended.plusYears(5).toString());
        assertThat(kept.json().getString("period")).isEqualTo("P5Y");
        assertProblem(administrator.get(dossier), 403, "role-missing");
        assertProblem(
                administrator.post(dossier + "/erasure/approval", "", "If-Match", "\"v2\""), 409, "erasure-not-asked");
        assertProblem(administrator.post(dossier + "/erasure/approval", ""), 428, "if-match-missing");
        assertProblem(vendor.post(dossier + "/erasure/approval", ""), 403, "role-missing");
        assertProblem(vendor.post(dossier + "/erasure", "{}"), 400, "field-missing");

        String nowhere = DOSSIERS + "/" + UUID.randomUUID();
        for (String below : new String[] {"/retention", "/erasure"}) {
            Answer foreign =
                    below.equals("/retention") ? stranger.get(dossier + below) : stranger.post(dossier + below, word());
            Answer unknown =
                    below.equals("/retention") ? stranger.get(nowhere + below) : stranger.post(nowhere + below, word());
            assertProblem(foreign, 404, "dossier-unknown");
            assertThat(foreign.text()).isEqualTo(unknown.text());
        }
        assertThat(vendor.get(dossier).status()).isEqualTo(200);
    }

    /** Under a corrected definition that keeps for a month, on a clock that travels. */
    @Test
    void a_due_erasure_is_asked_for_approved_by_another_and_leaves_410() throws Exception {
        Path now = Checkout.target().resolve("homes/of-keeping/now");
        Files.createDirectories(now.getParent());
        Files.writeString(now, "2026-05-12T08:00:00Z");
        RunningRegistry registry = RunningRegistry.named("keeping", Map.of("SCEAU_REHEARSAL_CLOCK", now.toString()));
        Caller vendor = new Caller(registry, "halcyon");
        Caller administrator = new Caller(registry, "admin");
        Caller second = new Caller(registry, "le-goff");
        keepForAMonth(registry, administrator, second);
        String dossier = withdrawn(vendor);
        String approval = dossier + "/erasure/approval";

        travel(now, "2026-06-12T08:00:00Z");
        assertThat(assertProblem(vendor.post(dossier + "/erasure", word()), 409, "retention-running")
                        .getString("until"))
                .isEqualTo("2026-06-12");

        travel(now, "2026-06-13T08:00:00Z");
        Answer asked = administrator.post(dossier + "/erasure", word(), "Idempotency-Key", "ask");
        assertThat(asked.status()).as("%s", asked).isEqualTo(201);
        assertThat(asked.json().getString("state")).isEqualTo("over");
        assertThat(asked.json().getJsonObject("erasure").getString("by")).isEqualTo("administrator");
        assertThat(administrator
                        .post(dossier + "/erasure", word(), "Idempotency-Key", "ask")
                        .text())
                .isEqualTo(asked.text());
        assertProblem(
                administrator.post(dossier + "/erasure", word() + "\n", "Idempotency-Key", "ask"),
                409,
                "idempotency-key-reused");
        assertProblem(vendor.post(dossier + "/erasure", word()), 409, "erasure-asked");
        assertProblem(administrator.post(approval, "", "If-Match", "\"v2\""), 403, "approval-own-proposal");
        assertProblem(second.post(approval, "", "If-Match", "\"v1\""), 412, "concurrent-change");
        assertThat(vendor.get(dossier).status()).isEqualTo(200);

        Answer erased = second.post(approval, "", "If-Match", "\"v2\"", "Idempotency-Key", "erase");
        assertThat(erased.status()).as("%s", erased).isEqualTo(200);
        assertThat(erased.json().getString("keptUntil")).isEqualTo("2026-06-12");
        String number = erased.json().getString("number");
        assertThat(second.post(approval, "", "If-Match", "\"v2\"", "Idempotency-Key", "erase")
                        .text())
                .isEqualTo(erased.text());
        assertProblem(
                second.post(approval, "{}", "If-Match", "\"v2\"", "Idempotency-Key", "erase"),
                409,
                "idempotency-key-reused");
        for (Caller former : new Caller[] {vendor, new Caller(registry, "morvan")}) {
            JsonObject gone = assertProblem(former.get(dossier), 410, "dossier-erased");
            assertThat(gone.getString("number")).isEqualTo(number);
            assertThat(gone.getString("erased")).isEqualTo("2026-06-13");
        }
        assertProblem(second.get(dossier + "/retention"), 410, "dossier-erased");
        assertProblem(new Caller(registry, "brume").get(dossier), 404, "dossier-unknown");
        assertThat(administrator.get("/api/v1/record/comparison").json().getBoolean("equal"))
                .isTrue();
    }

    private static void keepForAMonth(RunningRegistry registry, Caller first, Caller second) throws IOException {
        String shipped = registry.get(DEFINITION).text();
        String shorter = shipped.replaceFirst("format: 2\n", "format: 2\nrevision: 2\n")
                .replaceFirst("retention:\n  period: P5Y", "retention:\n  period: P1M");
        assertThat(shorter).contains("period: P1M", "revision: 2");
        Files.writeString(
                Files.createDirectories(registry.home().resolve("schemes")).resolve(FILE), shorter);
        String sha256 = first.get(REVISIONS)
                .json()
                .getJsonArray("files")
                .getValuesAs(JsonObject.class)
                .get(0)
                .getString("sha256");
        Answer proposed = first.post(REVISIONS, Caller.json(Map.of("file", FILE, "sha256", sha256)));
        assertThat(proposed.status()).as("%s", proposed).isEqualTo(201);
        Answer active = second.post(
                proposed.header("Location") + "/approval", Caller.json(Map.of("grounds", "Conservation d’un mois.")));
        assertThat(active.status()).as("%s", active).isEqualTo(200);
    }

    private static void travel(Path now, String instant) throws IOException {
        Path next = Files.writeString(now.resolveSibling("next"), instant);
        Files.move(next, now, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
