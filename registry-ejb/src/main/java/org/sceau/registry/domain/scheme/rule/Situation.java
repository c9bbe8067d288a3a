package org.sceau.registry.domain.scheme.rule;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/** What rules look at: one dossier as it stands, on the legal day of an act. Asking changes nothing. */
public interface Situation {

    /** The legal day of the act. */
    LocalDate day();

    /** The legal day on which the dossier was opened. */
    LocalDate openedOn();

    /** What kind of dossier it is: kebab-case code of its kind. */
    String dossierKind();

    SubjectKind subject();

    /** The level asked for. */
    Optional<String> level();

    /** The scopes asked for. */
    Set<String> scopes();

    /** What the application declares under this id. */
    Optional<FactValue> fact(String id);

    /** Whether a document of this type was deposited, in this language when one is asked. */
    boolean hasDocument(String type, Optional<String> language);

    /** Whether the newest conclusion of this type is favourable. */
    boolean isFavourable(String conclusion);

    /** Whether there is a conclusion of this type, favourable or not. */
    boolean isConcluded(String conclusion);

    /** Whether this approval was given, and bears the day of the act or an earlier one. */
    boolean isApproved(String approval);

    /** The last day of validity that an approval allows, when it was given as {@link #isApproved} says. */
    Optional<LocalDate> approvedUntil(String approval);

    /**
     * The first day of the visa that the dossier is about; empty when it is about none, or about one of another scheme.
     *
     * @param schemes ids of schemes, of any version
     */
    Optional<LocalDate> replacedIssue(Set<String> schemes);

    /** The last day of the visa that the dossier is about; empty when it is about none, or about one without an end. */
    Optional<LocalDate> endOfVisa();

    /** Whether the clock of this deadline ran out: its last day passed before anything stopped it, or is past on the day of the act. */
    boolean isTimeOver(String deadline);

    /**
     * Whether a laboratory filed a document on a day on which it was not competent for what is asked, by what was on record then.
     *
     * @param analysis id of a document type: one of it answers for all that was filed before
     */
    boolean isFiledUnfit(String analysis);

    /** Whether an organisation, in whichever spelling, holds a visa in force that day of one of these families. */
    boolean holdsVisa(String organisation, Set<String> families);

    /** Whether an organisation, in whichever spelling, is accredited for this scheme on the day of the act, as the registry knows it. */
    boolean isAccredited(String organisation);

    /** Whether an organisation, in whichever spelling, is the sponsor, the developer or the holder. */
    boolean isApplicant(String organisation);

    /**
     * Whether the dossier rests on a visa in force today.
     *
     * @param families    catalogue families, one of which the visa belongs to
     * @param levels      ids of levels, one of which it has; empty when any will do
     * @param sameSubject whether it must be about the same subject: the same name, and each version asked for among those it says
     */
    boolean restsOn(Set<String> families, Set<String> levels, boolean sameSubject);

    /** The first of the last days of the visas it rests on; empty when it rests on none that ends. */
    Optional<LocalDate> basesEnd();
}
