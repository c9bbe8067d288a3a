package org.sceau.registry.web.administering;

import java.util.Optional;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.ReadCondition;
import org.sceau.registry.web.desk.DeskFrame;

/**
 * The trust list of a family.
 *
 * @param family   in words
 * @param sequence of the newest issue; empty before the first
 * @param issued   when; empty before the first
 * @param next     by when the next issue is promised; empty before the first
 * @param state    in words, with class and mark of its tone
 */
public record ListCondition(
        String family, String address, String sequence, String issued, String next, String state, String tone) {

    static ListCondition of(ReadCondition.ListState state, DeskFrame desk) {
        Optional<PublishedList> newest = state.newest();
        boolean overdue =
                newest.filter(list -> list.nextUpdate().isBefore(desk.now())).isPresent();
        return new ListCondition(
                state.family().label().in(desk.locale()),
                desk.to("/trust-lists/" + state.family().id() + "/"),
                newest.map(list -> Long.toString(list.sequence())).orElse(""),
                newest.map(list -> desk.moment(list.issuedAt())).orElse(""),
                newest.map(list -> desk.days().day(desk.dayOf(list.nextUpdate())))
                        .orElse(""),
                desk.texts().say(overdue ? "health.list.overdue" : state.due() ? "health.list.due" : "health.list.ok"),
                overdue ? "stop" : state.due() ? "pause" : "ok");
    }
}
