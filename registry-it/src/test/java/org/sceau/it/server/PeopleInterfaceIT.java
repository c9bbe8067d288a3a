package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Newcomer.PASSWORD;
import static org.sceau.it.server.Newcomer.body;
import static org.sceau.it.server.Newcomer.fresh;
import static org.sceau.it.server.Newcomer.organisationOf;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Organisations, accounts and invitations over HTTP. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeopleInterfaceIT {
    private static final String ORGANISATIONS = "/api/v1/organisations";
    private static final String INVITATIONS = "/api/v1/invitations/";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller administrator = new Caller(registry, "admin");
    private final Caller manager = new Caller(registry, "gerard");
    private final Caller staffManager = new Caller(registry, "riou");

    private Answer send(SignedIn guest, String page, Map<String, String> fields) {
        return registry.send(
                guest.form(page, fields).header("Origin", registry.uri("").toString()));
    }

    @Test
    void a_manager_sees_the_own_organisation_and_foreign_ones_are_not_there() {
        assertThat(manager.get(ORGANISATIONS).json().getJsonArray("organisations"))
                .hasSize(1);
        assertThat(administrator.get(ORGANISATIONS).json().getJsonArray("organisations"))
                .hasSizeGreaterThan(4);
        String foreign = organisationOf(staffManager);
        String nowhere = ORGANISATIONS + "/" + UUID.randomUUID();
        for (String below : new String[] {"", "/accounts", "/invitations"}) {
            String one = manager.get(foreign + below).text();
            assertProblem(manager.get(foreign + below), 404, "organisation-unknown");
            assertThat(one.replace(foreign, "X"))
                    .isEqualTo(manager.get(nowhere + below).text().replace(nowhere, "X"));
        }
        assertProblem(manager.post(foreign + "/invitations", body(fresh(), "decider")), 404, "organisation-unknown");
        assertProblem(manager.get("/api/v1/accounts/tual"), 404, "account-unknown");
        assertProblem(manager.post("/api/v1/accounts/tual/closing", ""), 404, "account-unknown");
        assertProblem(new Caller(registry, "halcyon").get(ORGANISATIONS), 403, "role-missing");
        assertProblem(registry.get(ORGANISATIONS), 401, "sign-in-needed");
    }

    @Test
    void an_invitation_opens_a_page_and_the_page_an_account() {
        String username = fresh();
        Answer invited = manager.post(organisationOf(manager) + "/invitations", body(username, "sponsor"));
        assertThat(invited.status()).as("%s", invited).isEqualTo(201);
        String secret = invited.json().getString("secret");
        assertThat(manager.get(invited.header("Location")).json().containsKey("secret"))
                .as("told once")
                .isFalse();
        assertProblem(
                manager.post(organisationOf(manager) + "/invitations", body(username, "sponsor")),
                409,
                "username-taken");
        assertProblem(
                manager.post(organisationOf(manager) + "/invitations", body(fresh(), "decider")),
                403,
                "role-not-of-organisation");
        assertProblem(
                manager.post(organisationOf(manager) + "/invitations", body("Not A Name", "sponsor")),
                400,
                "value-refused");

        SignedIn guest = SignedIn.visitor(registry);
        String page = "/invitation/" + secret;
        assertThat(guest.get(page).text()).contains("Nolwenn Ouveau", username, "Halcyon Cards");
        assertThat(guest.get("/en" + page).text()).contains("Your invitation");
        assertThat(guest.get(page).header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(guest.get("/invitation/" + "0".repeat(64)).status()).isEqualTo(404);
        assertThat(guest.get("/invitation/").status()).isEqualTo(404);
        assertThat(send(guest, page, Map.of("password", PASSWORD, "again", PASSWORD))
                        .status())
                .as("without the word of the form")
                .isEqualTo(403);
        String word = guest.word(page);
        assertThat(send(guest, page, Map.of("token", word, "password", "court", "again", "court"))
                        .text())
                .contains("password-short");
        assertThat(send(guest, page, Map.of("token", word, "password", PASSWORD, "again", "autre"))
                        .text())
                .contains("passwords-differ");
        Answer accepted = send(guest, page, Map.of("token", word, "password", PASSWORD, "again", PASSWORD));
        assertThat(accepted.status()).isEqualTo(303);
        assertThat(accepted.header("Location")).isEqualTo("/sign-in?accepted=true");
        assertThat(guest.get(page).status()).isEqualTo(404);

        JsonObject person = manager.get("/api/v1/accounts/" + username).json();
        assertThat(person.getString("mail")).isEqualTo(username + "@demo.example");
        assertThat(manager.post("/api/v1/accounts/" + username + "/closing", "").status())
                .isEqualTo(200);
        assertProblem(manager.post("/api/v1/accounts/" + username + "/closing", ""), 409, "account-closed");
        assertThat(manager.post("/api/v1/accounts/" + username + "/opening", "").status())
                .isEqualTo(200);
    }

    @Test
    void a_recovery_and_a_closing_end_the_session_at_once() {
        Newcomer newcomer = Newcomer.of(manager, "sponsor");
        String username = newcomer.username();
        SignedIn session = newcomer.signedIn();
        assertThat(session.get("/desk/").status()).isEqualTo(200);

        Newcomer.accept(
                registry,
                manager.post("/api/v1/accounts/" + username + "/recovery", "")
                        .json()
                        .getString("secret"));
        assertThat(session.get("/desk/").status()).as("led to the sign-in page").isEqualTo(303);
        SignedIn again = newcomer.signedIn();
        assertThat(again.get("/desk/").status()).isEqualTo(200);
        manager.post("/api/v1/accounts/" + username + "/closing", "");
        assertThat(again.get("/desk/").status()).isEqualTo(303);
        assertThat(again.get("/desk/tokens").header("Location")).startsWith("/sign-in");
    }

    @Test
    void one_of_staff_needs_the_code_of_a_second_person() {
        String username = fresh();
        JsonObject invited = staffManager
                .post(organisationOf(staffManager) + "/invitations", body(username, "decider"))
                .json();
        String address = INVITATIONS + invited.getString("id");
        assertThat(invited.getString("state")).isEqualTo("waiting");
        assertProblem(staffManager.change("POST", address, "/approval", ""), 403, "approval-own-proposal");
        JsonObject approved = administrator.changed("POST", address, "/approval", "");
        assertThat(approved.getString("secret")).matches("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");
        assertProblem(staffManager.change("POST", address, "/approval", ""), 409, "invitation-approved");
        assertProblem(manager.get(address), 404, "invitation-unknown");
        administrator.changed("DELETE", address, "", "");
        assertProblem(administrator.change("DELETE", address, "", ""), 409, "invitation-over");
    }

    @Test
    void an_organisation_is_registered_once_closed_and_opened_again() {
        String name = "Atelier " + UUID.randomUUID();
        Answer made = administrator.post(ORGANISATIONS, "{\"name\":\"" + name + "\",\"kind\":\"vendor\"}");
        assertThat(made.status()).isEqualTo(201);
        String address = made.header("Location");
        assertProblem(
                administrator.post(ORGANISATIONS, "{\"name\":\"" + name + "\",\"kind\":\"vendor\"}"),
                409,
                "organisation-known");
        assertProblem(administrator.post(ORGANISATIONS, "{\"name\":\"x\",\"kind\":\"king\"}"), 400, "field-invalid");
        assertProblem(manager.post(ORGANISATIONS, "{\"name\":\"x\",\"kind\":\"vendor\"}"), 403, "role-missing");
        assertThat(administrator.changed("POST", address, "/closing", "").getBoolean("active"))
                .isFalse();
        assertProblem(
                administrator.post(address + "/invitations", body(fresh(), "sponsor")), 409, "organisation-closed");
        assertThat(administrator.changed("POST", address, "/opening", "").getBoolean("active"))
                .isTrue();
    }

    @Test
    void a_token_is_made_for_some_acts_used_and_revoked() {
        Answer made =
                administrator.post("/api/v1/tokens", "{\"label\":\"miroir\",\"days\":1,\"acts\":[\"read-imports\"]}");
        assertThat(made.status()).as("%s", made).isEqualTo(201);
        String secret = made.json().getString("secret");
        String id = made.json().getString("id");

        assertThat(with(secret, "/api/v1/imports").status()).isEqualTo(200);
        assertProblem(with(secret, "/api/v1/organisations"), 403, "token-scope-missing");
        assertProblem(with(secret, "/api/v1/tokens"), 403, "token-scope-missing");
        assertThat(administrator
                        .get("/api/v1/tokens")
                        .json()
                        .getJsonArray("tokens")
                        .getValuesAs(JsonObject.class))
                .filteredOn(token -> token.getString("id").equals(id))
                .singleElement()
                .satisfies(
                        token -> assertThat(token.keySet()).contains("lastUsed").doesNotContain("secret"));
        assertProblem(administrator.post("/api/v1/tokens", "{\"label\":\"x\",\"days\":91}"), 400, "token-days");
        JsonObject forAll = administrator
                .post("/api/v1/tokens", "{\"label\":\"tout\",\"days\":1}")
                .json();
        assertThat(forAll).as("without acts it is for all that the account may").doesNotContainKey("acts");
        assertThat(with(forAll.getString("secret"), "/api/v1/tokens").status()).isEqualTo(200);
        assertProblem(
                administrator.post("/api/v1/tokens", "{\"label\":\"x\",\"days\":1,\"acts\":[\"rule\"]}"),
                400,
                "field-invalid");
        assertProblem(manager.send("DELETE", "/api/v1/tokens/" + id, ""), 404, "token-unknown");
        assertThat(administrator.send("DELETE", "/api/v1/tokens/" + id, "").status())
                .isEqualTo(200);
        assertProblem(with(secret, "/api/v1/imports"), 401, "token-refused");
    }

    private Answer with(String secret, String path) {
        return registry.send(registry.request(path).header("Authorization", "Bearer " + secret));
    }
}
