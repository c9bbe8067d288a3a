package org.sceau.registry.web.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.auditing.JournalView;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.web.address.AddressFilter;
import org.sceau.registry.web.address.Destination;
import org.sceau.registry.web.address.Links;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Texts;

/** Header, freshness line and footer of every public page, and the links that keep its language. */
@Named
@RequestScoped
public class Frame {
    @Inject
    Operator operator;

    @Inject
    LegalCalendar calendar;

    @Inject
    PublishedLists lists;

    @Inject
    JournalView journal;

    @Inject
    Languages languages;

    @Inject
    HttpServletRequest request;

    private @Nullable List<PublishedList> current;
    private String otherQuery = "";

    /** The page asked for. Views have no other way in, so it is always there. */
    public Destination.Page page() {
        return (Destination.Page) request.getAttribute(AddressFilter.PAGE);
    }

    public HttpServletRequest request() {
        return request;
    }

    public Language language() {
        return page().language();
    }

    public Texts texts() {
        return Texts.in(language());
    }

    public DayWords days() {
        return DayWords.in(language());
    }

    public String lang() {
        return language().code();
    }

    public Locale locale() {
        return language().locale();
    }

    /** Addresses of ours in the language of this page. */
    public Links links() {
        return new Links(languages, language());
    }

    /** An address of ours in the language of this page. */
    public String to(String path) {
        return links().to(path);
    }

    /** Whether there is another language to switch to. */
    public boolean bilingual() {
        return languages.other(language()).isPresent();
    }

    /** The same page in the other language, with what a visitor asked; empty where there is none. */
    public String otherAddress() {
        return elsewhere().map(address -> address + otherQuery).orElse("");
    }

    /** Code of the other language; empty where there is none. */
    public String otherLang() {
        return languages.other(language()).map(Language::code).orElse("");
    }

    /** The permanent address of this page, for search engines; queries are left out. */
    public String canonical() {
        return operator.publicUrl() + to(page().path());
    }

    /** The same page in the other language, absolute; empty where there is none. */
    public String alternate() {
        return elsewhere().map(address -> operator.publicUrl() + address).orElse("");
    }

    private Optional<String> elsewhere() {
        return languages.other(language()).map(other -> languages.address(other, page().path()));
    }

    /** The address of what this page is about, whatever the language: made to be cited. */
    public String permanent() {
        return operator.publicUrl() + page().path();
    }

    /** Keeps a question when the language changes; empty or starting with a question mark. */
    public void keepQuery(String query) {
        otherQuery = query;
    }

    /** {@code page} for the link of the navigation that leads here, else empty. */
    public @Nullable String here(String path) {
        String asked = page().path();
        boolean below = !path.equals("/") && asked.startsWith(path);
        boolean visa = path.equals("/catalogue") && asked.startsWith("/visas/");
        return asked.equals(path) || below || visa ? "page" : null;
    }

    public boolean demo() {
        return operator.demo();
    }

    public String name() {
        return in(operator.name());
    }

    public String shortName() {
        return in(operator.shortName());
    }

    public String tagline() {
        return in(operator.tagline());
    }

    /** Prefix of the names of visas in trust lists. */
    public String urnSpace() {
        return operator.urnSpace();
    }

    public String website() {
        return operator.website().toString();
    }

    public String mail() {
        return operator.mail();
    }

    public String securityMail() {
        return operator.securityMail();
    }

    /** Style sheets of the operator's look: addresses on this host only. */
    public List<String> themeStyles() {
        return operator.themeStyles().stream()
                .filter(address -> address.matches("/[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*\\.css"))
                .toList();
    }

    /** When this page was made: what it says is read at that moment. */
    public String updated() {
        return texts().say("fresh.updated", days().moment(now().atZone(calendar.zone())));
    }

    /** The same for machines, to the second: HTML reads at most three digits after it. */
    public String updatedAt() {
        return now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * Where something was looked for, as the end of a sentence: {@code dans la liste n° 131 du 20 novembre 2026}.
     *
     * @param family only this family's list, when the question was about one; empty for all
     */
    public String consulted(String family) {
        List<PublishedList> all = currentLists().stream()
                .filter(list -> family.isEmpty() || list.family().value().equals(family))
                .toList();
        Optional<String> latest = all.stream()
                .map(PublishedList::issuedAt)
                .max(Comparator.naturalOrder())
                .map(issued -> days().day(calendar.dayOf(issued)));
        if (all.size() == 1) {
            return texts().say("consulted.list", String.valueOf(all.get(0).sequence()), latest.orElse(""));
        }
        return latest.map(day -> texts().say("consulted.lists", all.size(), day))
                .orElseGet(() -> texts().say("consulted.registry", days().day(calendar.today())));
    }

    /** Answers with the status "not found" while the view says so in words. */
    public void notFound() {
        FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }

    /** How many trust lists there are and when the next one is due; empty before the first issue. */
    public String listsLine() {
        List<PublishedList> all = currentLists();
        return all.stream()
                .map(PublishedList::nextUpdate)
                .min(Comparator.naturalOrder())
                .map(next -> texts().say("fresh.lists.next", days().day(calendar.dayOf(next))))
                .orElse("");
    }

    public String listsCount() {
        return texts().say("fresh.lists", currentLists().size());
    }

    public String journalLine() {
        return texts().say("fresh.journal", journal.size());
    }

    /** The text for both languages, in the one of this page. */
    public String in(Label label) {
        return label.in(locale());
    }

    /** The newest issue of each family. */
    public List<PublishedList> currentLists() {
        List<PublishedList> known = current;
        if (known == null) {
            known = lists.current();
            current = known;
        }
        return known;
    }

    private Instant now() {
        return calendar.clock().instant();
    }
}
