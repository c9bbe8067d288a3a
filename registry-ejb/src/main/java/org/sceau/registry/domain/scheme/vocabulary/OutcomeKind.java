package org.sceau.registry.domain.scheme.vocabulary;

/** What a decision grants. The words never stand for one another (reference glossary: certification is no qualification). */
public enum OutcomeKind {
    CERTIFICATE("Certificat", "Certificate"),
    QUALIFICATION("Qualification", "Qualification"),
    QUALIFIED_STATUS("Statut qualifié", "Qualified status"),
    LABEL("Label", "Label"),
    AUTHORISATION("Autorisation", "Authorisation"),
    AGREMENT("Agrément", "Approval for protected information");

    private final Label label;

    OutcomeKind(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
