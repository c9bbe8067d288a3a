package org.sceau.registry.application.notifying;

import java.util.Arrays;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;

/** How somebody wants to be told by mail. The desk tells everything in any case. */
public enum Manner {
    /** As soon as it is on record; what comes together goes in one mail. */
    AT_ONCE,
    /** Once a day, all of it in one mail; none on a day that brought nothing. */
    DAILY,
    NONE;

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** Empty for a code of none. */
    public static Optional<Manner> ofCode(String code) {
        return Arrays.stream(values())
                .filter(manner -> manner.code().equals(code))
                .findFirst();
    }
}
