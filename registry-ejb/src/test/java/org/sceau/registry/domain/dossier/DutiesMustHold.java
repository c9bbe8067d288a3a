package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.fail;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.party.Role;

/**
 * What holds of the people of any dossier, in the words of the invariants: the separations of a scheme are not asked. Each method bears the
 * numbers it holds.
 */
public final class DutiesMustHold {
    private DutiesMustHold() {}

    /** All of them. */
    public static void check(Dossier dossier, String where) {
        Map<String, Set<Role>> acted = new HashMap<>();
        dossier.history()
                .involved()
                .forEach(act -> acted.computeIfAbsent(act.name(), name -> EnumSet.noneOf(Role.class))
                        .add(act.role()));
        acted.forEach((name, roles) -> {
            holds_06_who_decides_did_not_evaluate(roles, name, where);
            holds_07_who_reviews_did_not_evaluate(roles, name, where);
            holds_08_who_reviews_does_not_decide(roles, name, where);
            holds_10_who_handles_a_complaint_took_no_part(roles, name, where);
        });
        holds_11_nobody_of_the_applicant_handles_its_dossier(dossier, acted, where);
    }

    static void holds_06_who_decides_did_not_evaluate(Set<Role> roles, String name, String where) {
        never(roles, Role.EVALUATOR, Role.DECIDER, name, where);
    }

    static void holds_07_who_reviews_did_not_evaluate(Set<Role> roles, String name, String where) {
        never(roles, Role.EVALUATOR, Role.REVIEWER, name, where);
    }

    static void holds_08_who_reviews_does_not_decide(Set<Role> roles, String name, String where) {
        never(roles, Role.REVIEWER, Role.DECIDER, name, where);
    }

    static void holds_10_who_handles_a_complaint_took_no_part(Set<Role> roles, String name, String where) {
        Stream.of(Role.EVALUATOR, Role.REVIEWER, Role.DECIDER, Role.CERTIFIER)
                .forEach(other -> never(roles, Role.COMPLAINT_HANDLER, other, name, where));
    }

    /** Said only of who did both: a walk asks this a hundred million times. */
    private static void never(Set<Role> roles, Role one, Role other, String name, String where) {
        if (roles.contains(one) && roles.contains(other)) {
            fail("%s acted as %s and %s: %s", name, one, other, where);
        }
    }

    static void holds_11_nobody_of_the_applicant_handles_its_dossier(
            Dossier dossier, Map<String, Set<Role>> acted, String where) {
        Set<Role> handling = EnumSet.of(Role.EVALUATOR, Role.REVIEWER, Role.DECIDER, Role.COMPLAINT_HANDLER);
        acted.forEach((name, roles) -> handling.forEach(role -> never(roles, Role.SPONSOR, role, name, where)));
        History history = dossier.history();
        Stream.of(
                        history.stages().stream().flatMap(entry -> entry.by().stream()),
                        history.documents().stream().map(Deposit::by),
                        history.conclusions().stream().map(Conclusion::by))
                .flatMap(people -> people)
                .filter(person -> handling.contains(person.role()))
                .filter(person -> isOfTheApplicant(dossier.parties(), person.organisation()))
                .forEach(person ->
                        fail("%s of %s acted as %s: %s", person.name(), person.organisation(), person.role(), where));
    }

    private static boolean isOfTheApplicant(Parties parties, String organisation) {
        return parties.sponsor().name().equals(organisation)
                || parties.holder().name().equals(organisation)
                || parties.developer()
                        .filter(developer -> developer.name().equals(organisation))
                        .isPresent();
    }
}
