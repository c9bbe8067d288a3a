package org.sceau.registry.domain.scheme.decision;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.registry.domain.coded.Coded;

/** What a certificate can say. A definition chooses from these, so that nothing it demands is without a value (EUCC Annex VII). */
public enum CertificateField {
    IDENTIFIER,
    PRODUCT_NAME,
    PRODUCT_TYPE,
    PRODUCT_VERSION,
    PROFILE_NAME,
    PROFILE_TYPE,
    PROFILE_VERSION,
    PROVIDER,
    SERVICES,
    SERVICE_NAME,
    OIDS,
    CHARACTERISTICS,
    /** Name, address and contact. */
    HOLDER,
    HOLDER_PAGE,
    CERTIFICATION_BODY,
    LABORATORY,
    NCCA,
    REGULATION,
    REPORT_REFERENCE,
    ASSURANCE_LEVEL,
    LEVEL,
    STANDARD,
    ASSURANCE_COMPONENTS,
    PROTECTION_PROFILES,
    NATIONAL_SECURITY,
    /** Whom to call in an incident. */
    INCIDENT_CONTACT,
    /** Which of several bases in force the title rests on. */
    LEGAL_BASIS,
    ISSUE_DATE,
    VALIDITY,
    CONDITIONS,
    /** How many devices an authorisation is for (Code pénal, Art. R. 226-1 to R. 226-12). */
    DEVICES,
    /** What they are held for. */
    USE,
    /** What stands on mark and label: level, AVA_VAN component and identifier (EUCC Art. 11). */
    MARK;

    private static final Map<String, CertificateField> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(CertificateField::code, Function.identity()));

    /** Stable code, kebab-case: the id of the field in definitions. */
    public String code() {
        return Coded.of(this);
    }

    /** The field of a code; empty for an unknown one. */
    public static Optional<CertificateField> ofCode(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }
}
