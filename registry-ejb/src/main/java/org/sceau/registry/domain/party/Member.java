package org.sceau.registry.domain.party;

import org.sceau.registry.domain.refusal.Refusal;

/**
 * An organisation whose people have accounts. Its name never changes: what its people see of dossiers and visas follows from it, letter by
 * letter.
 *
 * @param name    1 to 300 characters
 * @param active  whether its people may sign in
 * @param version 1 when it was registered, +1 for each change
 */
public record Member(OrganisationId id, String name, OrganisationKind kind, boolean active, long version) {
    public Member {
        Organisation.named(name);
    }

    /**
     * Closed: nobody of it signs in any more.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code organisation-closed}
     */
    public Member closed() {
        if (!active) {
            throw Refusal.of("organisation-closed", Refusal.Kind.CONFLICT).asException();
        }
        return new Member(id, name, kind, false, version + 1);
    }

    /**
     * Open again.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code organisation-open}
     */
    public Member opened() {
        if (active) {
            throw Refusal.of("organisation-open", Refusal.Kind.CONFLICT).asException();
        }
        return new Member(id, name, kind, true, version + 1);
    }
}
