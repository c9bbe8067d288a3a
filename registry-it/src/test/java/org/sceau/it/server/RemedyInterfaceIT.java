package org.sceau.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.server.Problems.assertProblem;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Remedies over HTTP, by the demo accounts. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RemedyInterfaceIT {
    private static final String REMEDIES = "/api/v1/remedies";

    private final RunningRegistry registry = RunningRegistry.shared();
    private final Caller body = new Caller(registry, "morvan");
    private final Caller holder = new Caller(registry, "halcyon");
    private final Caller stranger = new Caller(registry, "brume");

    /** Held by Halcyon Cards. */
    private String visa() {
        return registry.get("/api/v1/visas/EUCC-3090-2026-0901").json().getString("id");
    }

    private LocalDate today() {
        return LocalDate.parse(registry.get("/api/v1/visas?limit=1").json().getString("asOf"));
    }

    private String asked(LocalDate due) {
        return "{\"visa\":\"" + visa() + "\",\"ground\":\"non-conformity\",\"asked\":\"La version livrée diffère.\","
                + "\"due\":\"" + due + "\"}";
    }

    @Test
    void invariant_39_a_holder_is_given_thirty_days_and_not_one_more() {
        JsonObject late = assertProblem(body.post(REMEDIES, asked(today().plusDays(31))), 409, "remedy-gt-30d");
        assertThat(late.getString("latest")).isEqualTo(today().plusDays(30).toString());
        assertThat(late.getString("title")).isNotEqualTo("remedy-gt-30d");
        assertThat(body.post(REMEDIES, asked(today().plusDays(30))).status()).isEqualTo(201);
    }

    @Test
    void a_remedy_is_asked_proposed_and_answered_and_foreign_ones_are_not_there() {
        String address = body.post(REMEDIES, asked(today().plusDays(20))).header("Location");
        Answer foreign = stranger.get(address);
        assertProblem(foreign, 404, "remedy-unknown");
        assertThat(stranger.get(REMEDIES + "/" + UUID.randomUUID()).bytes()).isEqualTo(foreign.bytes());
        assertProblem(stranger.get(REMEDIES + "?visa=" + visa()), 404, "visa-unknown");
        assertProblem(registry.get(address), 401, "sign-in-needed");
        assertProblem(new Caller(registry, "oxalis").get(address), 403, "role-missing");

        String proposal = "{\"proposal\":\"Rappel et correctif.\"}";
        assertProblem(holder.post(address + "/proposals", proposal), 428, "if-match-missing");
        assertProblem(holder.change("POST", address, "/proposals", "{\"proposal\":\" \"}"), 400, "field-invalid");
        holder.changed("POST", address, "/proposals", proposal);
        assertProblem(holder.change("POST", address, "/proposals", proposal), 409, "remedy-step-not-open");
        JsonObject over =
                body.changed("POST", address, "/answer", "{\"adequate\":true,\"grounds\":\"La mesure suffit.\"}");
        assertThat(over.getString("state")).isEqualTo("accepted");
        assertThat(holder.get(REMEDIES + "?visa=" + visa()).text()).contains("La mesure suffit.");
    }
}
