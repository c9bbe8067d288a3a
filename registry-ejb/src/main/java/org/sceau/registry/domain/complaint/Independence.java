package org.sceau.registry.domain.complaint;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.handling.Rights;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.duty.Separation;

/**
 * Whether somebody is far enough from a contested matter to handle the complaint (invariant 10). The separations of the scheme say it
 * where they do; whatever they leave out, whoever was involved stays out all the same, so that a matter without scheme is no gap.
 */
public final class Independence {
    /** The code where no row of a scheme gives one: whoever acted in the matter does not handle complaints about it. */
    private static final String INVOLVED = "sod-complaint-handler";

    private Independence() {}

    /** Why not; empty when the person may handle it. */
    public static Optional<Refusal> refusal(Contest contest, Person person) {
        return complains(contest, person)
                .or(() -> belongs(contest, person, contest.applicants(), Role.SPONSOR))
                .or(() -> belongs(contest, person, contest.laboratories(), Role.EVALUATOR))
                .or(() -> acted(contest, person));
    }

    private static Optional<Refusal> complains(Contest contest, Person person) {
        boolean own =
                contest.filers().contains(person.name()) || isOneOf(contest.complainants(), person.organisation());
        return own ? Optional.of(forbidden("sod-complaint-complainant")) : Optional.empty();
    }

    private static Optional<Refusal> belongs(Contest contest, Person person, Set<String> organisations, Role side) {
        return isOneOf(organisations, person.organisation())
                ? row(contest, EnumSet.of(side))
                        .or(() -> Optional.of(forbidden("sod-complaint-party").with("side", side.code())))
                : Optional.empty();
    }

    private static Optional<Refusal> acted(Contest contest, Person person) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(contest.acted().getOrDefault(person.name(), Set.of()));
        return roles.stream()
                .findFirst()
                .flatMap(first -> row(contest, roles)
                        .or(() -> Optional.of(forbidden(INVOLVED).with("acted-as", first.code()))));
    }

    private static Optional<Refusal> row(Contest contest, Set<Role> former) {
        return Rights.crossed(contest.separations(), Separation.Reach.DOSSIER, former, Role.COMPLAINT_HANDLER);
    }

    /** Spellings that may be one organisation count as one here: an error keeps a handler out and lets none in. */
    private static boolean isOneOf(Set<String> organisations, String own) {
        OrganisationKey key = OrganisationKey.of(own);
        return organisations.stream()
                .anyMatch(name -> name.equals(own)
                        || !key.value().isEmpty() && OrganisationKey.of(name).equals(key));
    }

    private static Refusal forbidden(String code) {
        return Refusal.of(code, Refusal.Kind.FORBIDDEN);
    }
}
