package org.sceau.registry.domain.visa;

/**
 * How a visa stands to another one of this registry.
 *
 * @param visa the other one
 */
public record Relation(Kind kind, VisaId visa) implements Comparable<Relation> {

    /** What binds them. */
    public enum Kind {
        /** It rests on the other: a composite product, a service on a platform, a qualification on its certificate. */
        BASED_ON,
        /** It took the place of the other. */
        REPLACES
    }

    @Override
    public int compareTo(Relation other) {
        int kinds = kind.compareTo(other.kind);
        return kinds != 0 ? kinds : visa.toString().compareTo(other.visa.toString());
    }
}
