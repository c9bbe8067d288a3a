package org.sceau.registry.domain.scheme;

import org.sceau.registry.domain.scheme.vocabulary.Label;

/** The four doors a visitor of the catalogue chooses from. */
public enum FamilyGroup {
    PRODUCTS("Produits", "Products"),
    SERVICES("Services", "Services"),
    TRUST_SERVICES("Services de confiance", "Trust services"),
    PROFILES_AND_SITES("Profils de protection et sites", "Protection profiles and sites");

    private final Label label;

    FamilyGroup(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
