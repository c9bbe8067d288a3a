package org.sceau.registry.infrastructure.schemes;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** The columns of {@code sceau-csv}, in the order of the documentation; a file may have them in any order. */
enum CsvColumn {
    FAMILY("string", true, 60, "", "Famille du catalogue", "Family of the catalogue"),
    SCHEME(
            "string",
            false,
            60,
            "",
            "Schéma ; vide : reconnu d'après la référence",
            "Scheme; empty: told by the reference"),
    SCHEME_VERSION("string", false, 20, "", "Version du schéma", "Version of the scheme"),
    REFERENCE(
            "string",
            true,
            80,
            "[\\p{L}\\p{N}][\\p{L}\\p{N}/._-]{0,79}",
            "Référence officielle ou numéro de décision",
            "Official reference or decision number"),
    DECISION_YEAR(
            "string",
            false,
            4,
            "(199|20\\d|21\\d)\\d",
            "Année de la décision numérotée",
            "Year of a numbered decision"),
    HOLDER("string", true, 300, "", "Titulaire", "Holder"),
    HOLDER_SIREN("string", false, 20, "[0-9 ]{9,20}", "Numéro SIREN du titulaire", "SIREN of the holder"),
    NAME(
            "string",
            true,
            600,
            "",
            "Nom du produit, du service, du profil ou du site",
            "Name of product, service, profile or site"),
    VERSIONS("string", false, 200, "", "Version ou expression de versions", "Version or version expression"),
    SPONSOR("string", false, 300, "", "Commanditaire", "Sponsor"),
    LABORATORY("string", false, 4000, "", "Centres d'évaluation, séparés par |", "Laboratories, separated by |"),
    LEVEL("string", false, 200, "", "Niveau", "Level"),
    NATIONAL_SECURITY("boolean", false, 0, "", "Sécurité nationale", "National security"),
    AGREMENT("string", false, 40, "", "Agrément", "Approval for marked information"),
    SCOPES("string", false, 4000, "", "Activités, séparées par |", "Activities, separated by |"),
    CATEGORY("string", false, 200, "", "Type de produit", "Type of product"),
    VALID_FROM("date", true, 0, "", "Premier jour de validité", "First valid day"),
    VALID_UNTIL("date", false, 0, "", "Dernier jour de validité", "Last valid day"),
    STATUS(
            "string",
            true,
            20,
            "in-force|suspended|withdrawn|archived|not-maintained",
            "Statut décidé",
            "Decided status"),
    STATUS_SINCE("date", false, 0, "", "Premier jour du statut", "First day of the status"),
    STATUS_UNTIL("date", false, 0, "", "Dernier jour de la suspension", "Last day of the suspension"),
    STATUS_REASON("string", false, 500, "", "Motif publié", "Published ground"),
    CONDITIONS(
            "string",
            false,
            4000,
            "",
            "Conditions et réserves, séparées par |",
            "Conditions and reservations, separated by |"),
    RECOMMENDATION_OVERRIDE(
            "string", false, 20, "", "Niveau de recommandation fixé à la main", "Recommendation level set by hand"),
    LISTED("boolean", true, 0, "", "Accord du titulaire pour paraître", "Consent of the holder to be listed"),
    CERTIFICATE_URL("string", false, 2000, "https?://.+", "Certificat", "Certificate"),
    REPORT_URL("string", false, 2000, "https?://.+", "Rapport de certification", "Certification report"),
    TARGET_URL(
            "string",
            false,
            2000,
            "https?://.+",
            "Cible de sécurité ou profil de protection",
            "Security target or protection profile"),
    DECISION_URL("string", false, 2000, "https?://.+", "Décision", "Decision"),
    CONTACT_URL("string", false, 2000, "https?://.+", "Contact en cas d'incident", "Incident contact"),
    WEBSITE_URL("string", false, 2000, "https?://.+", "Site internet", "Website"),
    OID("string", false, 4000, "", "OID, séparés par |", "OIDs, separated by |"),
    CPE("string", false, 4000, "", "Noms CPE, séparés par |", "CPE names, separated by |"),
    PURL("string", false, 4000, "", "Adresses purl, séparées par |", "Package URLs, separated by |"),
    REGION("string", false, 100, "", "Région du titulaire", "Region of the holder"),
    SOURCE_URL("string", false, 2000, "https?://.+", "Page d'où viennent les données", "Page the data come from");

    private final String type;
    private final boolean required;
    private final int maxLength;
    private final String pattern;
    private final Label label;

    CsvColumn(String type, boolean required, int maxLength, String pattern, String fr, String en) {
        this.type = type;
        this.required = required;
        this.maxLength = maxLength;
        this.pattern = pattern;
        this.label = new Label(fr, en);
    }

    /** Its name in the header: {@code valid_from}. */
    String heading() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Type of the Table Schema: string, boolean or date. */
    String type() {
        return type;
    }

    /** Whether every row has a value. */
    boolean isRequired() {
        return required;
    }

    Label label() {
        return label;
    }

    /** Limits that hold for every family. */
    Map<String, Object> limits() {
        Map<String, Object> limits = new LinkedHashMap<>();
        if (maxLength > 0) {
            limits.put("maxLength", maxLength);
        }
        if (!pattern.isEmpty()) {
            limits.put("pattern", pattern);
        }
        return limits;
    }
}
