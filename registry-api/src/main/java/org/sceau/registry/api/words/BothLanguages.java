package org.sceau.registry.api.words;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** A text people read, in both languages of the registry. */
@Schema(name = "Label")
public record BothLanguages(String fr, String en) {
    public static BothLanguages of(Label label) {
        return new BothLanguages(label.fr(), label.en());
    }
}
