package org.sceau.registry.web.results;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * Reads a question from the parameters of a request. Nothing a visitor writes is refused: what cannot be meant is set aside
 * and said. Unknown parameters are left alone, so that addresses with foreign marks keep working.
 */
public final class QuestionReader {
    /** Values of one filter that are looked at. */
    static final int MOST_VALUES = 20;
    /** Characters of one value. */
    static final int LONGEST_VALUE = 200;

    private static final int MOST_NOTICES = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2199, 12, 31);

    private final Map<Filter, Predicate<String>> known;
    private final List<Notice> notices = new ArrayList<>();

    /** @param knownFamily whether a family exists */
    public QuestionReader(Predicate<String> knownFamily) {
        known = new EnumMap<>(Map.of(Filter.SCHEME, knownFamily, Filter.STATUS, QuestionReader::isStatus));
    }

    /** The question of a request; for use once. */
    public Question read(Map<String, String[]> parameters) {
        Map<Filter, SortedSet<String>> filters = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            filters.put(filter, values(filter, parameters.getOrDefault(filter.parameter(), new String[0])));
        }
        return new Question(
                text(first(parameters, "q")),
                filters,
                day(first(parameters, "asOf")),
                sort(first(parameters, "sort")),
                page(first(parameters, "page")),
                notices);
    }

    private String text(String typed) {
        String words = printable(typed);
        if (words.length() <= CatalogueQuery.LONGEST_TEXT) {
            return words;
        }
        note("too-long", "q", words);
        int end = CatalogueQuery.LONGEST_TEXT;
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end)
                .strip();
    }

    private SortedSet<String> values(Filter filter, String[] typed) {
        SortedSet<String> values = new TreeSet<>();
        for (int i = 0; i < typed.length; i++) {
            if (i == MOST_VALUES) {
                note("too-many", filter.parameter(), String.valueOf(typed.length));
                break;
            }
            String value = printable(typed[i]);
            if (value.isEmpty()) {
                continue;
            }
            if (value.length() <= LONGEST_VALUE
                    && known.getOrDefault(filter, any -> true).test(value)) {
                values.add(value);
            } else {
                note("unknown-value", filter.parameter(), value);
            }
        }
        return values;
    }

    private Optional<LocalDate> day(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException noDay) {
            // said below, like a day beyond the bounds
        }
        note("no-day", "asOf", typed);
        return Optional.empty();
    }

    /** A day as the {@code asOf} of any page; empty when it is none, and then also a notice is due. */
    public static Optional<LocalDate> dayOf(String typed) {
        return new QuestionReader(any -> false).day(typed.strip());
    }

    private Optional<Sort> sort(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        for (Sort sort : Sort.values()) {
            if (Question.code(sort).equals(typed)) {
                return Optional.of(sort);
            }
        }
        note("unknown-value", "sort", typed);
        return Optional.empty();
    }

    private int page(String typed) {
        if (typed.isEmpty()) {
            return 1;
        }
        if (typed.matches("[0-9]{1,9}")) {
            int page = Integer.parseInt(typed);
            if (page >= 1 && page <= Question.DEEPEST_PAGE) {
                return page;
            }
        }
        note("no-page", "page", typed);
        return 1;
    }

    private void note(String code, String parameter, String value) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(new Notice(code, parameter, value));
        }
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    /** Without control characters, which no name or word holds. */
    private static String printable(String typed) {
        return typed.replaceAll("\\p{Cntrl}+", " ").strip();
    }

    private static boolean isStatus(String code) {
        for (VisaStatus status : VisaStatus.values()) {
            if (status.code().equals(code)) {
                return true;
            }
        }
        return false;
    }
}
