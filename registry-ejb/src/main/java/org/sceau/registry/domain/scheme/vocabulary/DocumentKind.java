package org.sceau.registry.domain.scheme.vocabulary;

/** A kind of public document or page that the entry of a visa links to, in the order they are shown. */
public enum DocumentKind {
    CERTIFICATE("Certificat", "Certificate"),
    CERTIFICATION_REPORT("Rapport de certification", "Certification report"),
    SECURITY_TARGET("Cible de sécurité", "Security target"),
    PROTECTION_PROFILE("Profil de protection", "Protection profile"),
    MAINTENANCE_REPORT("Rapport de maintenance", "Maintenance report"),
    QUALIFICATION_DECISION("Décision de qualification", "Qualification decision"),
    CERTIFICATION_DECISION("Décision de certification", "Certification decision"),
    INCIDENT_CONTACT("Contact en cas d'incident", "Incident contact"),
    WEBSITE("Site internet", "Website");

    private final Label label;

    DocumentKind(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }
}
