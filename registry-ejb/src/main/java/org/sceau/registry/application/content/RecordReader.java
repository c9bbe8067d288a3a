package org.sceau.registry.application.content;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** JSON values as values of the domain, by the declared types of components: one reader a type, found out once. */
@FunctionalInterface
interface RecordReader {

    /** @param value null for an absent member */
    Object read(@Nullable JsonValue value);

    /** Reads values of a type; refuses one that no component may have with {@link IllegalArgumentException}. */
    static RecordReader of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == OptionalInt.class) {
            return value -> value == null ? OptionalInt.empty() : OptionalInt.of(((JsonNumber) value).intValueExact());
        }
        if (raw == OptionalLong.class) {
            return value ->
                    value == null ? OptionalLong.empty() : OptionalLong.of(((JsonNumber) value).longValueExact());
        }
        Function<JsonValue, Object> present = present(raw);
        return value -> {
            if (value == null) {
                throw new IllegalArgumentException("a member is missing: " + raw.getSimpleName());
            }
            return present.apply(value);
        };
    }

    private static Function<JsonValue, Object> present(Class<?> type) {
        // The form of another record is asked for with its first value: a record may hold records of its own kind.
        if (type.isSealed()) {
            return value -> RecordForm.of(
                            RecordForm.of(type).caseNamed(value.asJsonObject().getString(RecordForm.CASE)))
                    .read(value);
        }
        if (type.isRecord()) {
            return value -> RecordForm.of(type).read(value);
        }
        if (type == int.class || type == Integer.class) {
            return value -> ((JsonNumber) value).intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return value -> ((JsonNumber) value).longValueExact();
        }
        if (type == boolean.class || type == Boolean.class) {
            return value -> value.equals(JsonValue.TRUE);
        }
        Function<String, Object> text = text(type);
        return value -> text.apply(((JsonString) value).getString());
    }

    private static RecordReader container(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            RecordReader inner = of(of[0]);
            return value -> value == null ? Optional.empty() : Optional.of(inner.read(value));
        }
        if (raw == List.class) {
            RecordReader inner = of(of[0]);
            return value -> items(inner, value);
        }
        if (raw == Set.class) {
            RecordReader inner = of(of[0]);
            return value -> new LinkedHashSet<>(items(inner, value));
        }
        if (raw == Map.class) {
            Function<String, Object> key = key(of[0]);
            RecordReader inner = of(of[1]);
            return value -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                if (value instanceof JsonObject object) {
                    object.forEach((name, item) -> map.put(key.apply(name), inner.read(item)));
                }
                return map;
            };
        }
        throw new IllegalArgumentException("no value for " + type);
    }

    private static Function<String, Object> key(Type type) {
        return type == String.class ? key -> key : text((Class<?>) type);
    }

    private static List<Object> items(RecordReader inner, @Nullable JsonValue value) {
        List<Object> items = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.forEach(item -> items.add(inner.read(item)));
        }
        return items;
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Function<String, Object> text(Class<?> type) {
        if (type == String.class) {
            return text -> text;
        }
        if (type == LocalDate.class) {
            return LocalDate::parse;
        }
        if (type == Instant.class) {
            return Instant::parse;
        }
        if (type == Period.class) {
            return Period::parse;
        }
        if (type == UUID.class) {
            return UUID::fromString;
        }
        if (type.isEnum()) {
            return text -> Enum.valueOf((Class<Enum>) type, text);
        }
        throw new IllegalArgumentException("no value of " + type.getName());
    }
}
