package org.sceau.registry.domain.visa;

/** Kinds of public documents and pages that a catalogue entry links to, in the order they are shown. */
public enum DocumentKind {
    CERTIFICATE,
    CERTIFICATION_REPORT,
    SECURITY_TARGET,
    PROTECTION_PROFILE,
    MAINTENANCE_REPORT,
    QUALIFICATION_DECISION,
    CERTIFICATION_DECISION,
    INCIDENT_CONTACT,
    WEBSITE
}
