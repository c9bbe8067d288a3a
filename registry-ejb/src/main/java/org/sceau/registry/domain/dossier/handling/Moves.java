package org.sceau.registry.domain.dossier.handling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.rule.Situation;

/** Interprets the rows of a procedure: which moves are open, why one is not, and what it leads to. */
public final class Moves {
    private Moves() {}

    /** A row at the dossier's stage, and why it cannot be taken now; no refusal when it can. */
    public record Open(Move move, Optional<Refusal> refusal) {}

    /** The rows at this stage that somebody's role may take, each with what stands in its way. */
    public static List<Open> openTo(Handling handling, Person person) {
        return rows(handling)
                .filter(move -> move.by().contains(person.role()))
                .map(move -> new Open(move, refusal(handling, move, person, true)))
                .toList();
    }

    /** A row that somebody may take without giving a reason, and all that it lacks. */
    record Waits(Move move, List<Refusal> lacks) {}

    /** The rows at this stage that lack something before somebody may take them. */
    static Stream<Waits> waitingFor(Handling handling, Person person) {
        return rows(handling)
                .filter(move -> Rights.refusal(handling, person, move.by()).isEmpty())
                .filter(move -> move.decides().isEmpty() && !move.asksReason())
                .map(move -> new Waits(move, demands(handling, move).distinct().toList()))
                .filter(waits -> !waits.lacks().isEmpty());
    }

    /**
     * Takes a step.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code step-not-open}, {@code role-missing}, {@code not-a-party}, the code of a
     *     separation, {@code decision-needed}, {@code reason-missing}, {@code document-missing}, {@code conclusion-missing}, {@code
     *     conclusion-unfavourable}, {@code conclusion-outdated} where what it judged was deposited anew or sent back, or the code of a guard or rule
     */
    public static Dossier take(Handling handling, String step, Person person, Optional<String> reason) {
        Move move = rows(handling)
                .filter(row -> row.step().equals(step))
                .findFirst()
                .orElseThrow(() -> notOpen(handling, step).asException());
        refusal(handling, move, person, reason.isPresent()).ifPresent(refusal -> {
            throw refusal.asException();
        });
        return entered(handling, move, person, reason);
    }

    /** The row that carries out a decision at the dossier's stage; empty when none does. */
    public static Optional<Move> deciding(Handling handling, DecisionKind kind) {
        return rows(handling)
                .filter(move -> move.decides().filter(kind::equals).isPresent())
                .findFirst();
    }

    /** Why a decision cannot be carried out by this row; empty when it can. Who decides was asked before. */
    public static Optional<Refusal> demandsOf(Handling handling, Move move) {
        return demands(handling, move).findFirst();
    }

    /** Why rules with these codes do not hold; empty when all do. */
    public static Optional<Refusal> brokenOf(Handling handling, Collection<String> codes) {
        return broken(handling, codes).findFirst();
    }

    private static Stream<Refusal> broken(Handling handling, Collection<String> codes) {
        Situation situation = handling.situation();
        return codes.stream()
                .flatMap(code -> handling.conduct().procedure().rule(code).stream())
                .filter(rule -> rule.isBrokenIn(situation))
                .map(Moves::brokenRule);
    }

    /** Carries out an approved decision. */
    public static Dossier carryOut(Handling handling, Move move, Person person, Optional<String> reason) {
        demandsOf(handling, move).ifPresent(refusal -> {
            throw refusal.asException();
        });
        return entered(handling, move, person, reason);
    }

    private static Dossier entered(Handling handling, Move move, Person person, Optional<String> reason) {
        StageEntry entry =
                new StageEntry(move.to(), move.step(), Optional.of(person), handling.at(), handling.day(), reason);
        Dossier dossier = handling.dossier();
        return dossier.after(person, handling.at(), dossier.history().entering(entry));
    }

    private static Optional<Refusal> refusal(Handling handling, Move move, Person person, boolean withReason) {
        Optional<Refusal> right = Rights.refusal(handling, person, move.by());
        if (right.isPresent()) {
            return right;
        }
        if (move.decides().isPresent()) {
            return Optional.of(Refusal.of("decision-needed", Refusal.Kind.CONFLICT)
                    .with("decision", move.decides().get().code()));
        }
        if (move.asksReason() && !withReason) {
            return Optional.of(
                    Refusal.of("reason-missing", Refusal.Kind.INVALID).with("step", move.step()));
        }
        return demandsOf(handling, move);
    }

    private static Stream<Refusal> demands(Handling handling, Move move) {
        Situation situation = handling.situation();
        Stream<Refusal> documents = move.documents().stream()
                .filter(type -> !situation.hasDocument(type, Optional.empty()))
                .map(type -> conflict("document-missing").with("document", type));
        Stream<Refusal> conclusions = move.conclusions().stream()
                .filter(type -> !situation.isFavourable(type))
                .map(type -> conflict(lacking(handling, type)).with("conclusion", type));
        Stream<Refusal> owed = leadsOn(handling, move)
                ? Judged.owedAnew(handling.dossier(), handling.conduct().procedure()).stream()
                        .map(type -> conflict("conclusion-outdated").with("conclusion", type))
                : Stream.empty();
        Stream<Refusal> guards = Guards.refusals(move.guards(), handling, move.to());
        return Stream.of(documents, conclusions, owed, guards, broken(handling, move.rules()))
                .flatMap(stream -> stream);
    }

    /** Whether a row takes the dossier further: not back, and not to an end, which needs nobody's conclusion. */
    static boolean leadsOn(Handling handling, Move move) {
        Procedure procedure = handling.conduct().procedure();
        return !move.asksReason()
                && !procedure.isEnd(move.to())
                && !procedure.isAtOrAfter(handling.dossier().stage(), move.to());
    }

    private static String lacking(Handling handling, String conclusion) {
        if (handling.dossier().history().conclusion(conclusion).isEmpty()) {
            return "conclusion-missing";
        }
        return Judged.standing(handling.dossier(), handling.conduct().procedure(), conclusion)
                        .isPresent()
                ? "conclusion-unfavourable"
                : "conclusion-outdated";
    }

    static Refusal brokenRule(Rule rule) {
        return conflict(rule.code())
                .with("source", rule.source())
                .saying(rule.text().fr(), rule.text().en());
    }

    private static Stream<Move> rows(Handling handling) {
        return handling
                .conduct()
                .procedure()
                .movesFrom(
                        handling.dossier().stage(), handling.dossier().opening().kind())
                .stream();
    }

    private static Refusal notOpen(Handling handling, String step) {
        return conflict("step-not-open")
                .with("step", step)
                .with("stage", handling.dossier().stage())
                .with(
                        "open",
                        String.join(
                                ", ", rows(handling).map(Move::step).sorted().toList()));
    }

    private static Refusal conflict(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
