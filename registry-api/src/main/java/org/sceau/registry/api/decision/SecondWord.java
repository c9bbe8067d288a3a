package org.sceau.registry.api.decision;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.request.Given;

/**
 * What a second person says.
 *
 * @param digest of the content that person saw
 */
@Schema(name = "SecondWord")
record SecondWord(String digest, String grounds) {
    String seen() {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw Given.invalid("digest", "64 lower-case hexadecimal digits");
        }
        return digest;
    }

    String words() {
        return Given.text("grounds", grounds, 4_000);
    }
}
