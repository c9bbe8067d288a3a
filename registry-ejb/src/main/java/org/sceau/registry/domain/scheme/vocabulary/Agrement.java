package org.sceau.registry.domain.scheme.vocabulary;

import java.util.Optional;

/**
 * Approval of a product to protect marked information (the French word is kept). The set is closed on purpose: nothing
 * above these three markings may ever be listed (invariant 63; official catalogue of 5 Dec 2025, p. 4).
 */
public enum Agrement {
    DIFFUSION_RESTREINTE("Diffusion Restreinte", "Restricted distribution (DR)", "DR"),
    EU_RESTRICTED("Restreint UE", "EU Restricted", "UE"),
    NATO_RESTRICTED("Restreint OTAN", "NATO Restricted", "OTAN");

    private final Label label;
    private final String code;

    Agrement(String fr, String en, String code) {
        this.label = new Label(fr, en);
        this.code = code;
    }

    public Label label() {
        return label;
    }

    /** The value this printed text stands for; empty for anything else, higher markings included. */
    public static Optional<Agrement> recognise(String printed) {
        Spelling spelling = Spelling.of(printed);
        for (Agrement agrement : values()) {
            if (spelling.equals(Spelling.of(agrement.name()))
                    || spelling.equals(Spelling.of(agrement.code))
                    || spelling.equals(Spelling.of(agrement.label.fr()))
                    || spelling.equals(Spelling.of(agrement.label.en()))) {
                return Optional.of(agrement);
            }
        }
        return Optional.empty();
    }
}
