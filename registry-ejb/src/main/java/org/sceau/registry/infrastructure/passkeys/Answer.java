package org.sceau.registry.infrastructure.passkeys;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What an answer of a browser says of itself, before anything of it is believed. */
record Answer(String id, String challenge) {

    /** @throws RuntimeException for what is no answer */
    static Answer read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject answer = reader.readObject();
            String client = answer.getJsonObject("response").getString("clientDataJSON");
            String said = new String(Base64.getUrlDecoder().decode(client), StandardCharsets.UTF_8);
            try (JsonReader inner = Json.createReader(new StringReader(said))) {
                return new Answer(answer.getString("id"), inner.readObject().getString("challenge"));
            }
        }
    }
}
