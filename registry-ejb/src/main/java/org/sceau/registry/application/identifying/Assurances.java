package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.sceau.registry.application.door.Proof.Assurance;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.party.Role;

/** How much of what an account asks for was shown. Staff and laboratories need a second factor; whoever else has one is asked for it. */
@ApplicationScoped
public class Assurances {
    private final Factors factors;
    private final Organisations organisations;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Assurances() {
        this(null, null);
    }

    @Inject
    public Assurances(Factors factors, Organisations organisations) {
        this.factors = factors;
        this.organisations = organisations;
    }

    /** What a session has proven, whose second factor was shown at this time. */
    Assurance ofSession(Accounts.Account account, RoleBook book, Optional<Instant> factorAt) {
        if (factorAt.isPresent()) {
            return Assurance.WHOLE;
        }
        if (factors.hasAny(account.id())) {
            return Assurance.HALF;
        }
        return isNeeded(account, book) ? Assurance.OWING : Assurance.WHOLE;
    }

    /** What a token proves: it was made by somebody who had shown all, and is nothing without a factor behind it where one is needed. */
    Assurance ofToken(Accounts.Account account, RoleBook book) {
        return isNeeded(account, book) && !factors.hasAny(account.id()) ? Assurance.OWING : Assurance.WHOLE;
    }

    /** Whether an account can do nothing without a second factor: by what its organisation is, and by what it holds wherever it is. */
    public boolean isNeeded(Accounts.Account account, RoleBook book) {
        return book.anywhere().stream().anyMatch(role -> role == Role.EVALUATOR || OrganisationKind.isStaffRole(role))
                || organisations
                        .named(account.organisation())
                        .map(Member::kind)
                        .filter(kind -> kind != OrganisationKind.VENDOR)
                        .isPresent();
    }
}
