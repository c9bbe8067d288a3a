package org.sceau.registry.domain.party;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.refusal.Refusal;

/** What an organisation is in the life of a visa: its people act in roles of its kind, and in no others. */
public enum OrganisationKind {
    /** Applies for visas and holds them. */
    VENDOR(false, EnumSet.of(Role.SPONSOR)),
    /** Evaluates: its people decide nothing (invariant 69). */
    LABORATORY(false, EnumSet.of(Role.EVALUATOR)),
    /** Certifies: reviews, decides, publishes, audits itself (ISO/IEC 17065 cl. 7.5, 7.6, 7.8, 8.6). */
    CERTIFICATION_BODY(
            true,
            EnumSet.of(
                    Role.CERTIFIER, Role.REVIEWER, Role.DECIDER, Role.PUBLISHER, Role.COMPLAINT_HANDLER, Role.AUDITOR)),
    /** May certify, supervise and hear complaints as well: the walls of the schemes keep these apart, person by person (CSA Art. 58(4)). */
    AUTHORITY(true, EnumSet.complementOf(EnumSet.of(Role.SPONSOR, Role.EVALUATOR, Role.MANAGER)));

    private final boolean staff;
    private final Set<Role> roles;

    OrganisationKind(boolean staff, Set<Role> roles) {
        this.staff = staff;
        EnumSet<Role> all = EnumSet.of(Role.MANAGER);
        all.addAll(roles);
        this.roles = Set.copyOf(all);
    }

    /** Whether its people decide, supervise or administer: nobody becomes one of them by the word of one person. */
    public boolean isStaff() {
        return staff;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Whether a role is one of staff, whatever the organisation of whoever holds it. */
    public static boolean isStaffRole(Role role) {
        return role != Role.MANAGER && (CERTIFICATION_BODY.roles.contains(role) || AUTHORITY.roles.contains(role));
    }

    /** Why somebody of it cannot have a role; empty where somebody can. */
    public Optional<Refusal> refusal(Role role) {
        return roles.contains(role)
                ? Optional.empty()
                : Optional.of(Refusal.of("role-not-of-organisation", Refusal.Kind.FORBIDDEN)
                        .with("role", role.code())
                        .with("kind", code()));
    }

    /** Stable public code, kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** What an organisation is whose people have these roles: for accounts that were there before organisations were. */
    public static OrganisationKind ofRoles(Set<Role> roles) {
        if (roles.contains(Role.EVALUATOR)) {
            return LABORATORY;
        }
        if (roles.contains(Role.SPONSOR)) {
            return VENDOR;
        }
        return CERTIFICATION_BODY.roles.containsAll(roles) && !roles.isEmpty() ? CERTIFICATION_BODY : AUTHORITY;
    }
}
