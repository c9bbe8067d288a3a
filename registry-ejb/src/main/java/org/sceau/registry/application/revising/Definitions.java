package org.sceau.registry.application.revising;

import java.util.List;
import org.sceau.registry.domain.scheme.SchemeVersion;

/** Reads definitions; keeps none. */
public interface Definitions {

    /**
     * What a definition file says.
     *
     * @param file name, without folder
     * @throws UnusableDefinition with the line to look at
     */
    SchemeVersion read(String file, byte[] bytes);

    /**
     * What a definition rests on that nobody has read in its source, in the order of the file.
     *
     * @param file name, without folder
     * @throws UnusableDefinition with the line to look at
     */
    List<UnverifiedValue> unverified(String file, String text);

    /** A file as it is, and what it says. */
    record Shipped(SchemeVersion version, String text) {}

    /** The definitions that come with this release. */
    List<Shipped> shipped();
}
