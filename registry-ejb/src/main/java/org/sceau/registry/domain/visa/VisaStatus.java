package org.sceau.registry.domain.visa;

import java.util.Locale;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.ValidityRule;

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
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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

    /** What a visa becomes under a scheme once its last day is past (invariant 37); expired under a scheme that is not known. */
    public static VisaStatus atEnd(Schemes schemes, SchemeVersionId scheme) {
        return schemes.version(scheme)
                .filter(version -> version.validity().atEnd() == ValidityRule.AtEnd.ARCHIVED)
                .map(version -> ARCHIVED)
                .orElse(EXPIRED);
    }

    /** Whether a buyer may rely on a visa in this status. */
    public boolean isReliable() {
        return this == IN_FORCE;
    }
}
