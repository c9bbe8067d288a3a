package org.sceau.registry.api.request;

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
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.refusal.Refused;

/**
 * A JSON object as a record whose components name its members. A member that no component names is refused, and each mistake is named
 * by its path. Components are texts, days, whole numbers, flags, records of this kind, lists of these, and maps of plain values; one
 * that may be absent is {@link Nullable}, a list or a map may always be. {@code null} is absent.
 */
final class RecordBody {
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LIST = 1_000;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private RecordBody() {}

    /** @throws Refused {@code field-unknown}, {@code field-missing}, {@code field-invalid} */
    static <T> T read(JsonObject json, Class<T> type) {
        return type.cast(record(json, type, ""));
    }

    private static Object record(JsonObject json, Class<?> type, String at) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String member : json.keySet()) {
            if (!known.contains(member)) {
                throw Given.unknown(at + member, known.stream().sorted().collect(Collectors.joining(", ")));
            }
        }
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = component(components[i], json.get(components[i].getName()), at + components[i].getName());
        }
        return made(type, components, values);
    }

    private static @Nullable Object component(RecordComponent component, @Nullable JsonValue value, String at) {
        if (value == null || value.getValueType() == JsonValue.ValueType.NULL) {
            Class<?> type = component.getType();
            if (type == List.class) {
                return List.of();
            }
            if (type == Map.class) {
                return Map.of();
            }
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                return null;
            }
            throw Given.missing(at);
        }
        return value(component.getGenericType(), value, at);
    }

    private static Object value(Type type, JsonValue value, String at) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(generic.getActualTypeArguments()[0], value, at)
                    : map(value, at);
        }
        Class<?> raw = (Class<?>) type;
        if (raw == String.class) {
            return text(value, at);
        }
        if (raw == LocalDate.class) {
            return day(text(value, at), at);
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return flag(value, at);
        }
        if (raw == Long.class || raw == long.class) {
            return number(value, at);
        }
        if (raw.isRecord()) {
            if (value instanceof JsonObject object) {
                return record(object, raw, at + ".");
            }
            throw Given.invalid(at, "an object");
        }
        throw new IllegalStateException("no member of this type: " + raw);
    }

    private static List<Object> list(Type of, JsonValue value, String at) {
        if (!(value instanceof JsonArray array) || array.size() > LONGEST_LIST) {
            throw Given.invalid(at, "a list of at most " + LONGEST_LIST);
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            items.add(value(of, array.get(i), at + "[" + i + "]"));
        }
        return List.copyOf(items);
    }

    /** Plain values by names of the caller's: texts, whole numbers, flags, and lists of texts or of whole numbers. */
    private static Map<String, Object> map(JsonValue value, String at) {
        if (!(value instanceof JsonObject object) || object.size() > LONGEST_LIST) {
            throw Given.invalid(at, "an object of at most " + LONGEST_LIST + " members");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        object.forEach((name, item) -> {
            String where = at + "." + name;
            if (!isFit(name)) {
                throw Given.invalid(at, "names of printable characters");
            }
            values.put(
                    name,
                    switch (item.getValueType()) {
                        case STRING -> text(item, where);
                        case NUMBER -> number(item, where);
                        case TRUE, FALSE -> flag(item, where);
                        case ARRAY -> plain(item.asJsonArray(), where);
                        default -> throw Given.invalid(where, "a text, a whole number, true, false or a list");
                    });
        });
        return values;
    }

    private static List<Object> plain(JsonArray array, String at) {
        boolean numbers = !array.isEmpty() && array.get(0).getValueType() == JsonValue.ValueType.NUMBER;
        return list(numbers ? Long.class : String.class, array, at);
    }

    /** Line breaks and tabs are the only control characters, and every character is whole: else some store would not take it. */
    private static String text(JsonValue value, String at) {
        if (!(value instanceof JsonString string)) {
            throw Given.invalid(at, "a text");
        }
        if (!isFit(string.getString())) {
            throw Given.invalid(at, "a text of at most " + LONGEST_TEXT + " printable characters");
        }
        return string.getString();
    }

    private static boolean isFit(String text) {
        return text.length() <= LONGEST_TEXT && Given.isPrintable(text);
    }

    private static LocalDate day(String text, String at) {
        if (DAY.matcher(text).matches()) {
            try {
                LocalDate day = LocalDate.parse(text);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeException noSuchDay) {
                throw Given.invalid(at, "a day that exists, YYYY-MM-DD");
            }
        }
        throw Given.invalid(at, "a day YYYY-MM-DD of the years 1990 to 2199");
    }

    private static Boolean flag(JsonValue value, String at) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw Given.invalid(at, "true or false");
        };
    }

    private static Long number(JsonValue value, String at) {
        if (value instanceof JsonNumber number) {
            try {
                return number.longValueExact();
            } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException notWhole) {
                throw Given.invalid(at, "a whole number");
            }
        }
        throw Given.invalid(at, "a whole number");
    }

    private static Object made(Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        try {
            Class<?>[] types =
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof Refused cause) {
                throw cause;
            }
            throw new IllegalStateException(type.getName(), refused);
        } catch (ReflectiveOperationException broken) {
            throw new IllegalStateException(type.getName(), broken);
        }
    }
}
