package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What the demonstration owes its people today, over HTTP: asked and told by the timer, once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduledWorkIT {
    private static final String TASKS = "/api/v1/tasks";
    private static final String NOTICES = "/api/v1/notices";
    private static final String WORK = "/api/v1/scheduled-work";
    private static final String CONDITION = "/api/v1/condition";
    private static final Duration LONG = Duration.ofMinutes(4);
    /** Its suspension ran out some weeks before the first start. */
    private static final String ELAPSED = "EUCC-3090-2026-0903";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller decider = as("tual");
    private final Caller admin = as("admin");

    private Caller as(String username) {
        return new Caller(registry, username);
    }

    private List<JsonObject> notices(String username) {
        return as(username)
                .get(NOTICES + "?limit=200")
                .json()
                .getJsonArray("notices")
                .getValuesAs(JsonObject.class);
    }

    private List<JsonObject> tasks() {
        return decider.get(TASKS + "?limit=200").json().getJsonArray("tasks").getValuesAs(JsonObject.class);
    }

    private JsonObject elapsed() {
        Patience.until(
                "the elapsed suspension is a task", LONG, () -> tasks().stream().anyMatch(ScheduledWorkIT::isElapsed));
        return tasks().stream().filter(ScheduledWorkIT::isElapsed).findFirst().orElseThrow();
    }

    private static boolean isElapsed(JsonObject task) {
        return task.getString("kind").equals("suspension-elapsed")
                && task.getJsonObject("about").getString("reference").equals(ELAPSED);
    }

    private Instant ranAt() {
        return admin.get(WORK).json().getJsonArray("duties").getValuesAs(JsonObject.class).stream()
                .filter(duty -> duty.getString("duty").equals("warnings"))
                .map(duty -> Instant.parse(duty.getString("ranAt")))
                .findFirst()
                .orElse(Instant.MIN);
    }

    @Test
    void nobody_else_is_shown_any_of_it() {
        for (String path : List.of(TASKS, NOTICES, WORK, CONDITION, TASKS + "/" + UUID.randomUUID())) {
            assertProblem(registry.get(path), 401, "sign-in-needed");
            assertProblem(as("kerbrat").get(path), 403, "role-missing");
        }
        assertProblem(as("halcyon").get(TASKS), 403, "role-missing");
        assertProblem(decider.get(WORK), 403, "role-missing");
        assertProblem(admin.get(NOTICES), 403, "role-missing");
        for (String query : List.of("?before=x", "?limit=201", "?limit=0")) {
            assertProblem(decider.get(TASKS + query), 400, "parameter-invalid");
            assertProblem(decider.get(NOTICES + query), 400, "parameter-invalid");
        }
        assertProblem(decider.get(TASKS + "?state=half"), 400, "parameter-invalid");
        assertProblem(decider.get(NOTICES + "?organisation=x"), 400, "parameter-unknown");
    }

    @Test
    void what_keeps_the_registry_from_its_work_is_told_to_whoever_runs_or_audits_it() {
        for (String username : List.of("admin", "audit")) {
            JsonObject condition = as(username).get(CONDITION).json();
            assertThat(condition.getBoolean("ready")).isTrue();
            assertThat(condition.getJsonArray("complaints")).isEmpty();
            assertThat(Instant.parse(condition.getString("signerUntil"))).isAfter(registry.now());
            assertThat(condition.getJsonArray("lists").getValuesAs(JsonObject.class))
                    .extracting(list -> list.getString("family"))
                    .contains("cspn");
        }
        assertProblem(admin.get(CONDITION + "?why=x"), 400, "parameter-unknown");
    }

    @Test
    void a_visa_that_ends_soon_is_told_to_its_holder_after_the_start_and_not_again_at_the_next_look() {
        Patience.until("the holder is warned", LONG, () -> !notices("brume").isEmpty());
        List<JsonObject> before = notices("brume").stream()
                .filter(notice -> notice.getString("kind").equals("validity-ends"))
                .toList();
        assertThat(before).anySatisfy(notice -> {
            assertThat(notice.getJsonObject("about").getString("name")).isEqualTo("Équipe d'intervention Brume");
            assertThat(notice.getString("addressee")).isEqualTo("Brume Télécom");
            assertThat(notice.getString("occurrence")).endsWith("/6");
        });
        assertThat(notices("audit"))
                .extracting(notice -> notice.getString("occurrence"))
                .contains(before.get(0).getString("occurrence"));

        Instant first = ranAt();
        // The record moves, so the timer looks again.
        assertThat(as("halcyon")
                        .post(
                                "/api/v1/dossiers",
                                "{\"scheme\":\"cspn\",\"application\":{\"subject\":{\"kind\":\"PRODUCT\",\"name\":\"X\",\"versions\":\"1\"},\"listed\":true}}")
                        .status())
                .isEqualTo(201);
        Patience.until("it looked again", LONG, () -> ranAt().isAfter(first));

        assertThat(notices("brume").stream()
                        .filter(notice -> notice.getString("kind").equals("validity-ends"))
                        .toList())
                .isEqualTo(before);
        admin.get(WORK)
                .json()
                .getJsonArray("duties")
                .getValuesAs(JsonObject.class)
                .forEach(duty ->
                        assertThat(duty.getInt("failures")).as("%s", duty).isZero());
    }

    @Test
    void an_elapsed_suspension_blocks_and_is_not_settled_by_hand() {
        JsonObject task = elapsed();
        assertThat(task.getBoolean("blocking")).isTrue();
        String address = TASKS + "/" + task.getString("id");
        Answer seen = decider.get(address);
        assertThat(seen.header("ETag")).isEqualTo("\"v1\"");
        String body = "{\"text\":\"Vu.\"}";
        assertProblem(decider.post(address + "/settlements", body), 428, "if-match-missing");
        assertProblem(decider.post(address + "/settlements", body, "If-Match", "\"v2\""), 412, "concurrent-change");
        assertProblem(decider.post(address + "/settlements", "{}", "If-Match", "\"v1\""), 400, "field-missing");
        assertProblem(decider.post(address + "/settlements", body, "If-Match", "\"v1\""), 409, "task-not-by-hand");
        Answer foreign = as("prigent").get(address);
        assertProblem(foreign, 404, "task-unknown");
        assertThat(as("prigent").get(TASKS + "/" + UUID.randomUUID()).bytes()).isEqualTo(foreign.bytes());

        JsonObject visa = registry.get("/api/v1/visas/" + ELAPSED).json();
        String today = visa.getJsonObject("status").getString("since");
        String confirm = "{\"kind\":\"confirm\",\"visa\":\"" + visa.getString("id") + "\",\"visaVersion\":"
                + visa.getInt("version") + ",\"effective\":\"" + today + "\",\"reasons\":\"Motifs.\"}";
        assertProblem(decider.post("/api/v1/decisions", confirm), 409, "suspension-elapsed");
    }

    @Test
    void pages_go_on_where_the_one_before_ended() {
        Patience.until("the authority is told", LONG, () -> notices("audit").size() > 2);
        JsonObject first = as("audit").get(NOTICES + "?limit=1").json();
        JsonObject second = as("audit")
                .get(NOTICES + "?limit=1&before=" + first.getString("next"))
                .json();
        assertThat(first.getJsonArray("notices")).hasSize(1);
        assertThat(second.getJsonArray("notices"))
                .hasSize(1)
                .doesNotContain(first.getJsonArray("notices").get(0));
    }
}
