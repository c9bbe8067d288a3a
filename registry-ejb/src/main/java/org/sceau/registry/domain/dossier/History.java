package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Everything that happened to a dossier, oldest first. Only grows, but for the newest round of a question, which gets its answer.
 *
 * @param stages      entered, at least one
 * @param documents   deposited
 * @param conclusions recorded
 * @param approvals   asked for and answered
 * @param questions   by number
 * @param involved    who acted in which role, once each; separation of duties looks here
 * @param engagements what laboratories said to their assignment
 */
public record History(
        List<StageEntry> stages,
        List<Deposit> documents,
        List<Conclusion> conclusions,
        List<Approval> approvals,
        List<Question> questions,
        List<Involvement> involved,
        List<Engagement> engagements) {
    /** Items of one kind that a dossier may have. */
    public static final int MAX_ITEMS = 1_000;

    /** Somebody acted in a role for the first time. */
    public record Involvement(String name, Role role, Instant since) {}

    /**
     * Refuses an empty history with {@link IllegalArgumentException}.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code dossier-full} beyond {@value #MAX_ITEMS} of a kind
     */
    public History {
        stages = bounded(stages);
        documents = bounded(documents);
        conclusions = bounded(conclusions);
        approvals = bounded(approvals);
        questions = bounded(questions);
        involved = bounded(involved);
        engagements = bounded(engagements);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a dossier is at a stage");
        }
    }

    /** The history of a dossier that was just opened. */
    static History openedBy(Person person, StageEntry first) {
        return new History(List.of(first), List.of(), List.of(), List.of(), List.of(), List.of(), List.of())
                .involving(person, first.at());
    }

    /**
     * What had happened by the end of a legal day; empty before the dossier was opened. Stages and answers to approvals count from the days
     * they bear, everything else from the day it was done.
     *
     * @param dayOf legal day of an instant
     */
    Optional<History> until(LocalDate day, Function<Instant, LocalDate> dayOf) {
        Predicate<Instant> done = at -> !dayOf.apply(at).isAfter(day);
        List<StageEntry> entered =
                stages.stream().filter(entry -> !entry.day().isAfter(day)).toList();
        return entered.isEmpty()
                ? Optional.empty()
                : Optional.of(new History(
                        entered,
                        documents.stream()
                                .filter(document -> done.test(document.at()))
                                .toList(),
                        conclusions.stream()
                                .filter(conclusion -> done.test(conclusion.at()))
                                .toList(),
                        approvals.stream()
                                .filter(approval -> done.test(approval.askedAt()))
                                .map(approval -> approval.until(day, done))
                                .toList(),
                        questions.stream()
                                .flatMap(question -> question.until(done).stream())
                                .toList(),
                        involved.stream().filter(act -> done.test(act.since())).toList(),
                        engagements.stream()
                                .filter(said -> done.test(said.at()))
                                .toList()));
    }

    public StageEntry stage() {
        return stages.get(stages.size() - 1);
    }

    /** The newest conclusion of a type. */
    public Optional<Conclusion> conclusion(String type) {
        return last(conclusions.stream()
                .filter(conclusion -> conclusion.type().equals(type))
                .toList());
    }

    /** The newest request for an approval of a type; one that was taken back only where there is no other. */
    public Optional<Approval> approval(String type) {
        List<Approval> asked = approvals.stream()
                .filter(approval -> approval.type().equals(type))
                .toList();
        return last(asked.stream()
                        .filter(approval -> approval.withdrawn().isEmpty())
                        .toList())
                .or(() -> last(asked));
    }

    public Optional<Question> question(int number) {
        return questions.stream()
                .filter(question -> question.number() == number)
                .findFirst();
    }

    /** The roles somebody acted in. */
    public List<Role> rolesOf(String name) {
        return involved.stream()
                .filter(involvement -> involvement.name().equals(name))
                .map(Involvement::role)
                .toList();
    }

    public History entering(StageEntry entry) {
        return new History(with(stages, entry), documents, conclusions, approvals, questions, involved, engagements);
    }

    public History depositing(Deposit deposit) {
        return new History(stages, with(documents, deposit), conclusions, approvals, questions, involved, engagements);
    }

    public History concluding(Conclusion conclusion) {
        return new History(
                stages, documents, with(conclusions, conclusion), approvals, questions, involved, engagements);
    }

    public History asking(Approval approval) {
        return new History(stages, documents, conclusions, with(approvals, approval), questions, involved, engagements);
    }

    public History proposing(Approval pending, Approval.Proposed answer) {
        return replacing(pending, pending.with(answer));
    }

    public History answering(Approval pending, Approval.Answer answer) {
        return replacing(pending, pending.with(answer));
    }

    public History takingBack(Approval pending, Approval.Withdrawn end) {
        return replacing(pending, pending.with(end));
    }

    /** Takes each of these requests back, answered or not. */
    History takingBack(Predicate<Approval> these, Approval.Withdrawn end) {
        return new History(
                stages,
                documents,
                conclusions,
                approvals.stream()
                        .map(asked -> asked.withdrawn().isPresent() || !these.test(asked) ? asked : asked.with(end))
                        .toList(),
                questions,
                involved,
                engagements);
    }

    private History replacing(Approval pending, Approval next) {
        return new History(
                stages,
                documents,
                conclusions,
                approvals.stream()
                        .map(known -> known.equals(pending) ? next : known)
                        .toList(),
                questions,
                involved,
                engagements);
    }

    public History asking(Question question) {
        return new History(stages, documents, conclusions, approvals, with(questions, question), involved, engagements);
    }

    public History changing(int number, UnaryOperator<Question> change) {
        return new History(
                stages,
                documents,
                conclusions,
                approvals,
                questions.stream()
                        .map(question -> question.number() == number ? change.apply(question) : question)
                        .toList(),
                involved,
                engagements);
    }

    public History engaging(Engagement said) {
        return new History(stages, documents, conclusions, approvals, questions, involved, with(engagements, said));
    }

    public History involving(Person person, Instant at) {
        boolean known = involved.stream()
                .anyMatch(former -> former.name().equals(person.name()) && former.role() == person.role());
        return known
                ? this
                : new History(
                        stages,
                        documents,
                        conclusions,
                        approvals,
                        questions,
                        with(involved, new Involvement(person.name(), person.role(), at)),
                        engagements);
    }

    private static <T> List<T> with(List<T> items, T more) {
        List<T> all = new ArrayList<>(items);
        all.add(more);
        return all;
    }

    private static <T> List<T> bounded(List<T> items) {
        if (items.size() > MAX_ITEMS) {
            throw Refusal.of("dossier-full", Refusal.Kind.CONFLICT)
                    .with("most", Integer.toString(MAX_ITEMS))
                    .asException();
        }
        return List.copyOf(items);
    }

    private static <T> Optional<T> last(List<T> items) {
        return items.isEmpty() ? Optional.empty() : Optional.of(items.get(items.size() - 1));
    }
}
