package org.sceau.registry.application.content;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
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
        if (raw.isSealed()) {
            return read(caseOf(raw, value.asJsonObject().getString(RecordWriter.CASE)), value);
        }
        if (raw.isRecord()) {
            return record(raw, value);
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

    private static Class<?> caseOf(Class<?> sealed, String name) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(permitted -> RecordWriter.caseOf(permitted).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no case " + name + " of " + sealed.getSimpleName()));
    }

    private static Object record(Class<?> type, JsonValue value) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        boolean name = RecordWriter.isName(type);
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = read(
                    components[i].getGenericType(),
                    name ? value : value.asJsonObject().get(components[i].getName()));
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException refused ? refused : new IllegalArgumentException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type.getName(), e);
        }
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
