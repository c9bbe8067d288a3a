package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;

/**
 * The columns of the official catalogue, edition of 5 Dec 2025. Their headings are recognised whatever their line breaks
 * and the footnote number glued to their end. Columns of activities are no constants here: they are scopes of the schemes.
 */
enum Column {
    HOLDER(
            "Nom du développeur du produit (par ordre alphabétique)",
            "Nom du fournisseur de service (par ordre alphabétique)"),
    PRODUCT("Nom du produit"),
    SERVICE("Nom du service"),
    PROTECTION_PROFILE("Nom du profil de protection"),
    SITE("Nom du site"),
    VERSION("Version du produit"),
    LEVEL("Niveau de certification", "Niveau de qualification"),
    AGREMENT("Niveau d'agrément"),
    NATIONAL_SECURITY("Sécurité nationale"),
    SPONSOR("Nom du commanditaire"),
    LABORATORY("Nom du centre d'évaluation (CESTI)"),
    CATEGORY("Type de produit"),
    OID("OID du service"),
    FIRST_DAY("Date de début de certification", "Date de début de qualification"),
    LAST_DAY("Date de fin de certification", "Date de fin de qualification"),
    CERTIFICATE("Lien vers le certificat"),
    CERTIFICATION_REPORT("Lien vers le rapport de certification"),
    SECURITY_TARGET("Lien vers la cible de sécurité"),
    QUALIFICATION_DECISION("Lien vers la décision de qualification"),
    CERTIFICATION_DECISION("Lien vers la décision de certification"),
    INCIDENT_CONTACT("Contact en cas d'incident"),
    RECOMMENDATION("Niveau de recommandation");

    private static final Map<Spelling, Column> BY_HEADING = new HashMap<>();

    static {
        for (Column column : values()) {
            BY_HEADING.put(Spelling.ofHeading(column.heading), column);
            BY_HEADING.put(Spelling.ofHeading(column.otherHeading), column);
        }
    }

    private final String heading;
    private final String otherHeading;

    Column(String heading) {
        this(heading, heading);
    }

    Column(String heading, String otherHeading) {
        this.heading = heading;
        this.otherHeading = otherHeading;
    }

    static Optional<Column> of(String heading) {
        return Optional.ofNullable(BY_HEADING.get(Spelling.ofHeading(heading)));
    }

    /** The usual heading, for problems about a column that is not there. */
    String heading() {
        return heading;
    }
}
