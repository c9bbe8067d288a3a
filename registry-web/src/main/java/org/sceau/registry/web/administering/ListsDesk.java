package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.request.Given;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.publishing.IssueTrustLists;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.ReadCondition;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.casework.FreshFactor;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;

/** The publisher's desk: which lists are due, and a new issue of one of them without waiting for the registry to make it. */
@Named("listsDesk")
@RequestScoped
public class ListsDesk {
    /** A family, and the number of the newest issue that was seen. */
    private static final Pattern SEEN = Pattern.compile("([a-z0-9-]{1,60}) ([0-9]{1,12})");

    private static final String DONE = "issued";

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadCondition reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    IssueTrustLists issuing;

    @Inject
    @SuppressWarnings("NullAway.Init")
    FreshFactor factor;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable List<ReadCondition.ListState> states;

    /** Issues the list that was chosen. */
    public void open() {
        sent.carryOut(this::issue, sent::plain);
    }

    private String issue(FormFields fields) {
        Matcher chosen = SEEN.matcher(fields.choice("family"));
        if (!chosen.matches()) {
            throw Given.invalid("family", "a list of this page");
        }
        issuing.issue(
                factor.shownIn(fields),
                Given.made("family", () -> new FamilyId(chosen.group(1))),
                OptionalLong.of(Long.parseLong(chosen.group(2))));
        return desk.address() + "?done=" + DONE;
    }

    public boolean there() {
        return Permission.READ_LISTS_DUE.isGrantedTo(desk.actor());
    }

    private List<ReadCondition.ListState> states() {
        List<ReadCondition.ListState> known = states;
        if (known == null) {
            known = there() ? reading.lists(desk.actor()) : List.of();
            states = known;
        }
        return known;
    }

    public List<ListCondition> rows() {
        return states().stream().map(state -> ListCondition.of(state, desk)).toList();
    }

    /** The lists to choose from; the first that is due is chosen already. */
    public List<Choice> families() {
        Optional<ReadCondition.ListState> first =
                states().stream().filter(ReadCondition.ListState::due).findFirst();
        return states().stream()
                .map(state -> new Choice(
                        state.family().id() + " "
                                + state.newest().map(PublishedList::sequence).orElse(0L),
                        state.family().label().in(desk.locale()),
                        "",
                        first.filter(state::equals).isPresent(),
                        true))
                .toList();
    }

    /** What was just done, in words; empty when nothing was. */
    public String done() {
        return sent.done(Set.of(DONE));
    }
}
