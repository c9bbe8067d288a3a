package org.sceau.registry.domain.party;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.sceau.registry.domain.coded.Coded;

/** What a person does in the life of a visa. Who may take which act is data of the access policy and of the schemes. */
public enum Role {
    /** Asks and pays; for the demo's vendors also developer and holder. */
    SPONSOR,
    /** A person of a laboratory. */
    EVALUATOR,
    /** Follows one dossier for the certification body. */
    CERTIFIER,
    REVIEWER,
    DECIDER,
    PUBLISHER,
    /** Supervises issuance from the other side of the wall (CSA Art. 58(4)). */
    NCCA_SUPERVISOR,
    /** Approves exceptions. */
    NCCA_APPROVER,
    COMPLAINT_HANDLER,
    /** Reads everything that auditors may read, changes nothing. */
    AUDITOR,
    /** Keeps accounts, imports and configuration; decides on no visa. */
    ADMINISTRATOR,
    /** Invites colleagues of the own organisation and says what they may do; has no part in any dossier. */
    MANAGER;

    /** Those that handle, supervise or audit matters of others. */
    public static final Set<Role> HANDLERS = Collections.unmodifiableSet(
            EnumSet.of(CERTIFIER, REVIEWER, DECIDER, NCCA_SUPERVISOR, NCCA_APPROVER, COMPLAINT_HANDLER, AUDITOR));

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** @throws IllegalArgumentException for an unknown code */
    public static Role ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
