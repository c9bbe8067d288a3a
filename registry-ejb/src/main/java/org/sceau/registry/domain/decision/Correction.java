package org.sceau.registry.domain.decision;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a correction puts right. Reference, holder, level, scopes and days are no mistakes of writing: they follow from decisions.
 *
 * @param name     name of the subject
 * @param versions versions of the subject
 * @param category id of the product category
 * @param region   region of the holder
 * @param listed   whether its supplier consents to be listed: given later, or taken back (catalogue p. 4; invariant 62)
 */
public record Correction(
        Optional<String> name,
        Optional<String> versions,
        Optional<String> category,
        Optional<String> region,
        Optional<Boolean> listed) {

    /** Refuses a correction of nothing and texts beyond the bounds with {@link IllegalArgumentException}. */
    public Correction {
        if (Stream.of(name, versions, category, region, listed).allMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException("a correction puts something right");
        }
        if (Stream.of(name, versions, category, region)
                .flatMap(Optional::stream)
                .anyMatch(text -> text.isBlank() || text.length() > 600)) {
            throw new IllegalArgumentException("a correction has 1 to 600 characters");
        }
    }

    /** One of what was written. */
    public Correction(
            Optional<String> name, Optional<String> versions, Optional<String> category, Optional<String> region) {
        this(name, versions, category, region, Optional.empty());
    }

    /** One of the consent alone. */
    public static Correction ofConsent(boolean listed) {
        return new Correction(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(listed));
    }
}
