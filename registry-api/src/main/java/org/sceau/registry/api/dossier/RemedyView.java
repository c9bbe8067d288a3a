package org.sceau.registry.api.dossier;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;

/**
 * How a rejection is contested, and until when.
 *
 * @param verified false when the source of the text was not read
 */
@Schema(name = "LegalRemedy")
public record RemedyView(BothLanguages text, String source, boolean verified) {
    static RemedyView of(LegalRemedy remedy) {
        return new RemedyView(BothLanguages.of(remedy.text()), remedy.source(), remedy.verified());
    }
}
