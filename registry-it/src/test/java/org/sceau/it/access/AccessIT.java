package org.sceau.it.access;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;

/** Who may do what, asked of a running registry. One class, so that one process starts the registry that all of it asks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessIT {
    @Nested
    class Methods extends EveryMethod {}

    @Nested
    class Addresses extends EveryScreen {}

    @Nested
    class Words extends Canaries {}
}
