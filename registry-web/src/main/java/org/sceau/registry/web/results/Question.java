package org.sceau.registry.web.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.web.address.Addresses;

/**
 * What a visitor asks the catalogue, as an address holds it. {@link QuestionReader} makes it from a request.
 *
 * @param text    free words, stripped, at most {@value CatalogueQuery#LONGEST_TEXT} characters
 * @param filters chosen values; every filter has a set, most of them empty
 * @param asOf    legal day asked for; absent for today
 * @param sort    order asked for; absent for the usual one
 * @param page    1 or more, within the deepest row
 * @param notices what was set aside
 */
public record Question(
        String text,
        Map<Filter, SortedSet<String>> filters,
        Optional<LocalDate> asOf,
        Optional<Sort> sort,
        int page,
        List<Notice> notices) {
    /** Rows on a page. */
    public static final int ROWS = 20;

    static final int DEEPEST_PAGE = CatalogueQuery.DEEPEST_ROW / ROWS;

    public Question {
        Map<Filter, SortedSet<String>> all = new EnumMap<>(Filter.class);
        for (Filter filter : Filter.values()) {
            all.put(
                    filter,
                    Collections.unmodifiableSortedSet(new TreeSet<>(filters.getOrDefault(filter, new TreeSet<>()))));
        }
        filters = Collections.unmodifiableMap(all);
        notices = List.copyOf(notices);
    }

    /** Everything, from the first page on. */
    public static Question everything() {
        return new Question("", Map.of(), Optional.empty(), Optional.empty(), 1, List.of());
    }

    /** The values chosen of a filter. */
    public SortedSet<String> chosen(Filter filter) {
        return filters.getOrDefault(filter, Collections.emptySortedSet());
    }

    public boolean isFiltered() {
        return asOf.isPresent() || filters.values().stream().anyMatch(values -> !values.isEmpty());
    }

    /** The order in which rows come when none was asked for: by relevance when there are words. */
    public Sort order() {
        return sort.orElse(text.isEmpty() ? Sort.NAME : Sort.RELEVANCE);
    }

    public Question without(Filter filter, String value) {
        TreeSet<String> rest = new TreeSet<>(chosen(filter));
        rest.remove(value);
        return with(filter, rest);
    }

    public Question with(Filter filter, Set<String> values) {
        Map<Filter, SortedSet<String>> changed = new EnumMap<>(filters);
        changed.put(filter, new TreeSet<>(values));
        return new Question(text, changed, asOf, sort, 1, List.of());
    }

    public Question onDay(Optional<LocalDate> day) {
        return new Question(text, filters, day, sort, 1, List.of());
    }

    public Question sorted(Sort wanted) {
        return new Question(text, filters, asOf, Optional.of(wanted), 1, List.of());
    }

    public Question atPage(int wanted) {
        return new Question(text, filters, asOf, sort, wanted, notices);
    }

    /** Without values that turned out to mean nothing, which the notices say. */
    public Question settingAside(Filter filter, Set<String> values) {
        Map<Filter, SortedSet<String>> changed = new EnumMap<>(filters);
        TreeSet<String> rest = new TreeSet<>(chosen(filter));
        rest.removeAll(values);
        changed.put(filter, rest);
        List<Notice> said = new ArrayList<>(notices);
        values.forEach(value -> said.add(new Notice("unknown-value", filter.parameter(), value)));
        return new Question(text, changed, asOf, sort, page, said);
    }

    /** The last page there is, with a notice that the one asked for lies behind it. */
    public Question beyondEnd(int lastPage) {
        List<Notice> said = new ArrayList<>(notices);
        said.add(new Notice("no-page", "page", String.valueOf(page)));
        return new Question(text, filters, asOf, sort, lastPage, said);
    }

    /** The same question about other words, without filters. */
    public Question about(String words) {
        return new Question(words, Map.of(), Optional.empty(), Optional.empty(), 1, List.of());
    }

    /** The question in the words of the application. */
    public CatalogueQuery asOfToday(LocalDate today) {
        return new CatalogueQuery(
                text,
                chosen(Filter.SCHEME),
                chosen(Filter.LEVEL),
                chosen(Filter.STATUS).stream().map(VisaStatus::ofCode).collect(Collectors.toSet()),
                chosen(Filter.HOLDER),
                chosen(Filter.LABORATORY),
                chosen(Filter.CATEGORY),
                asOf.orElse(today),
                order(),
                page,
                ROWS);
    }

    /** The query of its address, always written the same way; empty for everything, else starting with {@code ?}. */
    public String query() {
        List<String> parts = new ArrayList<>();
        if (!text.isEmpty()) {
            parts.add("q=" + Addresses.encoded(text));
        }
        filters.forEach((filter, values) ->
                values.forEach(value -> parts.add(filter.parameter() + "=" + Addresses.encoded(value))));
        asOf.ifPresent(day -> parts.add("asOf=" + day));
        sort.ifPresent(order -> parts.add("sort=" + code(order)));
        if (page > 1) {
            parts.add("page=" + page);
        }
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    static String code(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }
}
