package org.sceau.registry.domain.access;

import org.sceau.registry.domain.scheme.SchemeId;

/**
 * How far somebody sees what is confidential.
 *
 * @param organisation whose own matters these are
 * @param everybody    schemes under which matters of everybody are seen
 * @param own          schemes under which those of the own organisation are seen
 */
public record Reach(String organisation, SchemeScope everybody, SchemeScope own) {

    /** The house itself. */
    public static final Reach EVERYWHERE = new Reach("-", SchemeScope.ALL, SchemeScope.ALL);

    /** Whether a matter under a scheme is seen whoever its parties are. */
    public boolean seesAll(SchemeId scheme) {
        return everybody.covers(scheme);
    }
}
