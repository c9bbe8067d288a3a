package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/**
 * An accreditation, authorisation or licence of a laboratory.
 *
 * @param reference    as its issuer writes it, 1 to 100 characters
 * @param issuer       who gave it, 1 to 300 characters
 * @param schemes      the schemes it is for; not empty
 * @param firstDay     first day it holds
 * @param lastDay      last day it holds
 * @param coverage     what it covers
 * @param suspensions  days on which it does not hold, ascending
 * @param restrictions days on which it covers less, ascending ((EU) 2024/3143 Art. 4(2))
 * @param criteria     version of the criteria it was issued, or reviewed since, under (EUCC Annex I.2); absent where nobody recorded it
 */
public record Title(
        Competence.Title kind,
        String reference,
        String issuer,
        Set<SchemeId> schemes,
        LocalDate firstDay,
        LocalDate lastDay,
        Coverage coverage,
        List<Suspension> suspensions,
        List<Restriction> restrictions,
        Optional<String> criteria) {
    /** Characters of a version of criteria. */
    public static final int MAX_CRITERIA = 50;

    private static final int LONGEST_ACCREDITATION_YEARS = 5;

    /** What a title is worth on a day. */
    public enum Standing {
        NOT_YET,
        IN_FORCE,
        SUSPENDED,
        EXPIRED
    }

    /**
     * @throws org.sceau.registry.domain.refusal.Refused {@code title-dates} when it ends before it starts,
     *     {@code accreditation-gt-5y} for an accreditation of more than five years (CSA Art. 60(4); invariant 4)
     */
    public Title {
        if (reference.isBlank() || reference.length() > 100 || issuer.isBlank() || issuer.length() > 300) {
            throw new IllegalArgumentException("a title has a reference and an issuer");
        }
        if (criteria.filter(version -> version.isBlank() || version.length() > MAX_CRITERIA)
                .isPresent()) {
            throw new IllegalArgumentException("criteria have a version of at most " + MAX_CRITERIA + " characters");
        }
        if (lastDay.isBefore(firstDay)) {
            throw Refusal.of("title-dates", Refusal.Kind.INVALID)
                    .with("from", firstDay.toString())
                    .with("until", lastDay.toString())
                    .asException();
        }
        if (kind == Competence.Title.ACCREDITATION) {
            requireLengthOfAccreditation(firstDay, lastDay);
        }
        schemes = Collections.unmodifiableSet(new TreeSet<>(schemes));
        if (schemes.isEmpty()) {
            throw new IllegalArgumentException("a title is for a scheme");
        }
        suspensions = suspensions.stream()
                .sorted(Comparator.comparing(Suspension::from))
                .toList();
        restrictions = restrictions.stream()
                .sorted(Comparator.comparing(Restriction::from))
                .toList();
    }

    /** One that was never restricted, under criteria that nobody recorded. */
    public Title(
            Competence.Title kind,
            String reference,
            String issuer,
            Set<SchemeId> schemes,
            LocalDate firstDay,
            LocalDate lastDay,
            Coverage coverage,
            List<Suspension> suspensions) {
        this(kind, reference, issuer, schemes, firstDay, lastDay, coverage, suspensions, List.of(), Optional.empty());
    }

    /** The same title, issued or reviewed under a version of criteria. */
    public Title under(String version) {
        return new Title(
                kind,
                reference,
                issuer,
                schemes,
                firstDay,
                lastDay,
                coverage,
                suspensions,
                restrictions,
                Optional.of(version));
    }

    /** Whether a day is one of its days, suspended or not. */
    boolean runsOn(LocalDate day) {
        return !day.isBefore(firstDay) && !day.isAfter(lastDay);
    }

    /** Refuses more than five years, whoever is accredited (CSA Art. 60(4)). */
    static void requireLengthOfAccreditation(LocalDate firstDay, LocalDate lastDay) {
        LocalDate latest = firstDay.plusYears(LONGEST_ACCREDITATION_YEARS);
        if (lastDay.isAfter(latest)) {
            throw Refusal.of("accreditation-gt-5y", Refusal.Kind.INVALID)
                    .with("latest", latest.toString())
                    .asException();
        }
    }

    public Standing standingOn(LocalDate day) {
        if (day.isBefore(firstDay)) {
            return Standing.NOT_YET;
        }
        if (day.isAfter(lastDay)) {
            return Standing.EXPIRED;
        }
        return suspensions.stream().anyMatch(span -> span.holdsOn(day)) ? Standing.SUSPENDED : Standing.IN_FORCE;
    }

    /** The same title with one suspension more. */
    public Title suspended(Suspension suspension) {
        List<Suspension> more = new ArrayList<>(suspensions);
        more.add(suspension);
        return with(more, restrictions);
    }

    /** What it covers on a day: what it says, less what the restrictions of that day do not leave. */
    public Coverage coverageOn(LocalDate day) {
        return restrictionsOn(day).map(Restriction::coverage).reduce(coverage, Coverage::within);
    }

    /** The restrictions of a day, in their order. */
    Stream<Restriction> restrictionsOn(LocalDate day) {
        return restrictions.stream().filter(span -> span.holdsOn(day));
    }

    /**
     * The same title with one restriction more.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code restriction-not-narrower} when it leaves all that the title covers, or more
     */
    Title restricted(Restriction restriction) {
        Coverage left = restriction.coverage();
        if (left.equals(coverage) || !left.equals(coverage.within(left))) {
            throw Refusal.of("restriction-not-narrower", Refusal.Kind.CONFLICT)
                    .with("title", reference)
                    .asException();
        }
        List<Restriction> more = new ArrayList<>(restrictions);
        more.add(restriction);
        return with(suspensions, more);
    }

    /** The same title covering all of it again from a day on; empty when it is not restricted both on that day and on the one before. */
    Optional<Title> restored(LocalDate day) {
        LocalDate eve = day.minusDays(1);
        if (restrictions.stream().noneMatch(span -> span.holdsOn(eve) && span.holdsOn(day))) {
            return Optional.empty();
        }
        return Optional.of(with(
                suspensions,
                restrictions.stream()
                        .map(span -> span.holdsOn(eve) && span.holdsOn(day)
                                ? new Restriction(span.from(), Optional.of(eve), span.coverage(), span.reason())
                                : span)
                        .toList()));
    }

    private Title with(List<Suspension> otherSuspensions, List<Restriction> otherRestrictions) {
        return new Title(
                kind,
                reference,
                issuer,
                schemes,
                firstDay,
                lastDay,
                coverage,
                otherSuspensions,
                otherRestrictions,
                criteria);
    }

    /** The same title holding again from a day on; empty when it does not rest both on that day and on the one before. */
    Optional<Title> lifted(LocalDate day) {
        LocalDate eve = day.minusDays(1);
        if (suspensions.stream().noneMatch(suspension -> suspension.holdsOn(eve) && suspension.holdsOn(day))) {
            return Optional.empty();
        }
        List<Suspension> ended = suspensions.stream()
                .map(suspension -> suspension.holdsOn(eve) && suspension.holdsOn(day)
                        ? new Suspension(suspension.from(), Optional.of(eve), suspension.reason())
                        : suspension)
                .toList();
        return Optional.of(with(ended, restrictions));
    }
}
