package org.sceau.registry.domain.visa;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The permanent public address of a visa below {@code /visas/}: its official reference with {@code /} written {@code -},
 * else {@code {family}-{year}-{decision}}; further visas under one reference end in {@code ~2}, {@code ~3}, …
 *
 * @param value 1 to 120 characters of {@code A-Z a-z 0-9 . _ ~ -}, starting with a letter or a digit
 */
public record Slug(String value) implements Comparable<Slug> {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._~-]{0,119}");
    private static final int ROOM_FOR_NUMBER = 8;

    public Slug {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a slug: " + value);
        }
    }

    /** The first address that a reference asks for, before anyone else took it. */
    public static Slug of(Reference reference, String family) {
        String wanted = reference.numbering() == Reference.Numbering.OFFICIAL
                ? reference.text()
                : family + "-" + reference.year() + "-" + reference.text();
        String safe = wanted.replaceAll("[^A-Za-z0-9._]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
        int longest = 120 - ROOM_FOR_NUMBER;
        return new Slug(safe.length() > longest ? safe.substring(0, longest) : safe);
    }

    /** The address that somebody means who writes an official reference as it is printed; empty for what can be none. */
    public static Optional<Slug> written(String reference) {
        String safe = safe(reference);
        return SHAPE.matcher(safe).matches() ? Optional.of(new Slug(safe)) : Optional.empty();
    }

    private static String safe(String text) {
        return text.replaceAll("[^A-Za-z0-9._~]+", "-").replaceAll("^[^A-Za-z0-9]+", "");
    }

    /** The same address for the {@code ordinal}-th visa under one reference; the first keeps it bare. */
    public Slug numbered(int ordinal) {
        return ordinal == 1 ? this : new Slug(value + "~" + ordinal);
    }

    @Override
    public int compareTo(Slug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
