package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The yearly sample over HTTP. Certificates of protection profiles are EUCC certificates that no other test counts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleInterfaceIT {
    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller supervisor = new Caller(registry, "roy");

    private LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    private String sample() {
        return "/api/v1/samples/eucc-pp/" + today().getYear();
    }

    private static String drawing(List<String> visas) {
        return "{\"visas\":[" + visas.stream().map(id -> "\"" + id + "\"").collect(Collectors.joining(","))
                + "],\"basis\":\"Analyse de risques.\",\"criteria\":[{\"fr\":\"Les plus cités\",\"en\":\"Most cited\"}]}";
    }

    /** Fills the registry up to 130 certificates and gives the ids of those that were imported. */
    private List<String> hundredAndThirty() {
        long missing = 130 - supervisor.get(sample()).json().getInt("population");
        StringBuilder csv = new StringBuilder("family,scheme,scheme_version,reference,holder,name,versions,valid_from,"
                + "valid_until,status,listed\n");
        for (int i = 0; i < missing; i++) {
            csv.append(
                    "protection-profiles,eucc-pp,2025-12-29,EUCC-3090-2026-%04d,Brume Télécom,Profil %d,1.0,%s,%s,in-force,yes\n"
                            .formatted(4000 + i, i, today().minusDays(1), today().plusYears(4)));
        }
        Answer imported = registry.post(
                "/api/v1/imports?format=sceau-csv&dryRun=false", csv.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(imported.json().getInt("refused")).as("%s", imported.text()).isZero();
        return List.of(0, 1, 2, 3, 4, 5, 6).stream()
                .map(i -> registry.get("/api/v1/visas/EUCC-3090-2026-%04d".formatted(4000 + i))
                        .json()
                        .getString("id"))
                .toList();
    }

    /** Scenario S27. */
    @Test
    void invariant_57_of_130_certificates_five_are_too_few_and_six_are_enough() {
        List<String> ids = hundredAndThirty();
        String drawings = sample() + "/drawings";
        JsonObject before = supervisor.get(sample()).json();
        assertThat(before.getInt("population")).isEqualTo(130);
        assertThat(before.getInt("needed")).isEqualTo(6);

        assertProblem(supervisor.post(drawings, drawing(ids.subList(0, 6))), 428, "if-match-missing");
        JsonObject small = assertProblem(
                supervisor.post(drawings, drawing(ids.subList(0, 5)), "If-Match", "\"v0\""), 409, "sample-lt-4pct");
        assertThat(small.getString("needed")).isEqualTo("6");
        assertThat(small.getString("given")).isEqualTo("5");
        assertThat(small.getString("title")).isNotEqualTo("sample-lt-4pct");
        assertProblem(
                new Caller(registry, "tual").post(drawings, drawing(ids.subList(0, 6)), "If-Match", "\"v0\""),
                403,
                "role-missing");
        for (String wrong : List.of(
                drawing(List.of()),
                drawing(List.of(ids.get(0), ids.get(0))),
                drawing(ids).replace("Analyse de risques.", " "),
                drawing(ids).replace("{\"fr\":\"Les plus cités\",\"en\":\"Most cited\"}", ""))) {
            assertProblem(supervisor.post(drawings, wrong, "If-Match", "\"v0\""), 400, "field-invalid");
        }
        assertProblem(
                supervisor.post(drawings, drawing(List.of(UUID.randomUUID().toString())), "If-Match", "\"v0\""),
                409,
                "sample-visa-outside");

        String key = "sample " + UUID.randomUUID();
        Answer drawn =
                supervisor.post(drawings, drawing(ids.subList(0, 6)), "If-Match", "\"v0\"", "Idempotency-Key", key);
        assertThat(drawn.status()).as("%s", drawn).isEqualTo(200);
        assertThat(supervisor
                        .post(drawings, drawing(ids.subList(0, 6)), "If-Match", "\"v0\"", "Idempotency-Key", key)
                        .bytes())
                .isEqualTo(drawn.bytes());
        assertThat(drawn.json().getBoolean("suffices")).isTrue();
        assertThat(drawn.json().getJsonArray("selected")).hasSize(6);
        assertProblem(
                supervisor.post(drawings, drawing(ids.subList(6, 7)), "If-Match", "\"v0\""), 412, "concurrent-change");
        supervisor.changed("POST", sample(), "/drawings", drawing(ids.subList(6, 7)));
        assertThat(new Caller(registry, "audit").get(sample()).json().getJsonArray("drawings"))
                .hasSize(2);
        Patience.until(
                "the holders of seven visas were told of the selection",
                Duration.ofMinutes(2),
                () -> new Caller(registry, "brume")
                                .get("/api/v1/notices?limit=200")
                                .json()
                                .getJsonArray("notices")
                                .getValuesAs(JsonObject.class)
                                .stream()
                                .filter(notice -> notice.getString("kind").equals("sampled"))
                                .map(notice -> notice.getJsonObject("about").getString("id"))
                                .collect(Collectors.toSet())
                                .equals(Set.copyOf(ids.subList(0, 7))));
    }

    @Test
    void a_sample_is_for_the_supervisor_and_of_a_scheme_that_demands_one() {
        assertProblem(registry.get(sample()), 401, "sign-in-needed");
        assertProblem(new Caller(registry, "halcyon").get(sample()), 403, "role-missing");
        assertProblem(supervisor.get("/api/v1/samples/nothing/2026"), 404, "scheme-unknown");
        assertProblem(supervisor.get("/api/v1/samples/NOTHING/2026"), 404, "scheme-unknown");
        assertProblem(supervisor.get("/api/v1/samples/passi/" + today().getYear()), 409, "scheme-without-sampling");
        for (String year : List.of("1999", "2099", "20x6", "99999999999")) {
            assertProblem(supervisor.get("/api/v1/samples/eucc-pp/" + year), 400, "sample-year");
        }
    }
}
