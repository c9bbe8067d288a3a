package org.sceau.registry.api.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/**
 * The query of a request. Unknown names are refused, since a filter with a wrong name would answer another question; so are values
 * given twice where one is meant, and values beyond their bounds. Each refusal names the parameter.
 */
public final class Query {
    private static final int LONGEST_VALUE = 200;
    private static final int MOST_VALUES = 20;
    private static final int LONGEST_ECHO = 60;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /** @throws Refused {@code parameter-unknown} naming the first parameter that is not one of {@code known} */
    public static Query of(MultivaluedMap<String, String> query, Set<String> known) {
        for (String name : query.keySet()) {
            if (!known.contains(name)) {
                throw Refusal.of("parameter-unknown", Refusal.Kind.INVALID)
                        .with("parameter", cut(name))
                        .with("known", String.join(", ", known.stream().sorted().toList()))
                        .asException();
            }
        }
        return new Query(query);
    }

    /** One text; empty when absent or blank. */
    public Optional<String> text(String name) {
        List<String> given = given(name);
        if (given.size() > 1) {
            throw invalid(name, "given more than once");
        }
        return given.stream().filter(value -> !value.isBlank()).findFirst();
    }

    /** One text that must be there. */
    public String needed(String name) {
        return text(name)
                .orElseThrow(() -> Refusal.of("parameter-missing", Refusal.Kind.INVALID)
                        .with("parameter", name)
                        .asException());
    }

    /** Exactly {@code true} or {@code false}. */
    public boolean flag(String name, boolean otherwise) {
        return switch (text(name).orElse(Boolean.toString(otherwise))) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name, "true or false");
        };
    }

    /** A calendar day {@code YYYY-MM-DD} of the years 1990 to 2199. */
    public Optional<LocalDate> day(String name) {
        return text(name).map(value -> {
            if (!DAY.matcher(value).matches()) {
                throw invalid(name, "YYYY-MM-DD");
            }
            try {
                LocalDate day = LocalDate.parse(value);
                if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                    return day;
                }
            } catch (DateTimeException noSuchDay) {
                throw invalid(name, "YYYY-MM-DD");
            }
            throw invalid(name, "1990-01-01 to 2199-12-31");
        });
    }

    /** An instant of the years 1990 to 2199, such as {@code 2026-05-12T08:00:00Z}. */
    public Optional<Instant> instant(String name) {
        return text(name).map(value -> {
            try {
                Instant instant = Instant.parse(value);
                if (!instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
                    return instant;
                }
            } catch (DateTimeException notOne) {
                throw invalid(name, "an instant, such as 2026-05-12T08:00:00Z");
            }
            throw invalid(name, "an instant of the years 1990 to 2199");
        });
    }

    public int number(String name, int otherwise, int least, int most) {
        Optional<String> value = text(name);
        if (value.isEmpty()) {
            return otherwise;
        }
        int number = NUMBER.matcher(value.get()).matches() ? Integer.parseInt(value.get()) : -1;
        if (number < least || number > most) {
            throw invalid(name, least + " to " + most);
        }
        return number;
    }

    /** Alternatives, at most 20; blank ones are dropped. */
    public Set<String> texts(String name) {
        return all(name, Function.identity(), "");
    }

    /**
     * Alternatives of a closed list.
     *
     * @param read     throws {@link IllegalArgumentException} for a value outside the list
     * @param expected the values there are, for the refusal
     */
    public <T> Set<T> all(String name, Function<String, T> read, String expected) {
        List<String> given = given(name);
        if (given.size() > MOST_VALUES) {
            throw invalid(name, "at most " + MOST_VALUES + " values");
        }
        Set<T> found = new LinkedHashSet<>();
        for (String value : given) {
            if (!value.isBlank()) {
                try {
                    found.add(read.apply(value));
                } catch (IllegalArgumentException outside) {
                    throw invalid(name, expected);
                }
            }
        }
        return found;
    }

    /** One value, read as with {@link #all}. */
    public <T> Optional<T> one(String name, Function<String, T> read, String expected) {
        return text(name).map(value -> {
            try {
                return read.apply(value);
            } catch (IllegalArgumentException outside) {
                throw invalid(name, expected);
            }
        });
    }

    /** A refusal of this parameter's value. */
    public static Refused invalid(String name, String expected) {
        return Refusal.of("parameter-invalid", Refusal.Kind.INVALID)
                .with("parameter", name)
                .with("expected", expected)
                .asException();
    }

    private List<String> given(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw invalid(name, "at most " + LONGEST_VALUE + " characters");
        }
        if (given.stream().anyMatch(value -> value.chars().anyMatch(Character::isISOControl))) {
            throw invalid(name, "printable characters");
        }
        return given;
    }

    private static String cut(String name) {
        return name.length() > LONGEST_ECHO ? name.substring(0, LONGEST_ECHO) + "…" : name;
    }
}
