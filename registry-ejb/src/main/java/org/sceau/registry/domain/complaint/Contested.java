package org.sceau.registry.domain.complaint;

import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.visa.VisaId;

/** What a complaint is about. */
public sealed interface Contested {

    /** A visa, with everything that led to it and was decided about it. */
    record Visa(VisaId id) implements Contested {}

    /** A dossier, with what was decided of it. */
    record Dossier(DossierId id) implements Contested {}

    /** The conduct of a laboratory. */
    record Laboratory(LaboratoryId id) implements Contested {}

    /**
     * The conduct of another body.
     *
     * @param name 1 to 300 characters
     */
    record Body(String name) implements Contested {
        public Body {
            Texts.require("a body has a name", name, 300);
        }
    }

    /** Whether something was decided about it that can be appealed against. */
    default boolean isDecided() {
        return this instanceof Visa || this instanceof Dossier;
    }
}
