package org.sceau.registry.web.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.searching.Catalogue;
import org.sceau.registry.application.searching.CataloguePage;
import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.application.searching.CataloguePage.FacetCount;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.searching.CatalogueQuery.Sort;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyGroup;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Reference.Numbering;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.results.Filter;
import org.sceau.registry.web.results.Question;
import org.sceau.registry.web.results.ResultRow;
import org.sceau.registry.web.results.ResultRows;
import org.sceau.registry.web.words.SchemeWords;

/** The home page: what may be browsed, with counts, and what changed last. */
@Named
@RequestScoped
public class HomePage {
    private static final int CHANGES = 5;
    /** A group with more families than this names them without describing them. */
    private static final int DESCRIBED_DOORS = 8;

    @Inject
    Catalogue catalogue;

    @Inject
    Schemes schemes;

    @Inject
    LegalCalendar calendar;

    @Inject
    Frame frame;

    private @Nullable CataloguePage everything;
    private List<DoorGroup> groups = List.of();

    /** Counts what there is; called before the view is drawn. */
    public void open() {
        LocalDate today = calendar.today();
        everything = catalogue.search(CatalogueQuery.everythingOn(today));
        Map<FamilyId, Long> inForce = catalogue.inForce(today);
        groups = Arrays.stream(FamilyGroup.values())
                .map(group -> group(frame.in(group.label()), doors(group, inForce)))
                .filter(group -> !group.doors().isEmpty())
                .toList();
    }

    /** Families by group, in the order of the catalogue. */
    public List<DoorGroup> groups() {
        return groups;
    }

    public List<Change> changes() {
        ResultRows rows = new ResultRows(new SchemeWords(schemes, frame.language()), frame.links(), calendar.today());
        return catalogue.latest(CHANGES).stream()
                .map(visa -> change(visa, rows))
                .toList();
    }

    /** {@code Tout le catalogue, 840 visas}. */
    public String all() {
        CataloguePage page = everything;
        return frame.texts().say("home.all", page == null ? 0 : page.total());
    }

    public String suspended() {
        return frame.texts().say("home.suspended", count(VisaStatus.SUSPENDED));
    }

    public String suspendedAddress() {
        return frame.to("/catalogue")
                + Question.everything()
                        .with(Filter.STATUS, Set.of(VisaStatus.SUSPENDED.code()))
                        .query();
    }

    /** Visas in force, the first to end first. */
    public String endingAddress() {
        return frame.to("/catalogue")
                + Question.everything()
                        .with(Filter.STATUS, Set.of(VisaStatus.IN_FORCE.code()))
                        .sorted(Sort.ENDING)
                        .query();
    }

    /** A visa that shows what may be typed; none in an empty registry. */
    public List<Example> examples() {
        CataloguePage page = everything;
        return page == null
                ? List.of()
                : page.rows().stream()
                        .filter(visa -> visa.facts().reference().numbering() == Numbering.OFFICIAL)
                        .limit(1)
                        .map(this::example)
                        .toList();
    }

    private static DoorGroup group(String label, List<Door> doors) {
        return new DoorGroup(label, doors, doors.size() > DESCRIBED_DOORS);
    }

    private Example example(Visa visa) {
        String reference = ResultRows.reference(visa);
        String holder = visa.facts().holder().name();
        return new Example(
                reference,
                frame.to("/catalogue") + Question.everything().about(reference).query(),
                holder,
                frame.to("/catalogue") + Question.everything().about(holder).query());
    }

    private List<Door> doors(FamilyGroup group, Map<FamilyId, Long> inForce) {
        NumberFormat number = NumberFormat.getIntegerInstance(frame.locale());
        return schemes.publicFamilies().stream()
                .filter(family -> family.group() == group)
                .map(family -> door(family, number.format(inForce.getOrDefault(family.id(), 0L))))
                .toList();
    }

    private Door door(Family family, String count) {
        Question question =
                Question.everything().with(Filter.SCHEME, Set.of(family.id().value()));
        return new Door(
                frame.to("/catalogue") + question.query(), frame.in(family.label()), frame.in(family.summary()), count);
    }

    private Change change(Visa visa, ResultRows rows) {
        ResultRow row = rows.row(visa, "");
        StatusOnDay status =
                visa.facts().statusOn(calendar.today(), rows.schemes().atEnd(visa.facts()));
        String icon =
                status.status() == VisaStatus.IN_FORCE ? "tick" : row.verdict().mark();
        String level = row.level().isEmpty() ? "" : frame.texts().say("covers.level", row.level());
        String text = Stream.of(row.scheme(), level, row.verdict().line())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return new Change(
                row.verdict().tone(),
                icon,
                calendar.dayOf(visa.recordedAt()),
                frame.days().day(calendar.dayOf(visa.recordedAt())),
                row.address(),
                ResultRows.title(visa.facts()),
                row.verdict().tag(),
                text);
    }

    private long count(VisaStatus status) {
        CataloguePage page = everything;
        return page == null
                ? 0
                : page.facets().getOrDefault(Facet.STATUS, List.of()).stream()
                        .filter(count -> count.value().equals(status.code()))
                        .mapToLong(FacetCount::count)
                        .sum();
    }
}
