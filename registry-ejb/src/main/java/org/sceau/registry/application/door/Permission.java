package org.sceau.registry.application.door;

import java.util.Set;
import org.sceau.registry.domain.party.Role;

/** What an act needs. The policy is this table; no screen and no resource decides anything else. */
public enum Permission {
    IMPORT_CATALOGUE(Role.ADMINISTRATOR),
    READ_IMPORTS(Role.ADMINISTRATOR, Role.AUDITOR),
    ISSUE_TRUST_LIST(Role.PUBLISHER),
    READ_METRICS(Role.ADMINISTRATOR, Role.AUDITOR),
    KEEP_ACCOUNTS(Role.ADMINISTRATOR),
    /** To propose a corrected scheme definition, and as somebody else to take it into use. */
    REVISE_SCHEMES(Role.ADMINISTRATOR),
    READ_REVISIONS(Role.ADMINISTRATOR, Role.AUDITOR),
    COMPARE_RECORD(Role.AUDITOR, Role.ADMINISTRATOR),
    REVIEW_IMPACT(Role.CERTIFIER, Role.DECIDER, Role.NCCA_SUPERVISOR, Role.AUDITOR),
    /** To put on record that the European agency was sent the package of a certificate. */
    SEND_PACKAGE(Role.CERTIFIER),
    KEEP_LABORATORIES(Role.ADMINISTRATOR, Role.NCCA_SUPERVISOR),
    /** A first one is the applicant's; who opens what follows a visa is in its scheme. */
    OPEN_DOSSIER(Role.SPONSOR, Role.CERTIFIER),
    READ_DOSSIERS(
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    /** To learn until when a dossier is kept: who sees it, and administrators, who see nothing else of it. */
    READ_RETENTION(
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR,
            Role.ADMINISTRATOR),
    ASK_ERASURE(Role.SPONSOR, Role.ADMINISTRATOR),
    /** To approve, as somebody else than who asked, that a dossier is erased. */
    ERASE_DOSSIER(Role.ADMINISTRATOR),
    /** To act on a dossier at all; the rows of its scheme say who may do what. */
    HANDLE_DOSSIER(
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER),
    REPORT_VULNERABILITY(Role.SPONSOR, Role.EVALUATOR, Role.CERTIFIER, Role.NCCA_SUPERVISOR, Role.COMPLAINT_HANDLER),
    READ_VULNERABILITIES(
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    /** To act on a record at all; its rules say who may do what. */
    HANDLE_VULNERABILITY(Role.SPONSOR, Role.CERTIFIER, Role.NCCA_SUPERVISOR),
    /** To found, read and write what is kept apart; only a named handler sees any of it. */
    OPEN_COMPARTMENT(
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.COMPLAINT_HANDLER),
    /** To propose, approve or reject at all; the rows of the scheme say who may what. */
    DECIDE(Role.CERTIFIER, Role.DECIDER, Role.NCCA_APPROVER, Role.COMPLAINT_HANDLER),
    /** To see proposals and what became of them; handlers of complaints see their own. */
    READ_DECISIONS(Role.CERTIFIER, Role.DECIDER, Role.NCCA_APPROVER, Role.COMPLAINT_HANDLER, Role.AUDITOR),
    /** To see tasks at all; each says whom it is for. */
    WORK_ON_TASKS(
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    /** To settle a task that a person settles; its kind says who. */
    SETTLE_TASKS(
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER),
    READ_NOTICES(
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    READ_SCHEDULED_WORK(Role.ADMINISTRATOR, Role.AUDITOR),
    /** The house alone. */
    DO_SCHEDULED_WORK(),
    /** Anyone may complain (CSA Art. 63(1)). */
    FILE_COMPLAINT(Role.values()),
    /** One's own; who sees more of others follows from the matter. */
    READ_COMPLAINTS(Role.values()),
    HANDLE_COMPLAINT(Role.COMPLAINT_HANDLER),
    DRAW_SAMPLE(Role.NCCA_SUPERVISOR),
    READ_SAMPLES(Role.NCCA_SUPERVISOR, Role.AUDITOR),
    /** To ask a holder for a remedy, and to answer what it proposes. */
    ASK_REMEDY(Role.CERTIFIER, Role.DECIDER),
    PROPOSE_REMEDY(Role.SPONSOR),
    READ_REMEDIES(Role.SPONSOR, Role.CERTIFIER, Role.DECIDER, Role.NCCA_SUPERVISOR, Role.AUDITOR);

    private final Set<Role> roles;

    Permission(Role... roles) {
        this.roles = Set.of(roles);
    }

    /** The house itself may do everything that its own code asks; people need one of the roles. */
    public boolean isGrantedTo(Actor actor) {
        return actor.equals(Actor.SYSTEM) || actor.roles().stream().anyMatch(roles::contains);
    }

    public Set<Role> roles() {
        return roles;
    }
}
