package org.sceau.registry.domain.dossier;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A person of the provider who did an activity in an engagement that is shown as evidence (PASSI 2.2, VI.3.1).
 *
 * @param person    name, 1 to 200 characters
 * @param activity  id of a scope
 * @param engagedOn day of the engagement
 * @param attested  the days of the person's attestation for that activity; absent without one
 * @param trainee   what the person did of it as a trainee; absent for whoever is none
 * @param duty      what the person answered for besides; absent for most
 */
public record Assignment(
        String person,
        String activity,
        LocalDate engagedOn,
        Optional<Attestation> attested,
        Optional<Trainee> trainee,
        Optional<Duty> duty) {

    /** What somebody answers for in an engagement besides an activity. */
    public enum Duty {
        /** The whole team: whoever leads it is attested as the others are (PASSI 2.2, IV.2.c, VI.3.1.b). */
        LEADS_TEAM
    }

    /** What a trainee does in an engagement. */
    public enum Trainee {
        OBSERVES,
        TAKES_PART
    }

    /** An individual attestation of competence. */
    public record Attestation(String reference, LocalDate firstDay, LocalDate lastDay) {
        boolean holdsOn(LocalDate day) {
            return !day.isBefore(firstDay) && !day.isAfter(lastDay);
        }
    }

    public Assignment {
        if (person.isBlank() || person.length() > 200) {
            throw new IllegalArgumentException("a person has a name of at most 200 characters");
        }
    }

    /** By somebody who is no trainee. */
    public Assignment(String person, String activity, LocalDate engagedOn, Optional<Attestation> attested) {
        this(person, activity, engagedOn, attested, Optional.empty(), Optional.empty());
    }

    /** Whether the person only looked on: the activity is not theirs, and asks for no attestation. */
    public boolean isObserved() {
        return trainee.filter(Trainee.OBSERVES::equals).isPresent();
    }

    /** Whether a trainee did a part of the activity. */
    public boolean isByTrainee() {
        return trainee.filter(Trainee.TAKES_PART::equals).isPresent();
    }

    public boolean isOfLeader() {
        return duty.filter(Duty.LEADS_TEAM::equals).isPresent();
    }

    /** Whether the attestation holds on a day; on that of the engagement and on that of the act (invariant 44). */
    public boolean isAttestedOn(LocalDate day) {
        return attested.filter(attestation -> attestation.holdsOn(day)).isPresent();
    }
}
