package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Complaints over HTTP, by the demo accounts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ComplaintInterfaceIT {
    private static final String COMPLAINTS = "/api/v1/complaints";
    private static final String VISA = "EUCC-3090-2026-0907";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller handler = as("prigent");
    private final Caller client = as("brume");

    private Caller as(String username) {
        return new Caller(registry, username);
    }

    private String aboutTheVisa() {
        String id = registry.get("/api/v1/visas/" + VISA).json().getString("id");
        return "{\"kind\":\"complaint\",\"about\":{\"visa\":\"" + id + "\"},\"text\":\"La carte livrée diffère.\"}";
    }

    private String filed() {
        Answer answer = client.post(COMPLAINTS, aboutTheVisa());
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.header("Location");
    }

    private static String step(String act) {
        return Caller.json(Map.of("act", act, "text", "Texte de l’acte."));
    }

    @Test
    void a_foreign_complaint_and_one_that_is_not_there_answer_byte_for_byte_alike() {
        String known = filed();
        String unknown = COMPLAINTS + "/" + UUID.randomUUID();
        for (String stranger : List.of("halcyon", "oxalis", "morvan", "tual", "kerbrat", "admin")) {
            Answer foreign = as(stranger).get(known);
            assertProblem(foreign, 404, "complaint-unknown");
            assertThat(as(stranger).get(unknown).bytes()).isEqualTo(foreign.bytes());
            assertThat(as(stranger).get(COMPLAINTS + "/1").bytes()).isEqualTo(foreign.bytes());
            assertThat(as(stranger).get(COMPLAINTS).text()).doesNotContain(known.substring(COMPLAINTS.length() + 1));
            assertProblem(
                    as(stranger).post(known + "/steps", step("noted"), "If-Match", "\"v1\""), 403, "role-missing");
        }
        assertProblem(registry.get(known), 401, "sign-in-needed");
        assertProblem(registry.get(COMPLAINTS), 401, "sign-in-needed");
    }

    @Test
    void bad_input_is_refused_with_its_code_and_the_member_that_is_wrong() {
        String sound = aboutTheVisa();
        refused(sound.replace("complaint", "lament"), "field-invalid", "kind");
        refused(sound.replace("La carte livrée diffère.", " "), "field-invalid", "text");
        refused(sound.replace("La carte livrée diffère.", "x".repeat(4_001)), "field-invalid", "text");
        refused("{\"kind\":\"complaint\",\"about\":{},\"text\":\"x\"}", "field-invalid", "about");
        refused(
                "{\"kind\":\"complaint\",\"about\":{\"body\":\"a\",\"visa\":\"b\"},\"text\":\"x\"}",
                "field-invalid",
                "about");
        refused(
                "{\"kind\":\"complaint\",\"about\":{\"body\":\"" + "x".repeat(301) + "\"},\"text\":\"x\"}",
                "field-invalid",
                "about.body");
        refused(sound.replace("\"text\"", "\"by\":\"x\",\"text\""), "field-unknown", "by");
        assertProblem(
                client.post(COMPLAINTS, "{\"kind\":\"complaint\",\"about\":{\"visa\":\"1\"},\"text\":\"x\"}"),
                404,
                "visa-unknown");
        assertProblem(
                client.post(COMPLAINTS, sound.replace("\"text\"", "\"writer\":{\"name\":\"J. Le Goff\"},\"text\"")),
                403,
                "complaint-in-own-name");
        assertProblem(client.post(COMPLAINTS, sound.replace("\"complaint\"", "\"appeal\"")), 403, "appeal-not-a-party");
        String known = filed();
        assertProblem(handler.post(known + "/steps", step("noted")), 428, "if-match-missing");
        assertProblem(
                handler.post(known + "/assignment", "{\"handler\":\"tual\"}", "If-Match", "\"v1\""),
                400,
                "complaint-handler-unknown");
        assertProblem(handler.post(known + "/steps", step("assigned"), "If-Match", "\"v1\""), 400, "field-invalid");
    }

    private void refused(String body, String code, String member) {
        JsonObject problem = assertProblem(client.post(COMPLAINTS, body), 400, code);
        assertThat(problem.getString("member")).isEqualTo(member);
    }

    @Test
    void invariant_10_a_complaint_about_the_handlers_own_side_is_for_somebody_else() {
        Answer own = as("roy").post(COMPLAINTS, aboutTheVisa());
        assertThat(own.status()).as("%s", own).isEqualTo(201);
        String address = own.header("Location");

        JsonObject problem = assertProblem(
                handler.post(address + "/assignment", "{\"handler\":\"prigent\"}", "If-Match", "\"v1\""),
                403,
                "sod-complaint-complainant");
        assertThat(problem.getString("title")).isNotEqualTo("sod-complaint-complainant");
        assertThat(handler.get(address).json()).doesNotContainKeys("complainant", "text");
    }

    @Test
    void a_complaint_goes_its_way_and_each_reader_sees_its_part() {
        String key = "complaint " + UUID.randomUUID();
        Answer first = client.post(COMPLAINTS, aboutTheVisa(), "Idempotency-Key", key);
        assertThat(client.post(COMPLAINTS, aboutTheVisa(), "Idempotency-Key", key)
                        .bytes())
                .isEqualTo(first.bytes());
        String address = first.header("Location");
        assertThat(first.json().getString("number")).matches("R-\\d{4}-\\d{3}");
        assertThat(first.json().getString("goesTo")).isIn("issuer", "authority");

        handler.changed("POST", address, "/assignment", "{\"handler\":\"prigent\"}");
        handler.changed("POST", address, "/steps", step("admitted"));
        assertProblem(
                handler.post(address + "/steps", step("informed"), "If-Match", "\"v1\""), 412, "concurrent-change");
        handler.changed("POST", address, "/steps", step("investigated"));
        handler.changed("POST", address, "/steps", step("noted"));
        handler.changed(
                "POST",
                address,
                "/outcome",
                "{\"finding\":\"founded\",\"reasons\":\"La version livrée n’est pas celle évaluée.\","
                        + "\"measures\":\"Proposer une suspension.\"}");

        JsonObject told = client.get(address).json();
        assertThat(told.getString("state")).isEqualTo("concluded");
        assertThat(told).doesNotContainKey("handler");
        assertThat(told.getJsonArray("progress")).hasSize(2);
        assertThat(told.getJsonObject("outcome").getString("legalRemedy")).contains("Judicial remedy");
        JsonObject whole = handler.get(address).json();
        assertThat(whole.getString("handler")).isEqualTo("prigent");
        assertThat(whole.getJsonObject("complainant").getString("organisation")).isEqualTo("Brume Télécom");
        assertThat(whole.getJsonArray("progress")).hasSize(4);
        for (String witness : List.of("audit", "roy")) {
            JsonObject part = as(witness).get(address).json();
            assertThat(part).doesNotContainKeys("complainant", "text", "handler");
            assertThat(part.getJsonArray("progress")).isEmpty();
            assertThat(part.getJsonObject("outcome")).doesNotContainKey("reasons");
        }
        assertThat(as("audit").get(COMPLAINTS).text()).contains(address.substring(COMPLAINTS.length() + 1));
    }
}
