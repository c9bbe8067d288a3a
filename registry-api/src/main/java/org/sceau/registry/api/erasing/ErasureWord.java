package org.sceau.registry.api.erasing;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.request.Given;

/** @param grounds why, 1 to 2,000 characters; erased with the dossier */
@Schema(name = "ErasureWord")
record ErasureWord(String grounds) {
    private static final int LONGEST_GROUNDS = 2_000;

    String words() {
        return Given.text("grounds", grounds, LONGEST_GROUNDS);
    }
}
