package org.sceau.it.scenarios;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.VisaId;

/**
 * What people do with the registry, whichever way they come in. Whatever is refused is thrown as {@link
 * org.sceau.registry.domain.refusal.Refused} with the code and the details that the way in gives.
 */
interface Registry {

    /**
     * What an act is refused with. Nothing else came of it but a line in the audit log; a way in that sees neither journal nor audit log
     * leaves that to the others.
     */
    default Refusal refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal();
    }

    /** Moves the clock to a day, never back. @return the day it is then */
    LocalDate on(LocalDate day);

    /** Makes sure that a laboratory is on record, with these titles besides those it has. */
    void entitle(String laboratory, List<Title> titles);

    /**
     * Something to open.
     *
     * @param about  address of the visa a follow-up is about
     * @param holder who would hold the visa; the applicant when absent
     */
    record Opening(
            SchemeVersionId scheme,
            DossierKind kind,
            Optional<String> about,
            Optional<String> holder,
            Application application) {}

    /** @return id of the dossier */
    String open(Who who, Opening opening);

    void change(Who who, String dossier, Application application);

    void deposit(Who who, String dossier, String language, String... types);

    void conclude(Who who, String dossier, String type, boolean favourable);

    void step(Who who, String dossier, String step);

    void step(Who who, String dossier, String step, String reason);

    void assign(Who who, String dossier, String laboratory);

    /** What a laboratory declares of its evaluation. */
    void plan(Who who, String dossier, Map<String, FactValue> facts);

    void staff(Who who, String dossier, List<Assignment> staff, List<Subcontract> subcontracts);

    default void askApproval(Who who, String dossier, String type) {
        askApproval(who, dossier, type, "Motifs.", Optional.empty());
    }

    /** The same for a validity until that day. */
    default void askApproval(Who who, String dossier, String type, LocalDate until) {
        askApproval(who, dossier, type, "Motifs.", Optional.of(until));
    }

    void askApproval(Who who, String dossier, String type, String justification, Optional<LocalDate> until);

    default void answerApproval(Who who, String dossier, String type, boolean given, LocalDate bearing) {
        answerApproval(who, dossier, type, given, bearing, "Motifs.");
    }

    /**
     * Gives or denies it; proposes to where two persons answer.
     *
     * @param grounds and what is amended of what was asked
     */
    void answerApproval(Who who, String dossier, String type, boolean given, LocalDate bearing, String grounds);

    /** Approves the answer that somebody else proposed. */
    void approveAnswer(Who who, String dossier, String type);

    /** What was asked and what was answered, in the words of both. */
    record Approved(boolean given, LocalDate day, String justification, String grounds) {}

    /** The newest approval of a type that was answered. */
    Approved approved(Who who, String dossier, String type);

    String stage(Who who, String dossier);

    /** Types of all documents on record, oldest first. */
    List<String> documents(Who who, String dossier);

    /** Codes of everything that stands in the way of taking it from its stage. */
    List<String> preflight(Who who, String dossier);

    /** Code of what stands in the way of one step that somebody has at the present stage; empty when nothing does. */
    Optional<String> obstacle(Who who, String dossier, String step);

    /** A proposal as its second person sees it. */
    record Proposed(String id, String digest) {}

    Proposed propose(Who who, Content content);

    /** @return address of the visa; empty for a refusal */
    String approve(Who who, Proposed proposed);

    /**
     * What anybody sees of a visa.
     *
     * @param status  code of its status on the day
     * @param overdue whether a suspension has run out undecided
     * @param links addresses of the documents and pages it links to
     * @param maintained those of the versions that came by maintenance
     * @param recognitions agreements under which others recognise it that day
     * @param conditions  and reservations, in both languages
     */
    record Sight(
            VisaId id,
            long version,
            String status,
            boolean overdue,
            String reference,
            Optional<LocalDate> lastDay,
            Optional<String> versions,
            List<String> maintained,
            Optional<String> level,
            boolean nationalSecurity,
            List<String> links,
            List<String> recognitions,
            List<Clause> conditions) {}

    Sight visa(String slug, LocalDate asOf);

    /** Code of the status that anybody sees on the page of a visa; empty while there is no page of it. */
    Optional<String> shown(String slug, LocalDate asOf);

    /** Sees to it that due lists are issued; where the registry does so by itself, whoever waits for one looks again. */
    void issueLists();

    /** Sees to it that the scheduled work put the end of a visa on record, from that day on. */
    void requireEnded(String visa, LocalDate day);

    /**
     * How long a dossier is kept.
     *
     * @param until last day on which nothing of it may be erased; absent while that is open
     */
    record Kept(String state, Optional<LocalDate> until) {}

    Kept retention(Who who, String dossier);

    /** Asks that a dossier be erased. */
    void erase(Who who, String dossier);

    /** Asks the holder of a visa for a remedy. @return id of the request */
    String askRemedy(Who who, String visa, LocalDate due);

    /** Code of where a remedy stands today. */
    String remedy(Who who, String remedy);

    /** The newest issue of the list of a family, as it is published. */
    String list(String family);

    /** Addresses of the visas of a family that the catalogue has with one of these levels, or any when there are none, in force on a day. */
    Set<String> search(String family, Set<String> levels, LocalDate asOf);

    /** What the certificate of a visa says, by field. */
    Map<String, List<String>> certificate(String slug);

    /** What the package for the European agency lacks. */
    List<String> missing(Who who, String dossier);

    void sendPackage(Who who, String dossier);

    /** Sees to it that somebody outside was told so often of a dossier or a visa: {@code kind addressee}, for the authority to pass on. */
    void requireTold(Who who, String about, String told, int times);

    /** Sees to it that officers have an open task of this kind about a visa. */
    void requireAsked(Who who, String visa, String kind);

    /** Sees to it that officers have no open task of this kind about a visa any more. */
    void requireNotAsked(Who who, String visa, String kind);

    /** {@code visa reason base} of all that is to be reviewed today. */
    List<String> impacts(Who who);

    /** Reports a vulnerability of a visa. @return id of the record */
    String report(Who who, String visa);

    /** Keeps a text apart, for its named handlers alone. */
    void keepApart(Who who, String record, String exploitation);

    /** Judges it likely to have an impact, neither residual nor remediable. */
    void judgeIncurable(Who who, String record);

    /**
     * A notice about a vulnerability.
     *
     * @param to   code of the addressee
     * @param visa the visa it is about
     * @param content all that the addressee reads
     */
    record Warning(String to, Optional<VisaId> visa, String content) {}

    /** Everybody who was told of a vulnerability. */
    List<Warning> warnings(Who who, String record);

    /** Visas of a scheme of which a sample is drawn in a year. */
    long population(Who who, SchemeId scheme, int year);

    /** Imports rows of our own format; all are accepted. */
    void importRows(String csv);

    /** Draws a first sample. */
    void sample(Who who, SchemeId scheme, int year, List<VisaId> visas);

    /** The criteria that a sample was drawn by, in both languages. */
    Set<String> criteria(Who who, SchemeId scheme, int year);

    /** Gives an account a role under a scheme. */
    void giveRole(Who who, Who to, Role role, SchemeId scheme);

    /** Codes of the roles that an account has under any scheme. */
    Set<String> roles(Who who, Who of);
}
