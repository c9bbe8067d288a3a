package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Restrictions of the titles of laboratories over HTTP; what else is kept of them stands in {@link DossierInterfaceIT}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LabInterfaceIT {
    private static final String LABS = "/api/v1/labs";
    private static final String TITLE = """
            {"kind":"accreditation","reference":"A-1","issuer":"Comité fictif","schemes":["cspn"],"firstDay":"2026-01-01",
             "lastDay":"2030-12-31","coverage":{"categories":["SOFTWARE","NETWORK"]}}""";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller supervisor = new Caller(registry, "roy");

    @Test
    void a_title_is_restricted_to_less_than_it_covers_and_restored_by_the_authority() {
        String address = supervisor
                .post(LABS, "{\"name\":\"Laboratoire " + UUID.randomUUID() + "\"}")
                .header("Location");
        supervisor.changed("POST", address, "/titles", TITLE);
        String narrower = restriction("A-1", "SOFTWARE");

        assertProblem(
                new Caller(registry, "halcyon").change("POST", address, "/restrictions", narrower),
                403,
                "role-missing");
        assertProblem(supervisor.post(address + "/restrictions", narrower), 428, "if-match-missing");
        assertProblem(
                supervisor.change("POST", address, "/restrictions", restriction("A-2", "SOFTWARE")),
                404,
                "title-unknown");
        assertProblem(
                supervisor.change("POST", address, "/restrictions", restriction("A-1", "ROBOTS")),
                409,
                "restriction-not-narrower");
        assertProblem(
                supervisor.change("POST", address, "/restrictions", narrower.replace("Audit.", "")),
                400,
                "field-invalid");
        assertProblem(
                supervisor.change("POST", address, "/restrictions/liftings", lifting("2026-02-01")),
                409,
                "title-not-restricted");
        assertThat(title(address).getJsonArray("restrictions")).isEmpty();

        supervisor.changed("POST", address, "/restrictions", narrower);

        JsonObject restricted = title(address);
        assertThat(restricted.getString("standing")).isEqualTo("in-force");
        assertThat(restricted
                        .getJsonObject("coverage")
                        .getJsonArray("categories")
                        .toString())
                .isEqualTo("[\"NETWORK\",\"SOFTWARE\"]");
        assertThat(restricted
                        .getJsonObject("coverageAsOf")
                        .getJsonArray("categories")
                        .toString())
                .isEqualTo("[\"SOFTWARE\"]");
        assertThat(restricted.getJsonArray("restrictions").getJsonObject(0).getString("reason"))
                .isEqualTo("Audit.");

        supervisor.changed("POST", address, "/restrictions/liftings", lifting("2026-02-01"));

        JsonObject restored = title(address);
        assertThat(restored.getJsonObject("coverageAsOf")).isEqualTo(restored.getJsonObject("coverage"));
        assertThat(restored.getJsonArray("restrictions").getJsonObject(0).getString("until"))
                .isEqualTo("2026-01-31");
    }

    private JsonObject title(String address) {
        return registry.get(address).json().getJsonArray("titles").getJsonObject(0);
    }

    private static String restriction(String title, String category) {
        return "{\"title\":\"" + title + "\",\"from\":\"2026-01-01\",\"coverage\":{\"categories\":[\"" + category
                + "\"]},\"reason\":\"Audit.\"}";
    }

    private static String lifting(String from) {
        return "{\"title\":\"A-1\",\"from\":\"" + from + "\"}";
    }
}
