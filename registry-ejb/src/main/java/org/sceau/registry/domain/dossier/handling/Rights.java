package org.sceau.registry.domain.dossier.handling;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.visa.VisaFacts;

/** Whether somebody may act in a role on a dossier: standing, and separation of duties against the dossier's own history. */
public final class Rights {
    private Rights() {}

    /** Why not; empty when the person may. */
    public static Optional<Refusal> refusal(Handling handling, Person person, Set<Role> asked) {
        if (!asked.contains(person.role())) {
            return Optional.of(Refusal.of("role-missing", Refusal.Kind.FORBIDDEN)
                    .with(
                            "needed",
                            String.join(
                                    ", ",
                                    asked.stream().map(Role::code).sorted().toList())));
        }
        return stranger(handling, person).or(() -> separated(handling, person));
    }

    /** The same of a visa, whichever way it came on record: whoever works for its holder or sponsor is on that side (invariant 11). */
    public static Optional<Refusal> refusal(List<Separation> separations, VisaFacts facts, Person person) {
        boolean beside = Stream.concat(Stream.of(facts.holder()), facts.sponsor().stream())
                .anyMatch(party -> party.name().equals(person.organisation()));
        return beside
                ? crossed(separations, Separation.Reach.DOSSIER, EnumSet.of(Role.SPONSOR), person.role())
                : Optional.empty();
    }

    /** Why the people of an organisation decide nothing: a facility assesses, and leaves it to another (edition of 4 Mar 2026, p. 4; invariant 69). */
    public static Optional<Refusal> facility(boolean isFacility, Person person) {
        return isFacility
                ? Optional.of(Refusal.of("facility-never-decides", Refusal.Kind.FORBIDDEN)
                        .with("organisation", person.organisation()))
                : Optional.empty();
    }

    /** The applicant's people act for the applicant, a laboratory's for an assigned laboratory, nobody else for either. */
    private static Optional<Refusal> stranger(Handling handling, Person person) {
        Dossier dossier = handling.dossier();
        boolean stands = switch (person.role()) {
            case SPONSOR -> dossier.parties().isApplicant(person.organisation());
            case EVALUATOR ->
                dossier.laboratories().stream()
                        .flatMap(id -> handling.surroundings().laboratory(id).stream())
                        .anyMatch(laboratory -> laboratory.organisation().name().equals(person.organisation()));
            default -> true;
        };
        return stands ? Optional.empty() : Optional.of(Refusal.of("not-a-party", Refusal.Kind.FORBIDDEN));
    }

    private static Optional<Refusal> separated(Handling handling, Person person) {
        Set<Role> former = EnumSet.noneOf(Role.class);
        former.addAll(handling.dossier().history().rolesOf(person.name()));
        // Whoever works for the applicant is on its side, acted or not (invariant 11).
        if (person.role() != Role.SPONSOR && handling.dossier().parties().isApplicant(person.organisation())) {
            former.add(Role.SPONSOR);
        }
        if (handling.surroundings().handledComplaint(handling.dossier(), person.name())) {
            former.add(Role.COMPLAINT_HANDLER);
        }
        return crossed(handling.conduct().separations(), Separation.Reach.DOSSIER, former, person.role());
    }

    /**
     * Whether a role crosses a separation, given the roles of the other side.
     *
     * @param former roles acted in before, or held
     */
    public static Optional<Refusal> crossed(
            List<Separation> separations, Separation.Reach reach, Set<Role> former, Role wanted) {
        for (Separation separation : separations) {
            if (separation.reach() == reach) {
                Optional<Role> other = former.stream()
                        .filter(role -> separation.isCrossedBy(role, wanted))
                        .findFirst();
                if (other.isPresent()) {
                    return Optional.of(Refusal.of(separation.code(), Refusal.Kind.FORBIDDEN)
                            .with("acted-as", other.get().code())
                            .with("wanted", wanted.code()));
                }
            }
        }
        return Optional.empty();
    }
}
