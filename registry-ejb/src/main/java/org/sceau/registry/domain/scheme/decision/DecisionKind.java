package org.sceau.registry.domain.scheme.decision;

import java.util.Arrays;
import java.util.Optional;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** Everything that can be decided about a dossier or a visa. A scheme says which of them it knows. */
public enum DecisionKind {
    GRANT(Effect.NEW_VISA, "Octroi", "Grant"),
    REFUSE(Effect.NONE, "Refus", "Refusal"),
    /** The review of a visa leaves it as it is (EUCC Art. 13(2)(a)). */
    CONFIRM(Effect.SAME_VISA, "Confirmation", "Confirmation"),
    /** A minor change joins the visa; its validity stays (EUCC Annex IV.3(5)). */
    MAINTAIN(Effect.SAME_VISA, "Maintenance", "Maintenance"),
    /** A change is major: it joins no visa, and what changed is evaluated anew (EUCC Annex IV.3(7)-(8)). */
    REQUIRE_REEVALUATION(Effect.NONE, "Réévaluation exigée", "Re-evaluation required"),
    /** A favourable surveillance or re-assessment prolongs the visa, where the scheme says so. */
    PROLONG(Effect.SAME_VISA, "Prolongation", "Prolongation"),
    /** Adds activities, raises the level, or both: each pair that it makes was evaluated (invariant 40). */
    EXTEND_SCOPE(Effect.SAME_VISA, "Extension de portée", "Extension of scope"),
    REDUCE_SCOPE(Effect.SAME_VISA, "Réduction de portée", "Reduction of scope"),
    DEGRADE_LEVEL(Effect.SAME_VISA, "Abaissement du niveau", "Lowering of the level"),
    RESTRICT(Effect.SAME_VISA, "Conditions restrictives", "Restrictive conditions"),
    RENEW(Effect.NEW_VISA, "Renouvellement", "Renewal"),
    SUSPEND(Effect.SAME_VISA, "Suspension", "Suspension"),
    EXTEND_SUSPENSION(Effect.SAME_VISA, "Prolongation de la suspension", "Extension of the suspension"),
    LIFT_SUSPENSION(Effect.SAME_VISA, "Levée de la suspension", "Lifting of the suspension"),
    WITHDRAW(Effect.SAME_VISA, "Retrait", "Withdrawal"),
    /** Withdraws the visa and grants another of the same scope in one act (EUCC Art. 13(2)(c)). */
    REISSUE_SAME_SCOPE(
            Effect.NEW_VISA, "Retrait et nouvelle émission, même portée", "Withdrawal and reissue, same scope"),
    /** The same with another scope (EUCC Art. 13(2)(d)). */
    REISSUE_OTHER_SCOPE(
            Effect.NEW_VISA, "Retrait et nouvelle émission, autre portée", "Withdrawal and reissue, other scope"),
    /** Sets the recommendation level by hand, or leaves it to the rule again (catalogue p. 5; invariant 61). */
    ADVISE(Effect.SAME_VISA, "Niveau de recommandation", "Recommendation level"),
    /** Ends a visa before its day because a known vulnerability invalidates it (national schemes). */
    ARCHIVE(Effect.SAME_VISA, "Archivage", "Archiving"),
    /** Puts a mistake of the record right, or the consent to be listed; what was served before stays known. */
    CORRECT(Effect.SAME_VISA, "Rectification", "Correction");

    /** What a decision makes of visas. */
    public enum Effect {
        NONE,
        NEW_VISA,
        SAME_VISA
    }

    private final Effect effect;
    private final Label label;

    DecisionKind(Effect effect, String fr, String en) {
        this.effect = effect;
        label = new Label(fr, en);
    }

    public Effect effect() {
        return effect;
    }

    public Label label() {
        return label;
    }

    /** Whether it withdraws the visa it is about and grants another one in the same act (invariant 31). */
    public boolean isReissue() {
        return this == REISSUE_SAME_SCOPE || this == REISSUE_OTHER_SCOPE;
    }

    /** Whether the visa says more afterwards than was evaluated for it: another version, a later end, more activities. That needs a dossier. */
    public boolean givesMore() {
        return this == MAINTAIN || this == PROLONG || this == EXTEND_SCOPE;
    }

    /** Whether conditions and reservations come with it: with what a visa is granted for, or gets, or is restricted to. */
    public boolean takesClauses() {
        return effect == Effect.NEW_VISA || givesMore() || this == RESTRICT;
    }

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** The kind of a code; empty for an unknown one. */
    public static Optional<DecisionKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
