package org.sceau.registry.domain.scheme.procedure;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** A demand that is no table row, because it looks at more than the dossier declares. A move names it by its code. */
public enum Guard {
    COMPLETE("le dossier est complet et sans contradiction", "the dossier is complete and free of contradictions"),
    LABORATORY_ASSIGNED("un centre d'évaluation est désigné", "a laboratory is assigned"),
    LABORATORY_COMPETENT(
            "chaque centre d'évaluation désigné est compétent ce jour-là pour ce qui est demandé",
            "each assigned laboratory is competent that day for what is asked"),
    SAME_LABORATORY(
            "le centre d'évaluation est celui de l'évaluation précédente",
            "the laboratory is that of the former evaluation"),
    NO_APPROVAL_PENDING("aucune approbation n'est en attente", "no approval is pending"),
    NO_QUESTION_OPEN("aucune question n'est sans réponse", "no question waits for its answer"),
    QUESTIONS_SETTLED(
            "chaque question a reçu sa réponse, et la réponse a été acceptée",
            "each question was answered, and its answer accepted"),
    BASES_IN_FORCE(
            "les visas sur lesquels celui-ci repose sont en vigueur", "the visas this one rests on are in force"),
    ATTESTATIONS_IN_FORCE(
            "chaque activité a un intervenant, quelqu'un dirige l'équipe, et chacun détient, le jour de la prestation et ce jour-là, une attestation en vigueur",
            "each activity has somebody, somebody leads the team, and each holds an attestation in force on the day of the engagement and that day"),
    TRAINEES_OBSERVE(
            "aucun stagiaire n'intervient autrement qu'en observateur",
            "no trainee takes part other than as an observer"),
    SUBCONTRACTORS_QUALIFIED(
            "chaque sous-traitant est qualifié pour la même activité au même niveau",
            "each subcontractor is qualified for the same activity at the same level"),
    SUBCONTRACTS_AGREED(
            "un contrat est en place avec chaque sous-traitant, et le client l'a accepté dans la note de cadrage",
            "a contract is in place with each subcontractor, and the client agreed to it in the scoping note"),
    ISSUER_ACCREDITED(
            "l'organisme de certification, fût-il l'autorité, est accrédité ce jour-là pour ce niveau et cette catégorie de produits",
            "the certification body, be it the authority, is accredited that day for this level and category of products"),
    ISSUER_NOTIFIED(
            "l'organisme de certification, fût-il l'autorité, est notifié ce jour-là ; aucune suspension ne court, ni restriction qui touche ce qui est demandé",
            "the certification body, be it the authority, is notified that day; no suspension holds, and no restriction that concerns what is asked"),
    ISSUER_AUTHORISED(
            "l'organisme de certification est autorisé à certifier ce niveau ce jour-là",
            "the certification body is authorised to certify this level that day"),
    ISSUER_ENTITLED(
            "l'organisme de certification est l'autorité, ou a une délégation en vigueur, ou l'accord préalable pour ce certificat",
            "the certification body is the authority, or has a delegation in force, or prior approval of this certificate");

    private static final Set<Guard> ABOUT_STAFF =
            EnumSet.of(ATTESTATIONS_IN_FORCE, TRAINEES_OBSERVE, SUBCONTRACTORS_QUALIFIED, SUBCONTRACTS_AGREED);

    private final Label label;

    Guard(String fr, String en) {
        label = new Label(fr, en);
    }

    /** What it demands. */
    public Label label() {
        return label;
    }

    /** Stable code in scheme definitions, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** Whether it looks at who did the work: persons shown as evidence, subcontractors. */
    public boolean isAboutStaff() {
        return ABOUT_STAFF.contains(this);
    }

    /** The guard of a code; empty for an unknown one. */
    public static Optional<Guard> ofCode(String code) {
        return Arrays.stream(values())
                .filter(guard -> guard.code().equals(code))
                .findFirst();
    }
}
