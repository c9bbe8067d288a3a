package org.sceau.registry.infrastructure.catalogues.csv;

import java.util.Locale;
import java.util.Optional;

/** The columns of our exchange format. A file may leave out those that are not mandatory. */
enum SceauColumn {
    FAMILY(true),
    SCHEME(false),
    SCHEME_VERSION(false),
    REFERENCE(true),
    DECISION_YEAR(false),
    HOLDER(true),
    HOLDER_SIREN(false),
    NAME(true),
    VERSIONS(false),
    SPONSOR(false),
    LABORATORY(false),
    LEVEL(false),
    NATIONAL_SECURITY(false),
    AGREMENT(false),
    SCOPES(false),
    CATEGORY(false),
    VALID_FROM(true),
    VALID_UNTIL(true),
    STATUS(true),
    STATUS_SINCE(false),
    STATUS_UNTIL(false),
    STATUS_REASON(false),
    CONDITIONS(false),
    RECOMMENDATION_OVERRIDE(false),
    LISTED(true),
    CERTIFICATE_URL(false),
    REPORT_URL(false),
    TARGET_URL(false),
    DECISION_URL(false),
    CONTACT_URL(false),
    WEBSITE_URL(false),
    OID(false),
    CPE(false),
    PURL(false),
    REGION(false),
    SOURCE_URL(false);

    private final boolean mandatory;
    private final String heading;

    SceauColumn(boolean mandatory) {
        this.mandatory = mandatory;
        this.heading = name().toLowerCase(Locale.ROOT);
    }

    /** Its name in the header: {@code valid_from}. */
    String heading() {
        return heading;
    }

    boolean isMandatory() {
        return mandatory;
    }

    static Optional<SceauColumn> of(String heading) {
        for (SceauColumn column : values()) {
            if (column.heading().equals(heading)) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }
}
