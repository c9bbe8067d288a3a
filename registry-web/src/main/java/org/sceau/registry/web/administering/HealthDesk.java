package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.desk.DeskFrame;

/** How the registry is doing, for whoever runs or audits it: each thing with what it means and what to do, the gravest first. */
@Named("healthDesk")
@RequestScoped
public class HealthDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HouseHealth house;

    @Inject
    @SuppressWarnings("NullAway.Init")
    WorkHealth work;

    @Inject
    @SuppressWarnings("NullAway.Init")
    InboxHealth inbox;

    private @Nullable List<HealthLine> lines;

    public boolean there() {
        return desk.mayReadCondition();
    }

    /** What there is to know, the gravest first; of what the account may not read there is nothing. */
    public List<HealthLine> lines() {
        List<HealthLine> known = lines;
        if (known == null) {
            known = there() ? read() : List.of();
            lines = known;
        }
        return known;
    }

    private List<HealthLine> read() {
        List<HealthLine> all = new ArrayList<>();
        all.addAll(house.lines());
        all.addAll(work.lines());
        all.addAll(inbox.lines());
        all.sort(Comparator.comparing(HealthLine::tone));
        return List.copyOf(all);
    }

    private long count(HealthLine.Tone tone) {
        return lines().stream().filter(line -> line.tone() == tone).count();
    }

    /** Class and mark of the gravest thing. */
    public String style() {
        return count(HealthLine.Tone.STOP) > 0 ? "stop" : count(HealthLine.Tone.PAUSE) > 0 ? "pause" : "ok";
    }

    /** All of it in a few words. */
    public String verdict() {
        return switch (style()) {
            case "stop" -> desk.texts().say("health.verdict.stop", count(HealthLine.Tone.STOP));
            case "pause" -> desk.texts().say("health.verdict.pause", count(HealthLine.Tone.PAUSE));
            default -> desk.texts().say("health.verdict.ok");
        };
    }

    public String seen() {
        return desk.texts().say("health.seen", desk.moment(desk.now()));
    }

    /** What a tone says in words: never by its colour alone. */
    public String word(HealthLine line) {
        return desk.texts().say("health.tone." + line.style());
    }

    public List<ListCondition> lists() {
        return house.lists();
    }

    /** {@code open} for the table of lists when one of them needs a look, else nothing. */
    public @Nullable String listsUnfolded() {
        return lists().stream().allMatch(list -> list.tone().equals("ok")) ? null : "open";
    }

    /** The last issue of all, and the next update that is promised first. */
    public String listsInShort() {
        return house.listsInShort();
    }

    public List<DutyRow> duties() {
        return work.duties();
    }

    /** Who works right now. */
    public List<String> held() {
        return work.held();
    }
}
