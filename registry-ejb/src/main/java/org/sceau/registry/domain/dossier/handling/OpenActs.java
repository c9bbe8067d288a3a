package org.sceau.registry.domain.dossier.handling;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.rule.FactType;

/**
 * What somebody may do in a dossier besides its moves, as a screen offers it. The acts ask for themselves: what is offered here may still be
 * refused for what is sent, and nothing else is accepted.
 *
 * @param asks        whom questions may be put to; empty for whoever asks none
 * @param answers     numbers of the questions that await an answer of the person
 * @param settles     numbers of those whose answer is to be settled or asked again
 * @param deposits    types of documents that may be deposited now
 * @param conclusions types that may be concluded now
 * @param assigns     whether laboratories may be assigned now
 * @param engages     whether the person's laboratory is asked to accept its assignment or to decline it
 * @param requests    approvals that may be asked for now
 * @param takesBack   requests of the person's side that nobody answered
 * @param replies     requests that the person may answer, or propose to
 * @param seconds     proposed answers of somebody else that the person may approve or reject
 * @param changes     whether the application may be changed now
 * @param staffs      whether persons and subcontracts may be shown as evidence now
 * @param states      what the person's laboratory may declare now
 */
public record OpenActs(
        List<Role> asks,
        List<Integer> answers,
        List<Integer> settles,
        List<DocumentType> deposits,
        List<ConclusionType> conclusions,
        boolean assigns,
        boolean engages,
        List<ApprovalType> requests,
        List<ApprovalType> takesBack,
        List<ApprovalType> replies,
        List<ApprovalType> seconds,
        boolean changes,
        boolean staffs,
        List<FactType> states) {

    /**
     * @param persons the one who looks, once for each role that counts
     */
    public static OpenActs of(Handling look, Collection<Person> persons) {
        return new Seen(look, persons).all();
    }

    /** One look, by one person. */
    private record Seen(Handling look, Collection<Person> persons) {

        OpenActs all() {
            List<Role> asks = Questioning.addressees().stream()
                    .filter(to -> isOpen() && anyone(person -> person.role() != to && may(person, Questioning.ASKING)))
                    .toList();
            List<Question> questions = look.dossier().history().questions();
            return new OpenActs(
                    asks,
                    questions.stream()
                            .filter(question -> isOpen() && question.isOpen() && may(Set.of(question.to())))
                            .map(Question::number)
                            .toList(),
                    questions.stream()
                            .filter(question -> !asks.isEmpty() && !question.settled() && !question.isOpen())
                            .map(Question::number)
                            .toList(),
                    look.conduct().procedure().documents().stream()
                            .filter(this::deposits)
                            .toList(),
                    look.conduct().procedure().conclusions().stream()
                            .filter(type -> type.at().contains(look.dossier().stage())
                                    && may(type.by())
                                    && Filing.hasSomethingJudged(look, type))
                            .toList(),
                    may(Set.of(Role.CERTIFIER)) && Filing.assignable(look),
                    anyone(person -> Engaging.open(look, person).isPresent()),
                    approvals(type -> may(type.askedBy())
                            && pending(type).isEmpty()
                            && Approving.missing(look, type).isEmpty()),
                    approvals(type -> may(type.askedBy()) && pending(type).isPresent()),
                    approvals(this::replies),
                    approvals(this::seconds),
                    may(Set.of(Role.SPONSOR)) && Filing.isWithApplicant(look),
                    look.conduct().procedure().asksForStaff()
                            && Set.of(Role.SPONSOR, Role.EVALUATOR).stream()
                                    .anyMatch(role -> may(Set.of(role)) && Filing.isStaffedBy(role, look)),
                    may(Set.of(Role.EVALUATOR)) && Stating.isOpen(look)
                            ? Stating.of(look.conduct().procedure())
                            : List.of());
        }

        private boolean deposits(DocumentType type) {
            boolean late = type.publishedAs().isPresent() && Filing.stage(look).phase() == Phase.GRANTED;
            return (isOpen() || late)
                    && may(type.by())
                    && Judged.closed(look.dossier(), look.conduct().procedure(), type.id())
                            .isEmpty();
        }

        private List<ApprovalType> approvals(Predicate<ApprovalType> wanted) {
            return isOpen()
                    ? look.conduct().procedure().approvals().stream()
                            .filter(wanted)
                            .toList()
                    : List.of();
        }

        private Optional<Approval> pending(ApprovalType type) {
            return look.dossier().history().approval(type.id()).filter(Approval::isPending);
        }

        private boolean replies(ApprovalType type) {
            return pending(type)
                    .filter(asked -> asked.openOn(look.day())
                            .filter(other -> !isThePerson(other.by()))
                            .isEmpty())
                    .filter(asked -> anyone(person -> answers(person, type)))
                    .isPresent();
        }

        private boolean seconds(ApprovalType type) {
            return pending(type)
                    .flatMap(asked -> asked.openOn(look.day()))
                    .filter(other -> !isThePerson(other.by()))
                    .filter(asked ->
                            anyone(person -> answers(person, type) && !Approving.isInvolved(look, type, person)))
                    .isPresent();
        }

        private boolean answers(Person person, ApprovalType type) {
            return may(person, type.by()) && !look.surroundings().isFacility(person.organisation());
        }

        private boolean isThePerson(Person other) {
            return anyone(person -> person.name().equals(other.name()));
        }

        private boolean isOpen() {
            return !Filing.stage(look).phase().isEnd();
        }

        private boolean may(Set<Role> asked) {
            return anyone(person -> may(person, asked));
        }

        private boolean may(Person person, Set<Role> asked) {
            return Rights.refusal(look, person, asked).isEmpty();
        }

        private boolean anyone(Predicate<Person> wanted) {
            return persons.stream().anyMatch(wanted);
        }
    }
}
