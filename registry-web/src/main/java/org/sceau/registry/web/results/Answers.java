package org.sceau.registry.web.results;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CataloguePage.FacetCount;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.Texts;

/**
 * A page of the catalogue as it is shown: the question, what the catalogue answered, and every link between them.
 *
 * @param today the present legal day
 */
public record Answers(Question question, CataloguePage page, SchemeWords schemes, Links links, LocalDate today) {
    private static final String PATH = "/catalogue";
    private static final int MOST_SUGGESTIONS = 3;

    public List<ResultRow> rows() {
        ResultRows rows = new ResultRows(schemes, links, day());
        return page.rows().stream().map(visa -> rows.row(visa, question.text())).toList();
    }

    /** The one visa that was named; shown above the first page only. */
    public Optional<ResultRow> exact() {
        ResultRows rows = new ResultRows(schemes, links, day());
        return question.page() == 1 ? page.exact().map(visa -> rows.row(visa, "")) : Optional.empty();
    }

    public LocalDate day() {
        return question.asOf().orElse(today);
    }

    public List<FilterBox> boxes() {
        return new FilterBoxes(schemes, links.language()).boxes(question, page.facets());
    }

    public List<Chip> chips() {
        FilterBoxes boxes = new FilterBoxes(schemes, links.language());
        List<Chip> chips = new ArrayList<>();
        question.filters()
                .forEach((filter, values) -> values.forEach(value -> chips.add(new Chip(
                        boxes.label(filter, value, told(filter, value)), address(question.without(filter, value))))));
        question.asOf()
                .ifPresent(day -> chips.add(new Chip(
                        texts().say(
                                        "results.chip.asOf",
                                        DayWords.in(links.language()).day(day)),
                        address(question.onDay(Optional.empty())))));
        return List.copyOf(chips);
    }

    /** The orders on offer, with the present one. */
    public List<FilterBox.Choice> orders() {
        List<FilterBox.Choice> orders = new ArrayList<>();
        for (Sort sort : Sort.values()) {
            if (sort != Sort.RELEVANCE || !question.text().isEmpty()) {
                orders.add(new FilterBox.Choice(
                        address(question.sorted(sort)),
                        texts().say("sort." + Question.code(sort)),
                        "",
                        question.order() == sort));
            }
        }
        return List.copyOf(orders);
    }

    public String count() {
        return texts().say("results.count", page.total());
    }

    /** {@code 1 à 20 sur 840}. */
    public String range() {
        long first = (question.page() - 1L) * Question.ROWS + 1;
        return texts().say("results.range", first, first + page.rows().size() - 1, page.total());
    }

    /** Address of the page before; empty on the first. */
    public String previous() {
        return question.page() > 1 ? address(question.atPage(question.page() - 1)) : "";
    }

    /** Address of the page after; empty on the last. */
    public String next() {
        return question.page() < lastPage(page.total()) ? address(question.atPage(question.page() + 1)) : "";
    }

    /** Address of everything. */
    public String everything() {
        return address(Question.everything());
    }

    /** The same words without any filter. */
    public String unfiltered() {
        return address(question.about(question.text()));
    }

    /** Single words to try when nothing was found for several. */
    public List<Chip> suggestions() {
        String[] words = question.text().split("\\s+");
        List<Chip> chips = new ArrayList<>();
        for (String word : words) {
            if (words.length > 1 && word.length() > 2 && chips.size() < MOST_SUGGESTIONS) {
                chips.add(new Chip(word, address(question.about(word))));
            }
        }
        return List.copyOf(chips);
    }

    /** Parts of the address that were set aside, in words. */
    public List<String> notices() {
        return question.notices().stream()
                .map(notice -> texts().say("notice." + notice.code(), notice.parameter(), notice.value()))
                .toList();
    }

    /** Number of the last page that can be shown. */
    public static int lastPage(long total) {
        long pages = Math.max(1, (total + Question.ROWS - 1) / Question.ROWS);
        return (int) Math.min(pages, Question.DEEPEST_PAGE);
    }

    private String told(Filter filter, String value) {
        return page.facets().getOrDefault(filter.facet(), List.of()).stream()
                .filter(count -> count.value().equals(value))
                .map(FacetCount::label)
                .findFirst()
                .orElse("");
    }

    private String address(Question asked) {
        return links.to(PATH) + asked.query();
    }

    private Texts texts() {
        return Texts.in(links.language());
    }
}
