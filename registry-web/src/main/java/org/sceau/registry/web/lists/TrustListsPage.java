package org.sceau.registry.web.lists;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.util.List;
import java.util.Set;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.results.Filter;
import org.sceau.registry.web.results.Question;
import org.sceau.registry.web.words.SchemeWords;

/** The pages about trust lists: all current ones, and every issue of one family. */
@Named
@RequestScoped
public class TrustListsPage {
    private static final int MOST_ISSUES = 200;

    @Inject
    PublishedLists lists;

    @Inject
    Schemes schemes;

    @Inject
    LegalCalendar calendar;

    @Inject
    Frame frame;

    private List<PublishedList> issues = List.of();
    private String family = "";

    /** Finds the issues of the family in the address; called before its view is drawn. */
    public void open() {
        FamilyId id = new FamilyId(frame.page().key());
        issues = lists.history(id);
        family = new SchemeWords(schemes, frame.language()).family(id);
        if (!known()) {
            frame.notFound();
        }
    }

    /** The newest issue of each family. */
    public List<ListRow> current() {
        return frame.currentLists().stream().map(list -> row(list, "current")).toList();
    }

    /** Every issue of the family, newest first, as far back as a page can show. */
    public List<ListRow> history() {
        return issues.stream()
                .limit(MOST_ISSUES)
                .map(list -> row(list, String.valueOf(list.sequence())))
                .toList();
    }

    public String family() {
        return family;
    }

    public String title() {
        return known() ? frame.texts().say("list.title", family) : frame.texts().say("list.unknown");
    }

    /** Whether the address names a family at all. */
    public boolean known() {
        return !issues.isEmpty() || schemes.isPublic(new FamilyId(frame.page().key()));
    }

    /** The catalogue, filtered by the family. */
    public String catalogueAddress() {
        return frame.to("/catalogue")
                + Question.everything()
                        .with(Filter.SCHEME, Set.of(frame.page().key()))
                        .query();
    }

    private ListRow row(PublishedList list, String file) {
        String folder = "/trust-lists/" + list.family().value() + "/";
        NumberFormat number = NumberFormat.getIntegerInstance(frame.locale());
        return new ListRow(
                new SchemeWords(schemes, frame.language()).family(list.family()),
                String.valueOf(list.sequence()),
                frame.to(folder),
                folder + file + ".xml",
                frame.days().moment(list.issuedAt().atZone(calendar.zone())),
                frame.days().day(calendar.dayOf(list.nextUpdate())),
                list.nextUpdate().isBefore(calendar.clock().instant()),
                number.format(list.services()),
                list.sha256(),
                frame.texts().say("size.kilobytes", (list.bytes() + 999) / 1000));
    }
}
