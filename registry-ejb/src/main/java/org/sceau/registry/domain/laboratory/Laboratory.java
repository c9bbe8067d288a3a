package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/**
 * A laboratory with everything it was ever entitled to.
 *
 * @param titles in the order they were recorded; former ones stay
 */
public record Laboratory(LaboratoryId id, Organisation organisation, Kind kind, List<Title> titles) {
    /** The two kinds of bodies that assess conformity, as the official catalogue tells them apart (edition of 4 Mar 2026, p. 4). */
    public enum Kind {
        /** Centre d'évaluation: assesses, and never decides (invariant 69). */
        EVALUATION_FACILITY,
        /** Centre de certification: decides, and assesses by itself or through an evaluation facility. */
        CERTIFICATION_CENTRE;

        public boolean mayDecide() {
            return this == CERTIFICATION_CENTRE;
        }
    }

    /** Titles a laboratory may have in all. */
    public static final int MAX_TITLES = 500;

    /** @throws org.sceau.registry.domain.refusal.Refused {@code lab-full} */
    public Laboratory {
        titles = List.copyOf(titles);
        if (titles.size() > MAX_TITLES) {
            throw refusal("lab-full").with("most", Integer.toString(MAX_TITLES)).asException();
        }
    }

    private static void requireAccreditation(Title authorisation, List<Title> titles) {
        for (SchemeId scheme : authorisation.schemes()) {
            List<Title> accreditations = titles.stream()
                    .filter(title -> title.kind() == Competence.Title.ACCREDITATION
                            && title.schemes().contains(scheme))
                    .toList();
            if (accreditations.stream().noneMatch(title -> title.runsOn(authorisation.lastDay()))) {
                throw Refusal.of("authorisation-outlives-accreditation", Refusal.Kind.CONFLICT)
                        .with("authorisation", authorisation.reference())
                        .with("until", authorisation.lastDay().toString())
                        .with("scheme", scheme.value())
                        .with(
                                "accredited-until",
                                accreditations.stream()
                                        .map(Title::lastDay)
                                        .max(Comparator.naturalOrder())
                                        .map(LocalDate::toString)
                                        .orElse("-"))
                        .asException();
            }
        }
    }

    /**
     * The same laboratory with one title more.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code lab-full}, {@code authorisation-outlives-accreditation} for an authorisation that
     *     ends on a day on which no accreditation of one of its schemes runs (EUCC Art. 21(4), 22(5); invariant 4)
     */
    public Laboratory with(Title title) {
        // What was recorded is read as it was: only what is added is held to it.
        if (title.kind() == Competence.Title.AUTHORISATION) {
            requireAccreditation(title, titles);
        }
        List<Title> more = new ArrayList<>(titles);
        more.add(title);
        return new Laboratory(id, organisation, kind, more);
    }

    /** The same body, put right: what it was recorded as decides whether its people may decide. */
    public Laboratory as(Kind other) {
        return new Laboratory(id, organisation, other, titles);
    }

    /**
     * Suspends the title of this reference.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code title-unknown}
     */
    public Laboratory suspending(String reference, Suspension suspension) {
        return changing(reference, title -> title.suspended(suspension));
    }

    /**
     * The same laboratory with the suspension of a title lifted.
     *
     * @param day first day on which the title holds again
     * @throws org.sceau.registry.domain.refusal.Refused {@code title-unknown}, {@code title-not-suspended} when it does not rest on that day, or
     *     only from it on
     */
    public Laboratory lifting(String reference, LocalDate day) {
        return changing(
                reference,
                title -> title.lifted(day)
                        .orElseThrow(() -> Refusal.of("title-not-suspended", Refusal.Kind.CONFLICT)
                                .with("title", reference)
                                .with("day", day.toString())
                                .asException()));
    }

    /**
     * Restricts the title of this reference to less than it covers ((EU) 2024/3143 Art. 4(2)).
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code title-unknown}, {@code restriction-not-narrower}
     */
    public Laboratory restricting(String reference, Restriction restriction) {
        return changing(reference, title -> title.restricted(restriction));
    }

    /**
     * The same laboratory with the restrictions of a title lifted.
     *
     * @param day first day on which the title covers all of it again
     * @throws org.sceau.registry.domain.refusal.Refused {@code title-unknown}, {@code title-not-restricted} when it is not restricted on that
     *     day, or only from it on
     */
    public Laboratory restoring(String reference, LocalDate day) {
        return changing(
                reference,
                title -> title.restored(day)
                        .orElseThrow(() -> Refusal.of("title-not-restricted", Refusal.Kind.CONFLICT)
                                .with("title", reference)
                                .with("day", day.toString())
                                .asException()));
    }

    private Laboratory changing(String reference, UnaryOperator<Title> change) {
        if (titles.stream().noneMatch(title -> title.reference().equals(reference))) {
            throw Refusal.of("title-unknown", Refusal.Kind.NOT_FOUND)
                    .with("title", reference)
                    .asException();
        }
        return new Laboratory(
                id,
                organisation,
                kind,
                titles.stream()
                        .map(title -> title.reference().equals(reference) ? change.apply(title) : title)
                        .toList());
    }

    /**
     * Why it may not evaluate what is asked; empty when it may. The first title and the first part that do not fit are told, in the
     * order of the definition. Of activities that laboratories may share, one is enough here: {@link #uncovered} looks at all of them.
     */
    public Optional<Refusal> unfitFor(Demand demand) {
        return demand.titles().stream()
                .flatMap(competence -> new Fitness(competence, demand).unfit(this).stream())
                .findFirst()
                .map(refusal -> refusal.with("laboratory", organisation.name()));
    }

    /** Whether an accreditation of it for a scheme is in force on a day. */
    public boolean isAccreditedFor(SchemeId scheme, LocalDate day) {
        return titles.stream()
                .anyMatch(title -> title.kind() == Competence.Title.ACCREDITATION
                        && title.schemes().contains(scheme)
                        && title.standingOn(day) == Title.Standing.IN_FORCE);
    }

    /** Why laboratories do not do together all that they may share; empty when they do. */
    public static Optional<Refusal> uncovered(Collection<Laboratory> together, Demand demand) {
        return demand.titles().stream()
                .flatMap(competence -> new Fitness(competence, demand).uncovered(together).stream())
                .findFirst();
    }

    private static Refusal refusal(String code) {
        return Refusal.of(code, Refusal.Kind.CONFLICT);
    }
}
