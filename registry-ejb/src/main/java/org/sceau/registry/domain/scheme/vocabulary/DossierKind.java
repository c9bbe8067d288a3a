package org.sceau.registry.domain.scheme.vocabulary;

import org.sceau.registry.domain.coded.Coded;

/** Why a dossier was opened. All but the first are about a visa that exists. */
public enum DossierKind {
    INITIAL("Première demande", "First application"),
    /** A minor change: no evaluation of resistance, no new visa (EUCC Annex IV.3(5)). */
    MAINTENANCE("Maintenance", "Maintenance"),
    /** The vulnerability analysis is done again, and a favourable one prolongs (national scheme, suffix S). */
    SURVEILLANCE("Surveillance", "Surveillance"),
    /** Unchanged subject, changed threats (EUCC Annex IV.2). */
    REASSESSMENT("Réévaluation à sujet inchangé", "Re-assessment"),
    /** A changed subject that needs a new evaluation (EUCC Annex IV.3(7)). */
    REEVALUATION("Réévaluation", "Re-evaluation"),
    RENEWAL("Renouvellement", "Renewal"),
    /** More scopes, or a higher level. */
    EXTENSION("Extension de portée", "Extension of scope"),
    /** What a holder owes to tell: a change, an end, a breach (eIDAS Art. 24(2)). */
    DECLARATION("Déclaration du titulaire", "Declaration of the holder"),
    /** A patch under the procedure that was certified with the product (EUCC Annex IV.4). */
    PATCH("Correctif sous procédure certifiée", "Patch under a certified procedure");

    private final Label label;

    DossierKind(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** Whether a laboratory evaluates the whole subject, and not what changed of it alone. */
    public boolean isEvaluation() {
        return this == INITIAL || this == REASSESSMENT || this == REEVALUATION || this == RENEWAL;
    }

    /** Whether it looks at a change alone. */
    public boolean isOfChange() {
        return this == MAINTENANCE || this == PATCH || this == DECLARATION;
    }

    /** Whether it is about a visa that exists. */
    public boolean isFollowUp() {
        return this != INITIAL;
    }
}
