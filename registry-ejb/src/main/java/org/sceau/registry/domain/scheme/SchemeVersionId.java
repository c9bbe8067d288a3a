package org.sceau.registry.domain.scheme;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Names one version of the rules of a scheme. A dossier and a visa keep theirs for life (invariant 25).
 *
 * @param scheme  the scheme
 * @param version as its publisher writes it ({@code 2.2}) or the day it applies from ({@code 2025-12-29}); 1 to 20
 *                characters among digits, lower-case letters, dots and hyphens
 */
public record SchemeVersionId(SchemeId scheme, String version) implements Comparable<SchemeVersionId> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-z][0-9a-z.-]{0,19}");
    private static final Comparator<SchemeVersionId> ORDER =
            Comparator.comparing(SchemeVersionId::scheme).thenComparing(SchemeVersionId::version);

    /** Refuses another shape of version with {@link IllegalArgumentException}. */
    public SchemeVersionId {
        if (!SHAPE.matcher(version).matches()) {
            throw new IllegalArgumentException("version is not 1 to 20 characters of [0-9a-z.-]");
        }
    }

    /** {@code passi} and {@code 2.2}, as one. */
    public static SchemeVersionId of(String scheme, String version) {
        return new SchemeVersionId(new SchemeId(scheme), version);
    }

    /** Alphabetical: for stable lists only. Which version is newer is told by {@link Applicability#validFrom()}. */
    @Override
    public int compareTo(SchemeVersionId other) {
        return ORDER.compare(this, other);
    }

    /** {@code passi-2.2}: also the name of its definition file, without {@code .yaml}. */
    @Override
    public String toString() {
        return scheme + "-" + version;
    }
}
