package org.sceau.registry.api.request;

import jakarta.json.JsonConfig;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** One JSON object in UTF-8: no member twice, and no deeper than the deepest request there is. */
final class JsonText {
    /** An application holds facts that hold lists; nothing of ours goes deeper than six. */
    static final int DEEPEST = 12;

    private static final JsonReaderFactory READERS =
            JsonProvider.provider().createReaderFactory(Map.of(JsonConfig.KEY_STRATEGY, JsonConfig.KeyStrategy.NONE));

    private JsonText() {}

    /** @throws Refused {@code body-not-json} */
    static JsonObject object(byte[] bytes) {
        String text = decoded(bytes);
        if (isUnfit(text)) {
            throw refused();
        }
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return object;
            }
        } catch (JsonException | IllegalStateException | NumberFormatException | UnsupportedOperationException broken) {
            // The last one is the parser's word for a number that it will not hold.
            throw refused();
        }
        throw refused();
    }

    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            throw refused();
        }
    }

    /** Too deep, or more than one value. Found before anything is built, so that no depth reaches the stack of a parser. */
    private static boolean isUnfit(String text) {
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '{' || c == '[') {
                if (++depth > DEEPEST) {
                    return true;
                }
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return !text.substring(i + 1).isBlank();
            }
        }
        return depth != 0;
    }

    private static Refused refused() {
        return Refusal.of("body-not-json", Refusal.Kind.INVALID).asException();
    }
}
