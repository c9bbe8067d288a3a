package org.sceau.registry.domain.scheme.decision;

import org.sceau.registry.domain.scheme.vocabulary.Label;

/** Who is told of a decision. */
public enum Addressee {
    HOLDER("titulaire", "holder"),
    SPONSOR("commanditaire", "sponsor"),
    LABORATORY("centre d'évaluation", "laboratory"),
    NCCA("autorité nationale de certification", "national certification authority"),
    ENISA("ENISA", "ENISA"),
    ECCG("groupe européen de certification", "European certification group"),
    /** Holders of visas that rest on this one (EUCC Art. 33(4)). */
    DEPENDENT_HOLDERS("titulaires de visas qui en dépendent", "holders of visas that rest on it"),
    /** An authority whose opinion the scheme asks for. */
    CONSULTED_AUTHORITY("autorité consultée", "consulted authority");

    private final Label label;

    Addressee(String fr, String en) {
        label = new Label(fr, en);
    }

    /** Whether it has no account here: the authority sees to it that the notice arrives. */
    public boolean isOutside() {
        return this == ENISA || this == ECCG || this == CONSULTED_AUTHORITY;
    }

    public Label label() {
        return label;
    }
}
