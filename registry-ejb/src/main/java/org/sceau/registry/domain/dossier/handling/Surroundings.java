package org.sceau.registry.domain.dossier.handling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.OrganisationKey;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** What guards look at outside the dossier: laboratories, visas, the certification body. As it is known at the moment of the act. */
public interface Surroundings {

    Optional<Laboratory> laboratory(LaboratoryId id);

    /** The laboratory of this name as it was on record at an instant; empty when it was not. */
    Optional<Laboratory> laboratory(String name, Instant known);

    /** The legal day of an instant. */
    LocalDate dayOf(Instant at);

    /** What matters of another visa on a day; empty for an unknown one. */
    Optional<Other> visa(VisaId id, LocalDate day);

    /** The laboratories of the evaluation that led to a visa. */
    List<LaboratoryId> evaluatorsOf(VisaId visa);

    /** Who issues here. */
    CertificationBody certificationBody();

    /** The days that terms in working days count. */
    WorkingDays workingDays();

    /** Whether an organisation, in whichever spelling, is on record as an evaluation facility (invariant 69). */
    boolean isFacility(String organisation);

    /** Whether an organisation, in whichever spelling, is on record with an accreditation for a scheme that is in force on a day. */
    boolean isAccredited(OrganisationKey organisation, SchemeId scheme, LocalDate day);

    /** Whether an organisation, in whichever spelling, holds a visa of one of these families that is in force on a day. */
    boolean holdsVisa(OrganisationKey organisation, Set<FamilyId> families, LocalDate day);

    /** Whether somebody ever handled a complaint about the dossier, its visa, or the visa it is about (invariant 10). */
    boolean handledComplaint(Dossier dossier, String name);

    /**
     * Another visa.
     *
     * @param scheme   under which it was issued, whatever the version
     * @param subject  what it is about, with its versions
     * @param firstDay of its validity
     * @param lastDay  of its validity, inclusive; absent for a visa without end date
     * @param status   on the day asked about
     */
    record Other(
            FamilyId family,
            SchemeId scheme,
            Subject subject,
            LocalDate firstDay,
            Optional<LocalDate> lastDay,
            Optional<String> level,
            Set<String> scopes,
            VisaStatus status) {}
}
