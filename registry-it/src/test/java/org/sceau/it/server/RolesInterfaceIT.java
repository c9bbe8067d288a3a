package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Roles of accounts over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesInterfaceIT {
    private static final String ROY = "/api/v1/accounts/roy/roles";
    private static final String KERBRAT = "/api/v1/accounts/kerbrat/roles";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller administrator = new Caller(registry, "admin");

    private static String role(String role, String scheme) {
        return "{\"role\":\"" + role + "\",\"scheme\":\"" + scheme + "\"}";
    }

    /** Scenario S3. */
    @Test
    void invariant_09_a_supervisor_of_a_scheme_is_not_made_a_decider_of_it() {
        String before = administrator.get(ROY).text();
        assertThat(before).contains("ncca-supervisor").doesNotContain("decider");

        JsonObject wall = assertProblem(
                administrator.change("POST", ROY, "", role("decider", "eucc")), 403, "sod-supervision-issuance");
        assertThat(wall.getString("scheme")).isEqualTo("eucc");
        assertThat(wall.getString("title")).isNotEqualTo("sod-supervision-issuance");
        assertProblem(administrator.change("POST", ROY, "", "{\"role\":\"decider\"}"), 403, "sod-supervision-issuance");

        assertThat(administrator.get(ROY).text()).isEqualTo(before);
        assertProblem(new Caller(registry, "roy").get("/api/v1/decisions"), 403, "role-missing");
    }

    @Test
    void a_role_for_all_schemes_counts_at_once_and_is_gone_at_once() {
        Caller kerbrat = new Caller(registry, "kerbrat");
        assertProblem(kerbrat.get("/api/v1/imports"), 403, "role-missing");
        assertProblem(administrator.post(KERBRAT, "{\"role\":\"auditor\"}"), 428, "if-match-missing");

        JsonObject held = administrator.changed("POST", KERBRAT, "", "{\"role\":\"auditor\"}");
        assertThat(held.getJsonArray("roles")).hasSize(2);
        assertThat(kerbrat.get("/api/v1/imports").status()).isEqualTo(200);
        administrator.changed("POST", KERBRAT, "", role("reviewer", "passi"));

        assertProblem(
                administrator.send("DELETE", KERBRAT + "/auditor", "", "If-Match", "\"v0\""), 412, "concurrent-change");
        assertProblem(administrator.change("DELETE", KERBRAT, "/auditor/passi", ""), 409, "role-not-held");
        administrator.changed("DELETE", KERBRAT, "/auditor", "");
        JsonObject left = administrator.changed("DELETE", KERBRAT, "/reviewer/passi", "");
        assertThat(left.getJsonArray("roles")).hasSize(1);
        assertProblem(kerbrat.get("/api/v1/imports"), 403, "role-missing");
    }

    @Test
    void roles_are_kept_by_administrators_and_bad_input_is_named() {
        assertProblem(registry.get(ROY), 401, "sign-in-needed");
        assertProblem(new Caller(registry, "tual").get(ROY), 403, "role-missing");
        assertProblem(administrator.get("/api/v1/accounts/nobody/roles"), 404, "account-unknown");
        assertProblem(administrator.get("/api/v1/accounts/" + "x".repeat(300) + "/roles"), 404, "account-unknown");
        assertProblem(administrator.change("POST", ROY, "", role("king", "eucc")), 400, "field-invalid");
        assertProblem(administrator.change("POST", ROY, "", role("auditor", "no-such")), 400, "scheme-unknown");
        assertProblem(administrator.change("POST", ROY, "", role("auditor", "No Such")), 400, "value-refused");
        assertProblem(
                administrator.change("POST", "/api/v1/accounts/admin/roles", "", role("decider", "eucc")),
                403,
                "roles-own-account");
    }
}
