package org.sceau.registry.domain.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.scheme.procedure.Stage;

/**
 * A dossier as it stands. Immutable: an act makes the next one.
 *
 * @param laboratories who evaluates, in the order of assignment; several may
 * @param staff        persons shown as evidence of competence
 * @param subcontracts activities done by others
 * @param version      1 when opened, +1 for each act; carried through screens and {@code If-Match}
 */
public record Dossier(
        DossierId id,
        Opening opening,
        Application application,
        Parties parties,
        List<LaboratoryId> laboratories,
        List<Assignment> staff,
        List<Subcontract> subcontracts,
        History history,
        long version) {
    /** Laboratories a dossier may have. */
    public static final int MAX_LABORATORIES = 5;
    /** Subcontracts a dossier may show. */
    public static final int MAX_SUBCONTRACTS = 100;

    /** Refuses more laboratories, persons or subcontracts than the bounds with {@link IllegalArgumentException}. */
    public Dossier {
        laboratories = List.copyOf(laboratories);
        staff = List.copyOf(staff);
        subcontracts = List.copyOf(subcontracts);
        if (laboratories.size() > MAX_LABORATORIES
                || staff.size() > History.MAX_ITEMS
                || subcontracts.size() > MAX_SUBCONTRACTS) {
            throw new IllegalArgumentException("a dossier has bounds");
        }
    }

    /** A dossier that somebody opens. */
    public static Dossier open(DossierId id, Opening opening, Application application, Parties parties, Stage start) {
        StageEntry first = new StageEntry(
                start.id(),
                "open",
                java.util.Optional.of(opening.by()),
                opening.at(),
                opening.day(),
                java.util.Optional.empty());
        return new Dossier(
                id,
                opening,
                application,
                parties,
                List.of(),
                List.of(),
                List.of(),
                History.openedBy(opening.by(), first),
                1);
    }

    /**
     * What had happened in the dossier by the end of a legal day; empty before it was opened. What is declared, assigned and shown has no
     * history of days and is that of this version: {@link #declaredAsIn} tells it as it was.
     *
     * @param dayOf legal day of an instant
     */
    public Optional<Dossier> on(LocalDate day, Function<Instant, LocalDate> dayOf) {
        return history.until(day, dayOf)
                .map(past -> new Dossier(
                        id, opening, application, parties, laboratories, staff, subcontracts, past, version));
    }

    /** The same with the application, parties, laboratories and staff of another version of it. */
    public Dossier declaredAsIn(Dossier then) {
        return new Dossier(
                id,
                opening,
                then.application,
                then.parties,
                then.laboratories,
                then.staff,
                then.subcontracts,
                history,
                version);
    }

    /** Id of the stage it is at. */
    public String stage() {
        return history.stage().stage();
    }

    /** The next state, after an act by a person. */
    public Dossier after(Person person, Instant at, History next) {
        return new Dossier(
                id,
                opening,
                application,
                parties,
                laboratories,
                staff,
                subcontracts,
                next.involving(person, at),
                version + 1);
    }

    /** The next state, after something the house did by date. */
    public Dossier byDate(History next) {
        return new Dossier(id, opening, application, parties, laboratories, staff, subcontracts, next, version + 1);
    }

    /** The next state, with another application; what others were asked to approve of the former one is taken back. */
    public Dossier asking(Application changed, Person person, Instant at) {
        Dossier asked = asked(changed, approval -> true, person, at);
        return asked.after(person, at, asked.history);
    }

    /**
     * The same state with another application: what it was follows of the act that made this version.
     *
     * @param these requests that were about what changed; they are taken back
     */
    public Dossier asked(Application changed, Predicate<Approval> these, Person person, Instant at) {
        return new Dossier(
                id,
                opening,
                changed,
                parties,
                laboratories,
                staff,
                subcontracts,
                changed.equals(application) ? history : history.takingBack(these, new Approval.Withdrawn(person, at)),
                version);
    }

    public Dossier assigning(List<LaboratoryId> assigned, Person person, Instant at) {
        return new Dossier(
                id,
                opening,
                application,
                parties,
                assigned,
                staff,
                subcontracts,
                history.involving(person, at),
                version + 1);
    }

    /** The same state with one laboratory less: it declined, by the act that made this version. */
    public Dossier without(LaboratoryId declined) {
        return new Dossier(
                id,
                opening,
                application,
                parties,
                laboratories.stream().filter(one -> !one.equals(declined)).toList(),
                staff,
                subcontracts,
                history,
                version);
    }

    public Dossier staffed(List<Assignment> assignments, List<Subcontract> contracts, Person person, Instant at) {
        return new Dossier(
                id,
                opening,
                application,
                parties,
                laboratories,
                assignments,
                contracts,
                history.involving(person, at),
                version + 1);
    }
}
