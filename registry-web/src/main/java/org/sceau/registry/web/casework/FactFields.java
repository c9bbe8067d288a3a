package org.sceau.registry.web.casework;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.web.form.FormFields;

/**
 * Between declared facts and the fields of a form. What does not fit its type is refused with the name of its field; what is left empty is not
 * declared, and the preflight names it.
 */
public record FactFields(CaseWords words, ZoneId zone) {
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,15}");
    private static final Pattern SHARE = Pattern.compile("\\d{1,3}([.,]\\d{1,2})?");
    /** Says that there is no share at all, where nothing says nothing. */
    private static final String NONE = "0";

    private static final int LONGEST_LINES = 10_000;
    private static final int PERCENT = 100;

    public List<FactField> fields(List<FactType> types, Map<String, FactValue> facts) {
        return types.stream()
                .map(type -> field(type, Optional.ofNullable(facts.get(type.id()))))
                .toList();
    }

    private FactField field(FactType type, Optional<FactValue> value) {
        return new FactField(
                type.id(),
                words.in(type.label()),
                type.kind().name().toLowerCase(Locale.ROOT),
                type.required(),
                value.map(known -> written(type, known)).orElse(""),
                choices(type, value),
                type.least().isPresent() ? Long.toString(type.least().getAsLong()) : "",
                type.most().isPresent() ? Long.toString(type.most().getAsLong()) : "",
                type.source(),
                type.verified());
    }

    /** Options of a choice, yes and no of a flag, codes that the scheme itself names. */
    private List<Choice> choices(FactType type, Optional<FactValue> value) {
        Set<String> chosen = value.map(FactFields::chosen).orElse(Set.of());
        Map<String, Label> options = new LinkedHashMap<>(type.options());
        type.known().ifPresent(known -> options.putAll(known.codes()));
        Stream<Choice> flags = type.kind() == FactType.Kind.FLAG
                ? Stream.of("yes", "no").map(word -> new Choice(word, words.say(word), "", chosen.contains(word), true))
                : Stream.empty();
        return Stream.concat(
                        flags,
                        options.entrySet().stream()
                                .map(option -> new Choice(
                                        option.getKey(),
                                        words.in(option.getValue()),
                                        "",
                                        chosen.contains(option.getKey()),
                                        true)))
                .toList();
    }

    private static Set<String> chosen(FactValue value) {
        if (value instanceof FactValue.Flag flag) {
            return Set.of(flag.value() ? "yes" : "no");
        }
        return value instanceof FactValue.Words words ? words.values() : Set.of();
    }

    private String written(FactType type, FactValue value) {
        if (value instanceof FactValue.Whole whole) {
            return Long.toString(whole.value());
        }
        if (value instanceof FactValue.Day day) {
            return day.value().toString();
        }
        if (value instanceof FactValue.Moment moment) {
            return LocalDateTime.ofInstant(moment.value(), zone)
                    .truncatedTo(ChronoUnit.MINUTES)
                    .toString();
        }
        if (value instanceof FactValue.Shares shares) {
            return shares.hundredths().isEmpty()
                    ? NONE
                    : shares.hundredths().stream()
                            .map(share -> String.format(Locale.ROOT, "%d.%02d", share / PERCENT, share % PERCENT))
                            .collect(Collectors.joining("\n"));
        }
        Set<String> offered = type.known().map(known -> known.codes().keySet()).orElse(Set.of());
        return value instanceof FactValue.Words words
                ? words.values().stream()
                        .filter(word -> !offered.contains(word))
                        .collect(Collectors.joining("\n"))
                : "";
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code field-invalid}, {@code value-refused} with the field */
    public Map<String, FactValue> read(List<FactType> types, FormFields fields) {
        Map<String, FactValue> facts = new LinkedHashMap<>();
        types.forEach(type -> value(type, "fact." + type.id(), fields).ifPresent(value -> facts.put(type.id(), value)));
        return facts;
    }

    private Optional<FactValue> value(FactType type, String name, FormFields fields) {
        return switch (type.kind()) {
            case WHOLE -> fields.optional(name, 20).map(text -> whole(name, text));
            case FLAG ->
                fields.optional(name, 5)
                        .map(text -> new FactValue.Flag(Given.one(name, text, new String[] {"yes", "no"}, word -> word)
                                .equals("yes")));
            case DAY -> fields.optionalDay(name).map(day -> day(name, day));
            case INSTANT -> fields.optional(name, 30).map(text -> moment(name, text));
            case TEXT, LINK, CHOICE ->
                fields.optional(name, FactValue.Words.MAX_LENGTH).map(FactValue.Words::of);
            case CHOICES -> words(name, fields.choices(name));
            case CODES ->
                words(
                        name,
                        Stream.concat(fields.choices(name).stream(), lines(name + ".more", fields).stream())
                                .toList());
            case SHARES -> shares(name, lines(name, fields));
        };
    }

    private static FactValue whole(String name, String text) {
        if (!WHOLE.matcher(text).matches()) {
            throw Given.invalid(name, "-999999999999999 … 999999999999999");
        }
        return new FactValue.Whole(Long.parseLong(text));
    }

    private static FactValue day(String name, LocalDate day) {
        if (day.getYear() < 1990 || day.getYear() > 2199) {
            throw Given.invalid(name, "1990-01-01 … 2199-12-31");
        }
        return new FactValue.Day(day);
    }

    private FactValue moment(String name, String text) {
        try {
            LocalDateTime local = LocalDateTime.parse(text);
            day(name, local.toLocalDate());
            Instant instant = local.atZone(zone).toInstant().truncatedTo(ChronoUnit.SECONDS);
            return new FactValue.Moment(instant);
        } catch (DateTimeException noInstant) {
            throw Given.invalid(name, "YYYY-MM-DDThh:mm");
        }
    }

    private static List<String> lines(String name, FormFields fields) {
        return fields.optional(name, LONGEST_LINES).stream()
                .flatMap(text -> Arrays.stream(text.split("\n")))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static Optional<FactValue> words(String name, List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(Given.made(name, () -> new FactValue.Words(new LinkedHashSet<>(values))));
    }

    private static Optional<FactValue> shares(String name, List<String> lines) {
        if (lines.equals(List.of(NONE))) {
            return Optional.of(new FactValue.Shares(List.of()));
        }
        List<Integer> hundredths = new ArrayList<>();
        for (String line : lines) {
            String bare = line.replace("%", "").strip();
            if (!SHARE.matcher(bare).matches()) {
                throw Given.invalid(name, "0 … 100, 24.01");
            }
            hundredths.add((int) Math.round(Double.parseDouble(bare.replace(',', '.')) * PERCENT));
        }
        return hundredths.isEmpty()
                ? Optional.empty()
                : Optional.of(Given.made(name, () -> new FactValue.Shares(hundredths)));
    }
}
