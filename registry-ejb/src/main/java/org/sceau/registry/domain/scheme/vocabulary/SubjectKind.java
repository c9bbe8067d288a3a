package org.sceau.registry.domain.scheme.vocabulary;

/** What a visa is about. */
public enum SubjectKind {
    PRODUCT("Produit", "Product"),
    PRODUCT_SERIES("Gamme de produits", "Product series"),
    SERVICE("Service", "Service"),
    ID_MEANS("Moyen d'identification électronique", "Electronic identification means"),
    PROTECTION_PROFILE("Profil de protection", "Protection profile"),
    SITE("Site", "Site"),
    SOFTWARE("Logiciel", "Software"),
    /** What an organisation is granted as a whole, not for one of its services. */
    ORGANISATION("Organisation", "Organisation"),
    /** A type of device, or models and versions of a network's equipment. */
    EQUIPMENT("Équipement", "Equipment");

    private final Label label;

    SubjectKind(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
