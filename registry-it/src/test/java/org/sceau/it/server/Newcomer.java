package org.sceau.it.server;

import java.util.Map;
import java.util.UUID;

/** Somebody who was invited and came in: an account that a test may close without taking it from others. */
public record Newcomer(RunningRegistry registry, String username) {
    static final String PASSWORD = "trois pommes cuites";

    /** A username that no other run of a test took. */
    static String fresh() {
        return "n" + UUID.randomUUID().toString().substring(0, 8);
    }

    static String body(String username, String role) {
        return "{\"username\":\"" + username + "\",\"name\":\"Nolwenn Ouveau\",\"mail\":\"" + username
                + "@demo.example\",\"language\":\"fr\",\"roles\":[{\"role\":\"" + role + "\"}]}";
    }

    /** The address of the one organisation that a manager keeps. */
    static String organisationOf(Caller manager) {
        return "/api/v1/organisations/"
                + manager.get("/api/v1/organisations")
                        .json()
                        .getJsonArray("organisations")
                        .getJsonObject(0)
                        .getString("id");
    }

    public static Newcomer of(Caller manager, String role) {
        String username = fresh();
        Answer invited = manager.post(organisationOf(manager) + "/invitations", body(username, role));
        accept(manager.registry(), invited.json().getString("secret"));
        return new Newcomer(manager.registry(), username);
    }

    /** Takes the way that an invitation opens. */
    static void accept(RunningRegistry registry, String secret) {
        accept(registry, secret, "");
    }

    /** @param code of whoever approved the invitation; empty where one word was enough */
    public static void accept(RunningRegistry registry, String secret, String code) {
        SignedIn guest = SignedIn.visitor(registry);
        String page = "/invitation/" + secret;
        Answer answer = registry.send(guest.form(
                        page, Map.of("token", guest.word(page), "password", PASSWORD, "again", PASSWORD, "code", code))
                .header("Origin", registry.uri("").toString()));
        if (answer.status() != 303) {
            throw new AssertionError("the invitation is not accepted: " + answer);
        }
    }

    SignedIn signedIn() {
        return SignedIn.as(registry, username, PASSWORD);
    }
}
