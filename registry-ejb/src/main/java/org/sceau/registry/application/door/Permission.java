package org.sceau.registry.application.door;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;

/** What an act needs. The policy is this table; no screen and no resource decides anything else. */
public enum Permission {
    IMPORT_CATALOGUE(Bound.HOUSE, Role.ADMINISTRATOR),
    READ_IMPORTS(Bound.HOUSE, Role.ADMINISTRATOR, Role.AUDITOR),
    ISSUE_TRUST_LIST(Bound.SCHEME, Factor.FRESH, Role.PUBLISHER),
    /** Which lists are due, for whoever may issue them. */
    READ_LISTS_DUE(Bound.SCHEME, Role.PUBLISHER),
    /** To see what keeps the registry from its work, and how its lists stand. */
    READ_CONDITION(Bound.HOUSE, Role.ADMINISTRATOR, Role.AUDITOR),
    READ_METRICS(Bound.HOUSE, Role.ADMINISTRATOR, Role.AUDITOR),
    KEEP_ACCOUNTS(Bound.HOUSE, Role.ADMINISTRATOR),
    /** To register organisations, and to close them. */
    KEEP_ORGANISATIONS(Bound.HOUSE, Role.ADMINISTRATOR),
    /** To see who has an account, and to invite, approve, close: managers among their own, administrators everywhere. */
    KEEP_PEOPLE(Bound.HOUSE, Role.ADMINISTRATOR, Role.MANAGER),
    /** To give accounts roles and take them away: managers among their own, administrators everywhere. */
    GRANT_ROLES(Bound.HOUSE, Factor.FRESH, Role.ADMINISTRATOR, Role.MANAGER),
    READ_PEOPLE(Bound.HOUSE, Role.ADMINISTRATOR, Role.MANAGER, Role.AUDITOR),
    /** To approve, as somebody else than who asked, that somebody comes in. */
    APPROVE_INVITATION(Bound.HOUSE, Factor.FRESH, Role.ADMINISTRATOR, Role.MANAGER),
    /** The secret of the invitation is what lets in. */
    ACCEPT_INVITATION(Bound.SECRET),
    /** To propose a corrected scheme definition, and as somebody else to take it into use. */
    REVISE_SCHEMES(Bound.HOUSE, Factor.FRESH, Role.ADMINISTRATOR),
    READ_REVISIONS(Bound.HOUSE, Role.ADMINISTRATOR, Role.AUDITOR),
    COMPARE_RECORD(Bound.HOUSE, Role.AUDITOR, Role.ADMINISTRATOR),
    REVIEW_IMPACT(Bound.SCHEME, Role.CERTIFIER, Role.DECIDER, Role.NCCA_SUPERVISOR, Role.AUDITOR),
    /** To put on record that the European agency was sent the package of a certificate. */
    SEND_PACKAGE(Bound.SCHEME, Role.CERTIFIER),
    KEEP_LABORATORIES(Bound.HOUSE, Role.ADMINISTRATOR, Role.NCCA_SUPERVISOR),
    /** A first one is the applicant's; who opens what follows a visa is in its scheme. */
    OPEN_DOSSIER(Bound.SCHEME, Role.SPONSOR, Role.CERTIFIER),
    READ_DOSSIERS(
            Bound.SCHEME,
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    /** To take a dossier out whole, with its journal. */
    EXPORT_DOSSIER(Bound.SCHEME, Factor.FRESH, Role.AUDITOR),
    /** To learn until when a dossier is kept: who sees it, and administrators, who see nothing else of it. */
    READ_RETENTION(
            Bound.SCHEME,
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
    ASK_ERASURE(Bound.SCHEME, Role.SPONSOR, Role.ADMINISTRATOR),
    /** To approve, as somebody else than who asked, that a dossier is erased. */
    ERASE_DOSSIER(Bound.HOUSE, Factor.FRESH, Role.ADMINISTRATOR),
    /** To act on a dossier at all; the rows of its scheme say who may do what. */
    HANDLE_DOSSIER(
            Bound.SCHEME,
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER),
    /** To give or deny what a dossier was asked to be approved, to propose it, or to say the second word. */
    ANSWER_APPROVALS(
            Bound.SCHEME,
            Factor.FRESH,
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER),
    REPORT_VULNERABILITY(
            Bound.SCHEME, Role.SPONSOR, Role.EVALUATOR, Role.CERTIFIER, Role.NCCA_SUPERVISOR, Role.COMPLAINT_HANDLER),
    READ_VULNERABILITIES(
            Bound.SCHEME,
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
    HANDLE_VULNERABILITY(Bound.SCHEME, Role.SPONSOR, Role.CERTIFIER, Role.NCCA_SUPERVISOR),
    /** To found, read and write what is kept apart; only a named handler sees any of it. */
    OPEN_COMPARTMENT(
            Bound.SCHEME,
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.COMPLAINT_HANDLER),
    /** To propose, approve or reject at all; the rows of the scheme say who may what. */
    DECIDE(Bound.SCHEME, Factor.FRESH, Role.CERTIFIER, Role.DECIDER, Role.NCCA_APPROVER, Role.COMPLAINT_HANDLER),
    /** To see proposals and what became of them; handlers of complaints see their own. */
    READ_DECISIONS(
            Bound.SCHEME, Role.CERTIFIER, Role.DECIDER, Role.NCCA_APPROVER, Role.COMPLAINT_HANDLER, Role.AUDITOR),
    /** To see tasks at all; each says whom it is for. */
    WORK_ON_TASKS(
            Bound.SCHEME,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    /** To settle a task that a person settles; its kind says who. */
    SETTLE_TASKS(
            Bound.SCHEME,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER),
    READ_NOTICES(
            Bound.SCHEME,
            Role.SPONSOR,
            Role.EVALUATOR,
            Role.CERTIFIER,
            Role.REVIEWER,
            Role.DECIDER,
            Role.NCCA_SUPERVISOR,
            Role.NCCA_APPROVER,
            Role.COMPLAINT_HANDLER,
            Role.AUDITOR),
    /** To make, see and revoke tokens of the own account. */
    KEEP_TOKENS(Bound.SCHEME, Role.values()),
    /** To see, add and take away the second factors of the own account. */
    KEEP_FACTORS(Bound.ACCOUNT),
    /** To show one of them: after the password, and again before what weighs much. */
    SHOW_FACTOR(Bound.ACCOUNT),
    /** To see where the own account is signed in, and to end it. */
    KEEP_SESSIONS(Bound.ACCOUNT),
    /** To choose how the own account is told by mail, and to mark what it was told as read. */
    KEEP_NOTIFICATIONS(Bound.ACCOUNT),
    READ_SCHEDULED_WORK(Bound.HOUSE, Role.ADMINISTRATOR, Role.AUDITOR),
    /** The house alone. */
    DO_SCHEDULED_WORK(Bound.HOUSE),
    /** Anyone may complain (CSA Art. 63(1)). */
    FILE_COMPLAINT(Bound.SCHEME, Role.values()),
    /** One's own; who sees more of others follows from the matter. */
    READ_COMPLAINTS(Bound.SCHEME, Role.values()),
    HANDLE_COMPLAINT(Bound.SCHEME, Role.COMPLAINT_HANDLER),
    DRAW_SAMPLE(Bound.SCHEME, Role.NCCA_SUPERVISOR),
    READ_SAMPLES(Bound.SCHEME, Role.NCCA_SUPERVISOR, Role.AUDITOR),
    /** To ask a holder for a remedy, and to answer what it proposes. */
    ASK_REMEDY(Bound.SCHEME, Role.CERTIFIER, Role.DECIDER),
    PROPOSE_REMEDY(Bound.SCHEME, Role.SPONSOR),
    READ_REMEDIES(Bound.SCHEME, Role.SPONSOR, Role.CERTIFIER, Role.DECIDER, Role.NCCA_SUPERVISOR, Role.AUDITOR);

    /** What an act is bound to. */
    private enum Bound {
        /** The whole house: the role is needed for all schemes. */
        HOUSE,
        /** A matter under a scheme: to come this far the role is needed for some scheme, and the use case asks for that of the matter. */
        SCHEME,
        /** The own account: whoever signed in to it. */
        ACCOUNT,
        /** A secret that the use case asks for: nobody needs a role, or an account. */
        SECRET
    }

    /** Which second factor an act needs. */
    private enum Factor {
        /** The one of the way in, where the account has or needs one. */
        OF_THE_WAY_IN,
        /** One shown within {@link Proof#FRESH}. */
        FRESH
    }

    private final Bound bound;
    private final Factor factor;
    private final Set<Role> roles;

    Permission(Bound bound, Role... roles) {
        this(bound, Factor.OF_THE_WAY_IN, roles);
    }

    Permission(Bound bound, Factor factor, Role... roles) {
        this.bound = bound;
        this.factor = factor;
        this.roles = Set.of(roles);
    }

    /**
     * Why what an actor has shown is too little for it; empty where it does. What the account may do is asked apart.
     *
     * @return {@code second-factor-needed}, {@code second-factor-missing}, {@code step-up-needed}
     */
    public Optional<Refusal> proofMissing(Actor actor, Instant now) {
        Proof proof = actor.proof();
        if (proof.assurance() == Proof.Assurance.HALF && this != SHOW_FACTOR) {
            return forbidden("second-factor-needed");
        }
        if (proof.assurance() == Proof.Assurance.OWING && this != KEEP_FACTORS) {
            return forbidden("second-factor-missing");
        }
        return needsFreshFactor() && !proof.isFresh(now) ? forbidden("step-up-needed") : Optional.empty();
    }

    private static Optional<Refusal> forbidden(String code) {
        return Optional.of(Refusal.of(code, Refusal.Kind.FORBIDDEN));
    }

    /** Whether a second factor has to be shown just before it. */
    public boolean needsFreshFactor() {
        return factor == Factor.FRESH;
    }

    /** The house itself may do everything that its own code asks; people need one of the roles. */
    public boolean isGrantedTo(Actor actor) {
        Set<Role> counting = bound == Bound.HOUSE ? actor.book().forAll() : actor.roles();
        return bound == Bound.SECRET
                || bound == Bound.ACCOUNT && actor.isSignedIn()
                || actor.equals(Actor.SYSTEM)
                || actor.isLetIn(this) && counting.stream().anyMatch(roles::contains);
    }

    /** Whether it lets somebody look, and change nothing. */
    public boolean isForReading() {
        return name().startsWith("READ_") || this == COMPARE_RECORD || this == REVIEW_IMPACT;
    }

    /** Whether it is granted in a matter under a scheme. */
    public boolean isGrantedTo(Actor actor, SchemeId scheme) {
        return actor.equals(Actor.SYSTEM) || actor.roles(scheme).stream().anyMatch(roles::contains);
    }

    /** @throws org.sceau.registry.domain.refusal.Refused {@code role-missing} for who has none of the roles under a scheme */
    public void require(Actor actor, SchemeId scheme) {
        if (!isGrantedTo(actor, scheme)) {
            throw Refusal.of("role-missing", Refusal.Kind.FORBIDDEN)
                    .with("scheme", scheme.value())
                    .asException();
        }
    }

    public Set<Role> roles() {
        return roles;
    }
}
