package org.sceau.registry.domain.complaint;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.complaint.Outcome.Finding;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * A complaint or an appeal as it stands. Immutable: a step makes the next one. Whether somebody is independent enough to take the step is
 * asked of {@link Independence} before each of them.
 *
 * @param handler  who handles it; absent until somebody is assigned
 * @param progress oldest first; only grows
 * @param outcome  how it ended; absent until then
 * @param version  1 when filed, +1 for each step
 */
public record Complaint(
        ComplaintId id,
        Filing filing,
        Optional<Person> handler,
        List<Progress> progress,
        State state,
        Optional<Outcome> outcome,
        long version) {
    /** Steps one complaint may have. */
    public static final int MAX_STEPS = 200;

    /** How far it is. */
    public enum State {
        RECEIVED,
        ADMISSIBLE,
        UNDER_INVESTIGATION,
        INADMISSIBLE,
        CONCLUDED;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }

        public boolean isOver() {
            return this == INADMISSIBLE || this == CONCLUDED;
        }
    }

    /** Refuses an end without outcome, and an outcome before the end, with {@link IllegalArgumentException}. */
    public Complaint {
        progress = List.copyOf(progress);
        if (outcome.isPresent() != state.isOver()) {
            throw new IllegalArgumentException("a complaint that is over has an outcome, and no other one");
        }
    }

    /** A complaint that just came in. */
    public static Complaint filed(ComplaintId id, Filing filing) {
        return new Complaint(id, filing, Optional.empty(), List.of(), State.RECEIVED, Optional.empty(), 1);
    }

    /**
     * Given to a handler, or to another one.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code complaint-closed}, {@code complaint-step-not-open} to whoever handles it
     *     already, {@code complaint-full}
     */
    public Complaint assigned(Person to, Person by, Instant at) {
        requireOpen();
        if (isHandledBy(to.name())) {
            throw Refusal.of("complaint-step-not-open", Refusal.Kind.CONFLICT)
                    .with("state", state.code())
                    .asException();
        }
        Complaint next = stepped(new Progress(Progress.Act.ASSIGNED, by, at, to.name()), state);
        return new Complaint(id, filing, Optional.of(to), next.progress, state, outcome, next.version);
    }

    /**
     * Found admissible.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code complaint-closed}, {@code complaint-of-another-handler}, {@code
     *     complaint-step-not-open} unless it was just received, {@code complaint-full}
     */
    public Complaint admitted(Person by, Instant at, String reasons) {
        requireHandler(by);
        requireState(State.RECEIVED);
        return stepped(new Progress(Progress.Act.ADMITTED, by, at, reasons), State.ADMISSIBLE);
    }

    /** Taken up for investigation, once it is admissible; refused like {@link #admitted}. */
    public Complaint investigated(Person by, Instant at, String text) {
        requireHandler(by);
        requireState(State.ADMISSIBLE);
        return stepped(new Progress(Progress.Act.INVESTIGATED, by, at, text), State.UNDER_INVESTIGATION);
    }

    /** The complainant is told how far it is; refused like {@link #admitted}, but open until the end. */
    public Complaint informed(Person by, Instant at, String text) {
        requireHandler(by);
        return stepped(new Progress(Progress.Act.INFORMED, by, at, text), state);
    }

    /** A note for the file, which the complainant does not see; refused like {@link #informed}. */
    public Complaint noted(Person by, Instant at, String text) {
        requireHandler(by);
        return stepped(new Progress(Progress.Act.NOTED, by, at, text), state);
    }

    /**
     * Ended: as inadmissible when it was just received, else with what the investigation found.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code complaint-closed}, {@code complaint-of-another-handler}, {@code
     *     complaint-step-not-open}
     */
    public Complaint ended(Outcome end) {
        requireHandler(end.by());
        boolean inadmissible = end.finding() == Finding.INADMISSIBLE;
        requireState(inadmissible ? State.RECEIVED : State.UNDER_INVESTIGATION);
        return new Complaint(
                id,
                filing,
                handler,
                progress,
                inadmissible ? State.INADMISSIBLE : State.CONCLUDED,
                Optional.of(end),
                version + 1);
    }

    /** How a complaint can end. */
    public enum End {
        DISMISSED,
        CONCLUDED;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }
    }

    /**
     * The steps that a handler can take now; none of them is refused to a handler who is independent. Besides, whoever is independent can be
     * assigned until the end.
     *
     * @param name account of the handler
     */
    public Set<Progress.Act> steps(String name) {
        Set<Progress.Act> open = EnumSet.noneOf(Progress.Act.class);
        if (isHandledBy(name) && progress.size() < MAX_STEPS) {
            open.addAll(EnumSet.of(Progress.Act.INFORMED, Progress.Act.NOTED));
            switch (state) {
                case RECEIVED -> open.add(Progress.Act.ADMITTED);
                case ADMISSIBLE -> open.add(Progress.Act.INVESTIGATED);
                default -> {}
            }
        }
        return open;
    }

    /** How the handler can end it now: as inadmissible before it was admitted, with what was found after the investigation. */
    public Optional<End> end(String name) {
        return !isHandledBy(name)
                ? Optional.empty()
                : switch (state) {
                    case RECEIVED -> Optional.of(End.DISMISSED);
                    case UNDER_INVESTIGATION -> Optional.of(End.CONCLUDED);
                    default -> Optional.empty();
                };
    }

    private boolean isHandledBy(String name) {
        return !state.isOver()
                && handler.filter(present -> present.name().equals(name)).isPresent();
    }

    private void requireOpen() {
        if (state.isOver()) {
            throw Refusal.of("complaint-closed", Refusal.Kind.CONFLICT)
                    .with("state", state.code())
                    .asException();
        }
    }

    private void requireHandler(Person by) {
        requireOpen();
        if (!isHandledBy(by.name())) {
            throw Refusal.of("complaint-of-another-handler", Refusal.Kind.FORBIDDEN)
                    .asException();
        }
    }

    private void requireState(State needed) {
        if (state != needed) {
            throw Refusal.of("complaint-step-not-open", Refusal.Kind.CONFLICT)
                    .with("state", state.code())
                    .with("needed", needed.code())
                    .asException();
        }
    }

    private Complaint stepped(Progress step, State then) {
        if (progress.size() >= MAX_STEPS) {
            throw Refusal.of("complaint-full", Refusal.Kind.CONFLICT)
                    .with("most", Integer.toString(MAX_STEPS))
                    .asException();
        }
        List<Progress> more = new ArrayList<>(progress);
        more.add(step);
        return new Complaint(id, filing, handler, more, then, outcome, version + 1);
    }
}
