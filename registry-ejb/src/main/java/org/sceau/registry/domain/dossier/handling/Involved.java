package org.sceau.registry.domain.dossier.handling;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.History;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.Question;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.party.Role;

/** Who had a part in a dossier: whoever approves looks at the matter for the first time (four eyes). */
public final class Involved {
    private Involved() {}

    /**
     * Whether somebody did anything in a dossier but give the second word to a decision or to an approval.
     *
     * @param name    account
     * @param second  roles that give second words; whoever acted in any other role was involved, whatever was done
     */
    public static boolean otherwise(Handling handling, String name, Set<Role> second) {
        History history = handling.dossier().history();
        return history.rolesOf(name).stream().anyMatch(role -> !second.contains(role))
                || acts(handling, history).anyMatch(person -> person.name().equals(name));
    }

    private static Stream<Person> acts(Handling handling, History history) {
        return Stream.of(
                        history.stages().stream()
                                .filter(entry -> !isDecided(handling, entry))
                                .flatMap(entry -> entry.by().stream()),
                        history.documents().stream().map(Deposit::by),
                        history.conclusions().stream().map(conclusion -> conclusion.by()),
                        history.approvals().stream().flatMap(Involved::asked),
                        history.questions().stream().flatMap(Involved::said))
                .flatMap(people -> people);
    }

    /** A decision is entered by whoever approved it. */
    private static boolean isDecided(Handling handling, StageEntry entry) {
        return handling.conduct().procedure().isDecision(entry.step(), entry.stage());
    }

    private static Stream<Person> asked(Approval approval) {
        return Stream.of(
                        Stream.of(approval.askedBy()),
                        approval.withdrawn().map(Approval.Withdrawn::by).stream(),
                        Stream.concat(approval.replaced().stream(), approval.proposed().stream())
                                .map(Approval.Proposed::by),
                        approval.answer().map(Approval.Answer::by).stream())
                .flatMap(people -> people);
    }

    private static Stream<Person> said(Question question) {
        return question.rounds().stream()
                .flatMap(round -> Stream.of(
                                Optional.of(round.by()), round.reply().map(Question.Reply::by))
                        .flatMap(Optional::stream));
    }
}
