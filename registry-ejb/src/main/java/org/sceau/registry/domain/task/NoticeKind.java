package org.sceau.registry.domain.task;

import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What people are told because a day has come. */
public enum NoticeKind {
    VALIDITY_ENDS("La validité du visa prend bientôt fin", "The validity of the visa ends soon"),
    DEADLINE_NEAR("Un délai arrive à son terme", "A deadline is near"),
    DEADLINE_MISSED("Un délai est dépassé", "A deadline was missed"),
    /** With the remedies that the law opens (invariant 59). */
    SILENCE_REJECTED("Le silence vaut rejet de la demande", "Silence is a rejection of the request"),
    MAY_CLOSE("La demande peut être close", "The application may be closed"),
    /** The reasons of a delay (eIDAS Art. 21(2), invariant 60). */
    DELAY_EXPLAINED("Motifs du retard", "Reasons of the delay"),
    /** To whoever the scheme's row of that decision names (EUCC Art. 30(2), invariant 29). */
    DECISION_MADE("Une décision a été prise", "A decision was made"),
    /** That the national authority approved an exception, or a longer validity (EUCC Art. 7(4), 12(3)). */
    APPROVAL_GIVEN("Une dérogation a été accordée", "An exception was approved"),
    /** What the European agency is owed of a grant is not all there (EUCC Art. 42(2)). */
    PACKAGE_INCOMPLETE("Le dossier destiné à l’ENISA est incomplet", "The package for ENISA is incomplete"),
    /** To the holder, with the criteria (EUCC Art. 25(5)). */
    SAMPLED("Le visa fait partie de l’échantillon annuel", "The visa is in the yearly sample"),
    /** To the authority: nobody approved it in time, and the request waits again. */
    ANSWER_EXPIRED(
            "Une réponse proposée à une demande d’approbation a expiré",
            "A proposed answer to a request for approval expired"),
    QUESTION_ASKED("Une question vous est posée", "A question was put to you"),
    ANSWER_NEAR("La réponse à une question est bientôt attendue", "The answer to a question is due soon"),
    ANSWER_OVERDUE("La réponse à une question est en retard", "The answer to a question is overdue"),
    REVIEW_NEAR("Un contrôle périodique est bientôt dû", "A periodic review is due soon"),
    REVIEW_OVERDUE("Un contrôle périodique est en retard", "A periodic review is overdue"),
    /** To the holder, with the last day for a proposal (EUCC Art. 28(3), 29(1)). */
    REMEDY_ASKED("Un remède vous est demandé", "A remedy is asked of you"),
    REMEDY_ANSWERED("Une réponse est donnée au remède proposé", "The proposed remedy was answered"),
    /** To the holder and the authority: a decision follows. */
    REMEDY_LACKING("Aucun remède suffisant n’est venu à temps", "No adequate remedy came in time"),
    PROPOSAL_EXPIRED("Une proposition de décision a expiré", "A proposal of a decision expired");

    private final Label label;

    NoticeKind(String fr, String en) {
        label = new Label(fr, en);
    }

    public Label label() {
        return label;
    }

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }
}
