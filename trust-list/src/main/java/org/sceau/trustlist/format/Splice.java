package org.sceau.trustlist.format;

import java.io.IOException;

/** What goes into the file alone, just before the end tag of the root: a signature, or nothing. */
@FunctionalInterface
public interface Splice {
    /** Adds nothing: the list stays unsigned. */
    Splice NOTHING = () -> new byte[0];

    /**
     * Asked once, when the canonical form is complete.
     *
     * @return well-formed UTF-8 XML that relies on the namespaces of the root, may be empty
     */
    byte[] whenCanonicalFormIsComplete() throws IOException;
}
