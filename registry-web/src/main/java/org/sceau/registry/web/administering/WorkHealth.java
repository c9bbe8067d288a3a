package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.notifying.ReadMail;
import org.sceau.registry.application.scheduling.Progress;
import org.sceau.registry.application.scheduling.ReadScheduledWork;
import org.sceau.registry.web.desk.DeskFrame;

/** What the registry does by itself, in words: scheduled work, whoever does it now, and mail. */
@RequestScoped
public class WorkHealth {
    private static final String MAIL = "notifications";
    /** Behind the name of the node stands which of its starts it is. */
    private static final char START = '/';

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadScheduledWork reading;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadMail mail;

    private @Nullable List<Progress.State> states;

    private boolean there() {
        return Permission.READ_SCHEDULED_WORK.isGrantedTo(desk.actor());
    }

    /** Duties that look at the record; the sending of mail has lines of its own. */
    private List<Progress.State> states() {
        List<Progress.State> known = states;
        if (known == null) {
            known = there()
                    ? reading.all(desk.actor()).stream()
                            .filter(state -> !state.duty().equals(MAIL))
                            .toList()
                    : List.of();
            states = known;
        }
        return known;
    }

    List<HealthLine> lines() {
        return there() ? List.of(work(), mailing()) : List.of();
    }

    private HealthLine work() {
        long failing = states().stream().filter(state -> state.failures() > 0).count();
        long behind = states().stream().filter(this::isBehind).count();
        if (failing > 0) {
            return line(HealthLine.Tone.STOP, "health.work", say("health.work.failing", failing), "health.work.act");
        }
        if (states().isEmpty() || behind > 0) {
            return line(
                    HealthLine.Tone.PAUSE,
                    "health.work",
                    states().isEmpty() ? say("health.work.none") : say("health.work.behind", behind),
                    "health.work.behind.act");
        }
        return line(HealthLine.Tone.OK, "health.work", say("health.work.ok", states().size()), "");
    }

    private boolean isBehind(Progress.State state) {
        return state.doneThrough().isBefore(today());
    }

    private LocalDate today() {
        return desk.dayOf(desk.now());
    }

    private HealthLine mailing() {
        ReadMail.Standing standing = mail.now(desk.actor());
        if (!standing.open()) {
            return line(HealthLine.Tone.PAST, "health.mail", say("health.mail.closed"), "health.mail.closed.act");
        }
        List<String> found = new ArrayList<>();
        found.add(say("health.mail.standing", standing.waiting(), standing.sent()));
        if (standing.again() > 0) {
            found.add(say("health.mail.again", standing.again()));
        }
        if (standing.failed() > 0) {
            found.add(say("health.mail.failed", standing.failed()));
        }
        boolean well = standing.again() == 0 && standing.failed() == 0;
        return line(
                well ? HealthLine.Tone.OK : HealthLine.Tone.PAUSE,
                "health.mail",
                String.join(" ", found),
                well ? "" : "health.mail.act");
    }

    private HealthLine line(HealthLine.Tone tone, String what, String means, String act) {
        return new HealthLine(tone, say(what), means, act.isEmpty() ? "" : say(act), "");
    }

    List<DutyRow> duties() {
        return states().stream().map(this::row).toList();
    }

    private DutyRow row(Progress.State state) {
        boolean failing = state.failures() > 0;
        return new DutyRow(
                name(state.duty()),
                desk.moment(state.ranAt()),
                desk.days().shortDay(state.doneThrough()),
                state.retryAt()
                        .map(retry -> say("health.duty.retry", desk.moment(retry)))
                        .orElseGet(() -> say(isBehind(state) ? "health.duty.soon" : "health.duty.tomorrow")),
                state.written(),
                failing
                        ? say("health.duty.failing", state.failures())
                        : say(isBehind(state) ? "health.duty.behind" : "health.duty.ok"),
                failing ? "stop" : isBehind(state) ? "pause" : "ok",
                state.failed().orElse(""));
    }

    private String name(String duty) {
        return desk.texts().sayOr("duty." + duty, duty);
    }

    /** Who works right now; none most often. */
    List<String> held() {
        return there() ? reading.held(desk.actor()).stream().map(this::holder).toList() : List.of();
    }

    private String holder(Leases.Held held) {
        int start = held.holder().indexOf(START);
        return say(
                "health.held",
                desk.texts().sayOr("lease." + held.name(), held.name()),
                start < 0 ? held.holder() : held.holder().substring(0, start),
                desk.moment(held.until()));
    }

    private String say(String key, Object... parts) {
        return desk.texts().say(key, parts);
    }
}
