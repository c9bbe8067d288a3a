package org.sceau.it.access;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;

/** The same where the database asks a second time whose row it is: nobody is answered otherwise, and nobody is kept from what is theirs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessOnPostgresqlIT {
    @Nested
    class Methods extends EveryMethod {
        Methods() {
            super(Engine.POSTGRESQL);
        }
    }

    @Nested
    class Words extends Canaries {
        Words() {
            super(Engine.POSTGRESQL);
        }
    }
}
