package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sceau.registry.domain.party.Role;

/**
 * A question about a dossier and what was answered. Nothing of it is ever changed: a further round is a further part.
 *
 * @param number   from 1, in the order of asking
 * @param to       whose answer is awaited: SPONSOR or EVALUATOR
 * @param document type of the document it is about; absent when it is about the application
 * @param section  section of that document, at most 100 characters; absent where no document is named
 * @param edition  id of the newest deposit of that document when the question was first put; absent where none was there
 * @param rounds   question and answer, at least one
 * @param settledAt when its last answer was found to do
 */
public record Question(
        int number,
        Role to,
        Optional<String> document,
        Optional<String> section,
        Optional<UUID> edition,
        List<Round> rounds,
        Optional<Instant> settledAt) {
    /** Rounds one question may have. */
    public static final int MAX_ROUNDS = 50;

    /**
     * One question and its answer.
     *
     * @param text 1 to 4000 characters
     * @param due  last day for the answer
     */
    public record Round(String text, Person by, Instant at, LocalDate due, Optional<Reply> reply) {
        public Round {
            requireText(text);
        }
    }

    /** An answer, 1 to 4000 characters. */
    public record Reply(String text, Person by, Instant at) {
        public Reply {
            requireText(text);
        }
    }

    public Question {
        rounds = List.copyOf(rounds);
        if (to != Role.SPONSOR && to != Role.EVALUATOR) {
            throw new IllegalArgumentException("a question goes to the applicant or to the laboratory");
        }
        if (rounds.isEmpty()
                || rounds.size() > MAX_ROUNDS
                || section.filter(text -> text.isBlank() || text.length() > 100).isPresent()) {
            throw new IllegalArgumentException(
                    "a question has 1 to " + MAX_ROUNDS + " rounds and a section of at most 100 characters");
        }
    }

    public boolean settled() {
        return settledAt.isPresent();
    }

    public Round lastRound() {
        return rounds.get(rounds.size() - 1);
    }

    /** Whether an answer is awaited. */
    public boolean isOpen() {
        return !settled() && lastRound().reply().isEmpty();
    }

    /** The rounds and replies that had come; empty before the first one. What was settled afterwards was open then. */
    Optional<Question> until(Predicate<Instant> done) {
        List<Round> asked = rounds.stream()
                .filter(round -> done.test(round.at()))
                .map(round -> new Round(
                        round.text(),
                        round.by(),
                        round.at(),
                        round.due(),
                        round.reply().filter(reply -> done.test(reply.at()))))
                .toList();
        return asked.isEmpty() ? Optional.empty() : Optional.of(withRounds(asked, settledAt.filter(done)));
    }

    public Question answered(Reply reply) {
        Round last = lastRound();
        return withRounds(
                replaced(new Round(last.text(), last.by(), last.at(), last.due(), Optional.of(reply))), settledAt);
    }

    public Question askedAgain(Round round) {
        List<Round> more = new ArrayList<>(rounds);
        more.add(round);
        return withRounds(more, Optional.empty());
    }

    public Question settled(Instant at) {
        return withRounds(rounds, Optional.of(at));
    }

    private List<Round> replaced(Round last) {
        List<Round> all = new ArrayList<>(rounds);
        all.set(all.size() - 1, last);
        return all;
    }

    private Question withRounds(List<Round> newRounds, Optional<Instant> nowSettled) {
        return new Question(number, to, document, section, edition, newRounds, nowSettled);
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > StageEntry.MAX_REASON) {
            throw new IllegalArgumentException(
                    "questions and answers have 1 to " + StageEntry.MAX_REASON + " characters");
        }
    }
}
