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
import org.jspecify.annotations.Nullable;

/** JSON values as values of the domain, by the declared types of components. */
final class RecordReader {
    private RecordReader() {}

    /** @param value null for an absent member */
    static Object read(Type type, @Nullable JsonValue value) {
        if (type instanceof ParameterizedType generic) {
            return container(generic, value);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == OptionalInt.class) {
            return value == null ? OptionalInt.empty() : OptionalInt.of(((JsonNumber) value).intValueExact());
        }
        if (raw == OptionalLong.class) {
            return value == null ? OptionalLong.empty() : OptionalLong.of(((JsonNumber) value).longValueExact());
        }
        if (value == null) {
            throw new IllegalArgumentException("a member is missing: " + raw.getSimpleName());
        }
        RecordForm form = RecordForm.of(raw);
        if (form.isSealed()) {
            return read(form.caseNamed(value.asJsonObject().getString(RecordForm.CASE)), value);
        }
        if (form.isRecord()) {
            return record(form, value);
        }
        return scalar(raw, value);
    }

    private static Object container(ParameterizedType type, @Nullable JsonValue value) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return value == null ? Optional.empty() : Optional.of(read(of[0], value));
        }
        if (raw == List.class) {
            return items(of[0], value);
        }
        if (raw == Set.class) {
            return new LinkedHashSet<>(items(of[0], value));
        }
        if (raw == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            if (value instanceof JsonObject object) {
                object.forEach((key, item) -> map.put(key(of[0], key), read(of[1], item)));
            }
            return map;
        }
        throw new IllegalArgumentException("no value for " + type);
    }

    private static Object key(Type type, String key) {
        return type == String.class ? key : scalarOf((Class<?>) type, key);
    }

    private static List<Object> items(Type type, @Nullable JsonValue value) {
        List<Object> items = new ArrayList<>();
        if (value instanceof JsonArray array) {
            array.forEach(item -> items.add(read(type, item)));
        }
        return items;
    }

    private static Object record(RecordForm form, JsonValue value) {
        List<RecordForm.Member> members = form.members();
        Object[] values = new Object[members.size()];
        for (int i = 0; i < values.length; i++) {
            RecordForm.Member member = members.get(i);
            values[i] = read(
                    member.type(), form.isName() ? value : value.asJsonObject().get(member.name()));
        }
        return form.make(values);
    }

    private static Object scalar(Class<?> type, JsonValue value) {
        if (type == int.class || type == Integer.class) {
            return ((JsonNumber) value).intValueExact();
        }
        if (type == long.class || type == Long.class) {
            return ((JsonNumber) value).longValueExact();
        }
        if (type == boolean.class || type == Boolean.class) {
            return value.equals(JsonValue.TRUE);
        }
        return scalarOf(type, ((JsonString) value).getString());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object scalarOf(Class<?> type, String text) {
        if (type == String.class) {
            return text;
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(text);
        }
        if (type == Instant.class) {
            return Instant.parse(text);
        }
        if (type == Period.class) {
            return Period.parse(text);
        }
        if (type == UUID.class) {
            return UUID.fromString(text);
        }
        if (type.isEnum()) {
            return Enum.valueOf((Class<Enum>) type, text);
        }
        throw new IllegalArgumentException("no value of " + type.getName());
    }
}
