package org.sceau.registry.domain.dossier.handling;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;

/** Questions and answers in numbered rounds, each about a section of a document. Kept for ever. */
public final class Questioning {
    static final Set<Role> ASKING = EnumSet.of(Role.CERTIFIER, Role.REVIEWER, Role.DECIDER, Role.EVALUATOR);

    private static final Set<Role> ADDRESSEES = EnumSet.of(Role.SPONSOR, Role.EVALUATOR);

    private Questioning() {}

    /** Whom questions are put to. */
    static Set<Role> addressees() {
        return java.util.Collections.unmodifiableSet(ADDRESSEES);
    }

    /**
     * Asks a new question.
     *
     * @param to       SPONSOR or EVALUATOR
     * @param document type of a document of the scheme; the question is about its newest edition
     * @param section  section of that document
     * @throws org.sceau.registry.domain.refusal.Refused {@code question-to-nobody}, {@code question-due}, {@code
     *     document-not-in-version}, {@code question-without-document} for a section of no document, {@code dossier-ended}, or a right that is missing
     */
    public static Dossier ask(
            Handling handling,
            Role to,
            Optional<String> document,
            Optional<String> section,
            String text,
            LocalDate due,
            Person person) {
        Filing.require(Rights.refusal(handling, person, ASKING));
        Filing.requireNotEnded(handling);
        if (to == person.role() || !ADDRESSEES.contains(to)) {
            throw Refusal.of("question-to-nobody", Refusal.Kind.INVALID)
                    .with("to", to.code())
                    .asException();
        }
        document.filter(type -> handling.conduct().procedure().document(type).isEmpty())
                .ifPresent(type -> {
                    throw Refusal.of("document-not-in-version", Refusal.Kind.INVALID)
                            .with("document", type)
                            .asException();
                });
        if (section.isPresent() && document.isEmpty()) {
            throw Refusal.of("question-without-document", Refusal.Kind.INVALID)
                    .with("section", section.get())
                    .asException();
        }
        requireDue(handling, due);
        Dossier dossier = handling.dossier();
        Question question = new Question(
                dossier.history().questions().size() + 1,
                to,
                document,
                section,
                document.flatMap(type -> newest(dossier, type)),
                List.of(new Question.Round(text, person, handling.at(), due, Optional.empty())),
                Optional.empty());
        return dossier.after(person, handling.at(), dossier.history().asking(question));
    }

    private static Optional<UUID> newest(Dossier dossier, String type) {
        return dossier.history().documents().stream()
                .filter(document -> document.type().equals(type))
                .reduce((former, later) -> later)
                .map(Deposit::id);
    }

    /**
     * Answers the newest round of a question.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code question-unknown}, {@code question-not-open}, {@code dossier-ended}, or
     *     a right that is missing
     */
    public static Dossier answer(Handling handling, int number, String text, Person person) {
        Question question = question(handling, number);
        Filing.require(Rights.refusal(handling, person, Set.of(question.to())));
        Filing.requireNotEnded(handling);
        if (!question.isOpen()) {
            throw notOpen(number);
        }
        Question.Reply reply = new Question.Reply(text, person, handling.at());
        return changed(handling, number, person, open -> open.answered(reply));
    }

    /**
     * Asks again after an answer that does not do.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code question-unknown}, {@code question-not-answered}, {@code
     *     question-due}, or a right that is missing
     */
    public static Dossier askAgain(Handling handling, int number, String text, LocalDate due, Person person) {
        Question question = question(handling, number);
        Filing.require(Rights.refusal(handling, person, ASKING));
        Filing.requireNotEnded(handling);
        requireAnswered(question);
        requireDue(handling, due);
        if (question.rounds().size() == Question.MAX_ROUNDS) {
            throw notOpen(number);
        }
        Question.Round round = new Question.Round(text, person, handling.at(), due, Optional.empty());
        return changed(handling, number, person, answered -> answered.askedAgain(round));
    }

    /** Settles a question whose answer does. */
    public static Dossier settle(Handling handling, int number, Person person) {
        Question question = question(handling, number);
        Filing.require(Rights.refusal(handling, person, ASKING));
        Filing.requireNotEnded(handling);
        requireAnswered(question);
        return changed(handling, number, person, answered -> answered.settled(handling.at()));
    }

    private static Dossier changed(
            Handling handling, int number, Person person, java.util.function.UnaryOperator<Question> change) {
        Dossier dossier = handling.dossier();
        return dossier.after(person, handling.at(), dossier.history().changing(number, change));
    }

    private static Question question(Handling handling, int number) {
        return handling.dossier()
                .history()
                .question(number)
                .orElseThrow(() -> Refusal.of("question-unknown", Refusal.Kind.NOT_FOUND)
                        .with("question", Integer.toString(number))
                        .asException());
    }

    private static void requireAnswered(Question question) {
        if (question.settled() || question.lastRound().reply().isEmpty()) {
            throw Refusal.of("question-not-answered", Refusal.Kind.CONFLICT)
                    .with("question", Integer.toString(question.number()))
                    .asException();
        }
    }

    private static void requireDue(Handling handling, LocalDate due) {
        LocalDate latest = handling.day().plusYears(1);
        if (due.isBefore(handling.day()) || due.isAfter(latest)) {
            throw Refusal.of("question-due", Refusal.Kind.INVALID)
                    .with("due", due.toString())
                    .with("latest", latest.toString())
                    .asException();
        }
    }

    private static RuntimeException notOpen(int number) {
        return Refusal.of("question-not-open", Refusal.Kind.CONFLICT)
                .with("question", Integer.toString(number))
                .asException();
    }
}
