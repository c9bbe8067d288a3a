package org.sceau.registry.web.results;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.words.SchemeWords;

/** The catalogue page: reads the question, asks, and hands the answer to the view. */
@Named
@RequestScoped
public class ResultsPage {
    @Inject
    Catalogue catalogue;

    @Inject
    Schemes schemes;

    @Inject
    LegalCalendar calendar;

    @Inject
    Frame frame;

    private @Nullable Answers answers;

    /** Answers the request; called before the view is drawn. */
    public void open() {
        SchemeWords words = new SchemeWords(schemes, frame.language());
        Question question =
                new QuestionReader(this::isFamily).read(frame.request().getParameterMap());
        LocalDate today = calendar.today();
        CataloguePage page = catalogue.search(question.asOfToday(today));
        SortedSet<String> strange = strangeLevels(question, page, words);
        if (!strange.isEmpty()) {
            question = question.settingAside(Filter.LEVEL, strange);
            page = catalogue.search(question.asOfToday(today));
        }
        if (page.rows().isEmpty() && page.total() > 0) {
            question = question.beyondEnd(Answers.lastPage(page.total()));
            page = catalogue.search(question.asOfToday(today));
        }
        answers = new Answers(question, page, words, frame.links(), today);
        frame.keepQuery(question.query());
    }

    public Answers answers() {
        Answers known = answers;
        if (known == null) {
            throw new IllegalStateException("the page was not opened");
        }
        return known;
    }

    /** The exact answer as a list of none or one, as views read it. */
    public List<ResultRow> exact() {
        return answers().exact().stream().toList();
    }

    /** Title of the page: the words looked for come first. */
    public String title() {
        String text = answers().question().text();
        return text.isEmpty()
                ? frame.texts().say("results.title")
                : frame.texts().say("results.title.words", text);
    }

    /** Text of the link from the exact answer to its visa. */
    public String see(ResultRow row) {
        return frame.texts().say("results.exact.link", row.reference());
    }

    /** Heading of the filters, with how many are active. */
    public String refine() {
        return frame.texts().say("results.refine.active", answers().chips().size());
    }

    /** How many values of a filter are not listed. */
    public String more(FilterBox box) {
        return frame.texts().say("results.more", box.more());
    }

    /** Text of the link that looks for one word alone. */
    public String alone(Chip word) {
        return frame.texts().say("empty.word", word.label());
    }

    /** The order asked for, as addresses write it; empty for the usual one. */
    public String sort() {
        return answers().question().sort().map(Question::code).orElse("");
    }

    /** Whether another day than today was asked for. */
    public boolean past() {
        return answers().question().asOf().isPresent();
    }

    /** The day asked for, as a date field takes it; empty for today, so that the address of today stays short. */
    public String asOf() {
        return answers().question().asOf().map(LocalDate::toString).orElse("");
    }

    /** What was looked for, where and as of when. */
    public String nothing() {
        SortedSet<String> families = answers().question().chosen(Filter.SCHEME);
        String where = frame.consulted(families.size() == 1 ? families.first() : "");
        String text = answers().question().text();
        return text.isEmpty()
                ? frame.texts().say("empty.filters", where)
                : frame.texts().say("empty.words", text, where);
    }

    /** Levels that neither a scheme nor the catalogue knows: it keeps what a source printed, so both are asked. */
    private static SortedSet<String> strangeLevels(Question question, CataloguePage page, SchemeWords words) {
        SortedSet<String> strange = new TreeSet<>(question.chosen(Filter.LEVEL));
        strange.removeIf(id -> words.levelName(id).isPresent() || isCounted(page, id));
        return strange;
    }

    private static boolean isCounted(CataloguePage page, String level) {
        return page.facets().getOrDefault(Facet.LEVEL, List.of()).stream()
                .anyMatch(count -> count.value().equals(level));
    }

    private boolean isFamily(String id) {
        return id.matches("[a-z][a-z0-9-]{0,59}")
                && !id.endsWith("-")
                && !id.contains("--")
                && schemes.isPublic(new FamilyId(id));
    }
}
