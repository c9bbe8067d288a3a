package org.sceau.registry.domain.scheme;

/** A document or address that the public entry of a visa links to. */
public enum PublicLink {
    CERTIFICATE("Certificat", "Certificate"),
    CERTIFICATION_REPORT("Rapport de certification", "Certification report"),
    SECURITY_TARGET("Cible de sécurité", "Security target"),
    PROTECTION_PROFILE("Profil de protection", "Protection profile"),
    QUALIFICATION_DECISION("Décision de qualification", "Qualification decision"),
    CERTIFICATION_DECISION("Décision de certification", "Certification decision"),
    INCIDENT_CONTACT("Contact en cas d'incident", "Incident contact"),
    WEBSITE("Site internet", "Website");

    private final Label label;

    PublicLink(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
