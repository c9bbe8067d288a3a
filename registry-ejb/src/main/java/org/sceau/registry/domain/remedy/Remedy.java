package org.sceau.registry.domain.remedy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.visa.VisaId;

/**
 * A remedy that the holder of a visa is asked for. Nothing follows by itself: when no adequate proposal came in time, a decision is due.
 *
 * @param asked what is to be remedied, 1 to 4000 characters
 * @param by    who asked
 * @param due   last day for a proposal
 * @param rounds proposals with what was said of them, oldest first
 * @param version 1 when asked, +1 for each act
 */
public record Remedy(
        RemedyId id,
        VisaId visa,
        Ground ground,
        String asked,
        Person by,
        Instant at,
        LocalDate due,
        List<Round> rounds,
        long version) {
    /** Proposals one remedy may have. */
    public static final int MAX_ROUNDS = 20;

    private static final int LONGEST = 4_000;

    /** Why a remedy is asked for. */
    public enum Ground {
        /** The product does not conform (EUCC Art. 28). */
        NON_CONFORMITY,
        /** The holder does not comply with its obligations (EUCC Art. 29). */
        NON_COMPLIANCE;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }
    }

    /** Where it stands on a day. */
    public enum State {
        /** A proposal is awaited. */
        ASKED,
        /** A proposal awaits its answer. */
        PROPOSED,
        ACCEPTED,
        /** No adequate proposal came in time: the next decision is to suspend or to withdraw (EUCC Art. 28(5)-(6), 29(2)). */
        DECISION_DUE;

        /** Stable public code, kebab-case. */
        public String code() {
            return Coded.of(this);
        }
    }

    /** A proposal of the holder, and what the body said of it; 1 to 4000 characters each. */
    public record Round(String proposal, Person by, Instant at, Optional<Answer> answer) {
        public Round {
            requireText(proposal);
        }
    }

    /** What the body said. */
    public record Answer(boolean adequate, String grounds, Person by, Instant at) {
        public Answer {
            requireText(grounds);
        }
    }

    public Remedy {
        requireText(asked);
        rounds = List.copyOf(rounds);
        if (rounds.size() > MAX_ROUNDS) {
            throw new IllegalArgumentException("a remedy has at most " + MAX_ROUNDS + " proposals");
        }
    }

    /**
     * As it was at the end of a day; empty before it was asked.
     *
     * @param dayOf the legal day of an instant
     */
    public Optional<Remedy> on(LocalDate day, Function<Instant, LocalDate> dayOf) {
        if (dayOf.apply(at).isAfter(day)) {
            return Optional.empty();
        }
        List<Round> past = rounds.stream()
                .filter(round -> !dayOf.apply(round.at()).isAfter(day))
                .map(round -> new Round(
                        round.proposal(),
                        round.by(),
                        round.at(),
                        round.answer()
                                .filter(answer -> !dayOf.apply(answer.at()).isAfter(day))))
                .toList();
        return Optional.of(new Remedy(id, visa, ground, asked, by, at, due, past, version));
    }

    public State stateOn(LocalDate day) {
        Optional<Round> last = last();
        if (last.flatMap(Round::answer).filter(Answer::adequate).isPresent()) {
            return State.ACCEPTED;
        }
        if (last.isPresent() && last.get().answer().isEmpty()) {
            return State.PROPOSED;
        }
        return day.isAfter(due) ? State.DECISION_DUE : State.ASKED;
    }

    /** Whether an account asked for it, proposed something or answered. */
    public boolean isWorkOf(String name) {
        return Stream.concat(
                        Stream.of(by),
                        rounds.stream()
                                .flatMap(round ->
                                        Stream.concat(Stream.of(round.by()), round.answer().map(Answer::by).stream())))
                .anyMatch(person -> person.name().equals(name));
    }

    /**
     * What the holder proposes.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code remedy-step-not-open} with the state, unless a proposal is awaited that
     *     day; {@code remedy-full}
     */
    public Remedy proposed(String proposal, Person person, Instant now, LocalDate day) {
        requireState(State.ASKED, day);
        if (rounds.size() == MAX_ROUNDS) {
            throw Refusal.of("remedy-full", Refusal.Kind.CONFLICT)
                    .with("most", Integer.toString(MAX_ROUNDS))
                    .asException();
        }
        List<Round> more = new ArrayList<>(rounds);
        more.add(new Round(proposal, person, now, Optional.empty()));
        return with(more);
    }

    /**
     * What the body says of the proposal.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code remedy-step-not-open}, unless a proposal awaits its answer
     */
    public Remedy answered(Answer answer, LocalDate day) {
        requireState(State.PROPOSED, day);
        List<Round> all = new ArrayList<>(rounds);
        Round last = all.remove(all.size() - 1);
        all.add(new Round(last.proposal(), last.by(), last.at(), Optional.of(answer)));
        return with(all);
    }

    private Optional<Round> last() {
        return rounds.isEmpty() ? Optional.empty() : Optional.of(rounds.get(rounds.size() - 1));
    }

    private void requireState(State needed, LocalDate day) {
        State state = stateOn(day);
        if (state != needed) {
            throw Refusal.of("remedy-step-not-open", Refusal.Kind.CONFLICT)
                    .with("state", state.code())
                    .with("needed", needed.code())
                    .asException();
        }
    }

    private Remedy with(List<Round> newRounds) {
        return new Remedy(id, visa, ground, asked, by, at, due, newRounds, version + 1);
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "what is asked, proposed and answered has 1 to " + LONGEST + " characters");
        }
    }
}
