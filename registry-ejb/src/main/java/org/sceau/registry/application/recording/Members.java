package org.sceau.registry.application.recording;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Members of canonical JSON. One without a value is absent, or null where its absence is itself told. */
final class Members {
    private Members() {}

    static <T> void putList(
            Map<String, Object> json, String name, List<T> values, Function<T, ? extends Object> write) {
        if (!values.isEmpty()) {
            json.put(name, List.copyOf(values.stream().map(write).toList()));
        }
    }

    static boolean has(JsonObject json, String name) {
        return json.containsKey(name) && json.get(name) != JsonValue.NULL;
    }

    static Optional<JsonObject> object(JsonObject json, String name) {
        return has(json, name) ? Optional.of(json.getJsonObject(name)) : Optional.empty();
    }

    static Optional<String> string(JsonObject json, String name) {
        return has(json, name) ? Optional.of(json.getString(name)) : Optional.empty();
    }

    static List<String> strings(JsonObject json, String name) {
        return has(json, name)
                ? json.getJsonArray(name).getValuesAs(JsonString.class).stream()
                        .map(JsonString::getString)
                        .toList()
                : List.of();
    }

    static <T> List<T> objects(JsonObject json, String name, Function<JsonObject, T> read) {
        List<T> values = new ArrayList<>();
        if (has(json, name)) {
            JsonArray array = json.getJsonArray(name);
            array.getValuesAs(JsonObject.class).forEach(object -> values.add(read.apply(object)));
        }
        return values;
    }

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
