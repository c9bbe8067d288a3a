package org.sceau.registry.application.erasing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.dossier.DossierId;

/** Erasures that were asked for, and the orders by which dossiers were erased. */
public interface Erasures {

    /**
     * Somebody asked for an erasure.
     *
     * @param account      who
     * @param applicant    whether on the side of the applicant; else an administrator
     * @param grounds      1 to 2,000 characters
     * @param day          legal day of the request
     */
    record Asked(
            DossierId dossier,
            String account,
            String organisation,
            boolean applicant,
            String grounds,
            LocalDate day,
            Instant at,
            long position) {
        /** Days on which it can be approved; a house rule, the same as for decisions. */
        public static final int DAYS_OPEN = 30;

        public boolean isOpenOn(LocalDate legalDay) {
            return !legalDay.isAfter(day.plusDays(DAYS_OPEN));
        }

        /** Whether somebody is who asked, or works for the applicant that did: no second person then. */
        public boolean isBy(String name, String of) {
            return account.equals(name) || applicant && organisation.equals(of);
        }
    }

    /** The newest request about a dossier, open or not. */
    Optional<Asked> asked(DossierId dossier);

    /** Keeps a request in the place of a former one. */
    void ask(Asked asked);

    /**
     * Deletes for good what the database holds of a dossier: every version, its parties, its proposals, and the plaintext of every entry
     * about them before the order's own. What stays is the order, and salted commitments to the names of former parties.
     *
     * @param parties organisations that could see it
     */
    void carryOut(Dossiers.Erased order, Set<String> parties);
}
