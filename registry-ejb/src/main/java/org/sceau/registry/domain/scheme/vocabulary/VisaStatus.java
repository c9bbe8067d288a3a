package org.sceau.registry.domain.scheme.vocabulary;

import org.sceau.registry.domain.coded.Coded;

/** What a visitor is told about a visa on a given day (reference: public status matrix, EUCC Art. 42(1)(b)). */
public enum VisaStatus {
    /** Its first day has not come: in no catalogue and in no list yet. */
    NOT_YET_IN_FORCE,
    IN_FORCE,
    SUSPENDED,
    WITHDRAWN,
    /** Its last day is past. */
    EXPIRED,
    /** Ended, or invalidated by a known vulnerability; the word of the national CC, CSPN and site schemes. */
    ARCHIVED,
    /** A CSPN of before March 2022: no end date and no vulnerability follow-up (invariant 65). */
    NOT_MAINTAINED;

    /** Stable public code, kebab-case: {@code in-force}. */
    public String code() {
        return Coded.of(this);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static VisaStatus ofCode(String code) {
        for (VisaStatus status : values()) {
            if (status.code().equals(code)) {
                return status;
            }
        }
        throw new IllegalArgumentException("no status " + code);
    }

    /** Whether a buyer may rely on a visa in this status. */
    public boolean isReliable() {
        return this == IN_FORCE;
    }

    /** Whether a visa in this status may serve tomorrow: what puts it in question is looked at, suspended or not. */
    public boolean isStanding() {
        return this == IN_FORCE || this == SUSPENDED;
    }

    /** Whether the holder may advertise it, within its scope: while it is in force and at no other time (EUCC Art. 9(2)(d)). */
    public boolean mayBeAdvertised() {
        return this == IN_FORCE;
    }
}
