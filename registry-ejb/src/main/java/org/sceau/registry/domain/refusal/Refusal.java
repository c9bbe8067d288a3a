package org.sceau.registry.domain.refusal;

import java.util.Map;
import java.util.Optional;

/**
 * Why an act was not done.
 *
 * @param code    public, stable, kebab-case; texts come from bundles keyed by it
 * @param kind    what the asker can do about it; decides the HTTP status
 * @param details typed facts for the text and for machines; public, so nothing confidential stands here
 * @param words   what the rule of a scheme says, which no bundle knows; absent for every other refusal
 */
public record Refusal(String code, Kind kind, Map<String, String> details, Optional<Words> words) {

    /** A text in both languages. */
    public record Words(String fr, String en) {}

    /** What a refusal means for the asker. */
    public enum Kind {
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        /** It was there, and was erased for good. */
        GONE,
        CONFLICT,
        /** It was based on a version that is no longer the present one; told to whoever named that version apart. */
        STALE,
        /** It does not say on which version it is based, and must. */
        UNCONDITIONAL,
        INVALID,
        TOO_LARGE,
        /** Asked too often; it is heard again later. */
        TOO_SOON,
        UNAVAILABLE
    }

    public Refusal {
        if (!code.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a refusal code is kebab-case: " + code);
        }
        details = Map.copyOf(details);
    }

    /** One whose text stands in the bundles. */
    public Refusal(String code, Kind kind, Map<String, String> details) {
        this(code, kind, details, Optional.empty());
    }

    public static Refusal of(String code, Kind kind) {
        return new Refusal(code, kind, Map.of());
    }

    public Refusal with(String name, String value) {
        Map<String, String> more = new java.util.HashMap<>(details);
        more.put(name, value);
        return new Refusal(code, kind, more, words);
    }

    public Refusal saying(String fr, String en) {
        return new Refusal(code, kind, details, Optional.of(new Words(fr, en)));
    }

    public Refused asException() {
        return new Refused(this);
    }
}
