package org.sceau.registry.web.visa;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.results.Filter;
import org.sceau.registry.web.results.Question;
import org.sceau.registry.web.results.QuestionReader;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.status.Verdict;

/** One visa at its permanent address, on the day asked for. */
@Named
@RequestScoped
public class VisaPage {
    private static final int VISAS_READ_FOR_SPELLINGS = 100;

    @Inject
    Catalogue catalogue;

    @Inject
    Schemes schemes;

    @Inject
    LegalCalendar calendar;

    @Inject
    PublishedLists lists;

    @Inject
    Frame frame;

    private @Nullable Visa visa;
    private @Nullable VisaSheet sheet;
    private Optional<LocalDate> asOf = Optional.empty();
    private String notice = "";

    /** Finds the visa; called before the view is drawn. */
    public void open() {
        readDay();
        visa = slug(frame.page().key()).flatMap(catalogue::find).orElse(null);
        if (visa == null) {
            frame.notFound();
            return;
        }
        LocalDate shown = asOf.orElse(calendar.today());
        VisaSheets sheets = new VisaSheets(schemes, calendar, frame.links(), frame.urnSpace(), shown);
        sheet = sheets.sheet(visa, holder(visa.facts().on(shown)));
        asOf.ifPresent(day -> frame.keepQuery("?asOf=" + day));
    }

    /** What to show; null when the registry has no such visa. */
    public @Nullable VisaSheet sheet() {
        return sheet;
    }

    /** What is said when the registry has no such visa. */
    public Verdict unknown() {
        return StatusWords.in(frame.language()).unknown(frame.consulted(""));
    }

    /** What was looked for, as it was typed. */
    public String typed() {
        return frame.page().key();
    }

    /** The day asked for, in words; empty for today. */
    public String asOfWords() {
        return asOf.map(day -> frame.texts().say("visa.asOf.shown", frame.days().day(day)))
                .orElse("");
    }

    /** The day shown, as a date field takes it. */
    public String day() {
        return asOf.orElse(calendar.today()).toString();
    }

    /** Why the day asked for was set aside; empty when it was not. */
    public String notice() {
        return notice;
    }

    /** The list the visa stands in, as a list of none or one. */
    public List<PublishedList> list() {
        Visa known = visa;
        return known == null
                ? List.of()
                : frame.currentLists().stream()
                        .filter(list -> list.family().equals(known.facts().family()))
                        .toList();
    }

    /** Where the visa stands outside this page. */
    public List<Proof> proofs() {
        Visa known = visa;
        if (known == null) {
            return List.of();
        }
        Proof listed = list().stream()
                .findFirst()
                .map(list -> listed(list, known))
                .orElseGet(() -> new Proof("doc", frame.texts().say("visa.proof.none"), ""));
        return List.of(listed, new Proof("in-force", frame.texts().say("visa.proof.act", known.position()), ""));
    }

    /** Title of the page: what was certified and its reference. */
    public String title() {
        VisaSheet shown = sheet;
        return shown == null ? unknown().says() : shown.title() + ", " + shown.reference();
    }

    /** Where a document lies. */
    public String at(LinkedDocument document) {
        return frame.texts().say("visa.documents.host", document.host());
    }

    private Proof listed(PublishedList list, Visa known) {
        String page = frame.to("/trust-lists/" + list.family().value() + "/");
        String number = String.valueOf(list.sequence());
        // A list issued before this version was recorded, or before its first day, cannot hold it.
        // The journal tells which came first; the date of a list is cut to the second.
        LocalDate first = known.facts().validity().firstDay();
        if (first.isAfter(calendar.today())) {
            return new Proof(
                    "doc", frame.texts().say("visa.proof.later", frame.days().day(first)), page);
        }
        boolean tooEarly = lists.position(list.family()) < known.position()
                || calendar.dayOf(list.issuedAt()).isBefore(first);
        return tooEarly
                ? new Proof("doc", frame.texts().say("visa.proof.next", number), page)
                : new Proof("in-force", frame.texts().say("visa.proof.listed", number, issued(list)), page);
    }

    private String issued(PublishedList list) {
        return frame.days().day(calendar.dayOf(list.issuedAt()));
    }

    private void readDay() {
        String typed = frame.request().getParameter("asOf");
        if (typed != null && !typed.isBlank()) {
            asOf = QuestionReader.dayOf(typed);
            notice = asOf.isPresent() ? "" : frame.texts().say("visa.asOf.no-day");
        }
    }

    private HolderVisas holder(VisaFacts shown) {
        Organisation holder = shown.holder();
        String key = holder.key().value();
        if (key.isEmpty()) {
            return new HolderVisas("", 1, List.of());
        }
        CataloguePage found = catalogue.search(new CatalogueQuery(
                "",
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(key),
                Set.of(),
                Set.of(),
                calendar.today(),
                Sort.NAME,
                1,
                VISAS_READ_FOR_SPELLINGS));
        Stream<String> names =
                found.rows().stream().map(row -> row.facts().holder().name());
        return new HolderVisas(
                frame.to("/catalogue")
                        + Question.everything().with(Filter.HOLDER, Set.of(key)).query(),
                found.total(),
                names.distinct()
                        .filter(name -> !name.equals(holder.name()))
                        .limit(HolderVisas.MOST_SPELLINGS)
                        .toList());
    }

    private static Optional<Slug> slug(String typed) {
        try {
            return Optional.of(new Slug(typed));
        } catch (IllegalArgumentException neverOne) {
            return Optional.empty();
        }
    }
}
