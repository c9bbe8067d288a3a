package org.sceau.registry.domain.visa;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;

/**
 * A status that a decision gave, with the legal day from which it holds. Expiry is no decision; it stands here only where it had come before
 * a source prolonged the visa, and another status follows.
 *
 * @param status any but {@code NOT_YET_IN_FORCE}
 * @param since  first legal day
 * @param until  last permitted day of a suspension; absent for every other status
 * @param reason published ground, at most 500 characters
 * @param reasonCodes its categories, as the scheme version that decided knows them
 */
public record StatusChange(
        VisaStatus status,
        LocalDate since,
        Optional<LocalDate> until,
        Optional<String> reason,
        Set<String> reasonCodes) {

    public StatusChange {
        reasonCodes = Collections.unmodifiableSet(new TreeSet<>(reasonCodes));
        if (status == VisaStatus.NOT_YET_IN_FORCE) {
            throw new IllegalArgumentException(status + " follows from dates and is never decided");
        }
        if (until.isPresent() && status != VisaStatus.SUSPENDED) {
            throw new IllegalArgumentException("only a suspension has a last day");
        }
        if (until.filter(last -> last.isBefore(since)).isPresent()) {
            throw new IllegalArgumentException("a suspension ends on or after its first day");
        }
        if (reason.filter(text -> text.isBlank() || text.length() > 500).isPresent()) {
            throw new IllegalArgumentException("a reason is 1 to 500 characters or absent");
        }
    }

    /** A status for whose reasons there is no category. */
    public StatusChange(VisaStatus status, LocalDate since, Optional<LocalDate> until, Optional<String> reason) {
        this(status, since, until, reason, Set.of());
    }

    public static StatusChange inForce(LocalDate since) {
        return new StatusChange(VisaStatus.IN_FORCE, since, Optional.empty(), Optional.empty());
    }

    public static StatusChange of(VisaStatus status, LocalDate since, String reason) {
        return new StatusChange(status, since, Optional.empty(), Optional.of(reason));
    }
}
