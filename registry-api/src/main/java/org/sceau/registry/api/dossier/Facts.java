package org.sceau.registry.api.dossier;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;

/**
 * Declared facts as JSON: a whole number, true or false, a text, a list of texts, a list of hundredths of a percent. The scheme says
 * which texts are days; what it does not know, or knows otherwise, is kept as it was given, for the preflight to name.
 */
final class Facts {
    private static final int MOST_NAME = 60;

    private Facts() {}

    static Map<String, FactValue> of(Map<String, Object> given, Optional<SchemeVersion> scheme, String at) {
        Map<String, FactValue> facts = new TreeMap<>();
        given.forEach((id, value) -> {
            String where = at + "." + id;
            Given.text(at, id, MOST_NAME);
            facts.put(id, value(value, type(scheme, id), where));
        });
        return facts;
    }

    static Map<String, Object> shown(Map<String, FactValue> facts, SchemeVersion scheme) {
        Map<String, Object> shown = new TreeMap<>();
        facts.forEach((id, value) -> shown.put(id, shown(value, type(Optional.of(scheme), id))));
        return shown;
    }

    private static Optional<FactType> type(Optional<SchemeVersion> scheme, String id) {
        return scheme.flatMap(SchemeVersion::conduct)
                .flatMap(conduct -> conduct.procedure().fact(id));
    }

    private static FactValue value(Object given, Optional<FactType> type, String at) {
        if (given instanceof Long number) {
            return new FactValue.Whole(number);
        }
        if (given instanceof Boolean flag) {
            return new FactValue.Flag(flag);
        }
        if (given instanceof String text) {
            Optional<FactType.Kind> kind = type.map(FactType::kind);
            if (kind.filter(FactType.Kind.DAY::equals).isPresent()) {
                return day(text, at);
            }
            return kind.filter(FactType.Kind.INSTANT::equals).isPresent()
                    ? moment(text, at)
                    : Given.made(at, () -> FactValue.Words.of(text));
        }
        List<?> items = (List<?>) given;
        boolean shares = items.isEmpty()
                ? type.filter(known -> known.kind() == FactType.Kind.SHARES).isPresent()
                : items.get(0) instanceof Long;
        return shares ? shares(items, at) : words(items, at);
    }

    private static FactValue day(String text, String at) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= 1990 && day.getYear() <= 2199) {
                return new FactValue.Day(day);
            }
        } catch (DateTimeException noSuchDay) {
            throw Given.invalid(at, "a day that exists, YYYY-MM-DD");
        }
        throw Given.invalid(at, "a day YYYY-MM-DD of the years 1990 to 2199");
    }

    private static FactValue moment(String text, String at) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            if (moment.getYear() >= 1990 && moment.getYear() <= 2199) {
                return new FactValue.Moment(moment.toInstant().truncatedTo(ChronoUnit.SECONDS));
            }
        } catch (DateTimeException noSuchInstant) {
            throw Given.invalid(at, "an instant with its offset, YYYY-MM-DDThh:mm:ssZ");
        }
        throw Given.invalid(at, "an instant with its offset, of the years 1990 to 2199");
    }

    private static FactValue words(List<?> items, String at) {
        return Given.made(
                at,
                () -> new FactValue.Words(new LinkedHashSet<>(
                        items.stream().map(String.class::cast).toList())));
    }

    private static FactValue shares(List<?> items, String at) {
        List<Long> hundredths = items.stream().map(Long.class::cast).toList();
        if (hundredths.stream().anyMatch(share -> share < 0 || share > 10_000)) {
            throw Given.invalid(at, "hundredths of a percent, 0 to 10000");
        }
        return Given.made(
                at,
                () -> new FactValue.Shares(
                        hundredths.stream().map(Long::intValue).toList()));
    }

    private static Object shown(FactValue value, Optional<FactType> type) {
        if (value instanceof FactValue.Whole whole) {
            return whole.value();
        }
        if (value instanceof FactValue.Flag flag) {
            return flag.value();
        }
        if (value instanceof FactValue.Day day) {
            return day.value().toString();
        }
        if (value instanceof FactValue.Moment moment) {
            return moment.value().toString();
        }
        if (value instanceof FactValue.Shares shares) {
            return shares.hundredths();
        }
        List<String> words = List.copyOf(((FactValue.Words) value).values());
        boolean list = type.map(FactType::kind)
                .filter(kind -> kind == FactType.Kind.CHOICES || kind == FactType.Kind.CODES)
                .isPresent();
        return words.size() == 1 && !list ? words.get(0) : words;
    }
}
