package org.sceau.registry.domain.access;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.dossier.handling.Walls;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * All roles of one account.
 *
 * @param grants each once
 */
public record RoleBook(Set<RoleGrant> grants) {
    /** Grants one account may have: every role under every scheme would be fewer. */
    public static final int MAX_GRANTS = 500;

    public RoleBook {
        grants = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(grants));
    }

    /** A book of roles that all count under every scheme. */
    public static RoleBook ofAll(Set<Role> roles) {
        return new RoleBook(roles.stream().map(RoleGrant::forAll).collect(Collectors.toSet()));
    }

    /** Roles that count under some scheme. */
    public Set<Role> anywhere() {
        return grants.stream().map(RoleGrant::role).collect(Collectors.toSet());
    }

    /** Whether every role it holds counts under every scheme. */
    public boolean isForAll() {
        return grants.stream().allMatch(grant -> grant.scheme().isEmpty());
    }

    /** Roles that count under a scheme. */
    public Set<Role> under(SchemeId scheme) {
        return grants.stream()
                .filter(grant -> grant.countsUnder(scheme))
                .map(RoleGrant::role)
                .collect(Collectors.toSet());
    }

    /** The schemes under which one of these roles is held. */
    public SchemeScope scopeOf(Collection<Role> roles) {
        List<RoleGrant> held =
                grants.stream().filter(grant -> roles.contains(grant.role())).toList();
        return new SchemeScope(
                held.stream().anyMatch(grant -> grant.scheme().isEmpty()),
                held.stream().flatMap(grant -> grant.scheme().stream()).collect(Collectors.toSet()));
    }

    /** Roles that count under every scheme. */
    public Set<Role> forAll() {
        return grants.stream()
                .filter(grant -> grant.scheme().isEmpty())
                .map(RoleGrant::role)
                .collect(Collectors.toSet());
    }

    /**
     * The book with one grant more.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code scheme-unknown}, {@code role-held} when it gives nothing new, the code of a
     *     wall of a scheme that it would cross (invariant 9), {@code roles-full}
     */
    public RoleBook granting(RoleGrant wanted, Schemes schemes) {
        wanted.scheme()
                .filter(scheme -> schemes.all().stream()
                        .noneMatch(version -> version.id().scheme().equals(scheme)))
                .ifPresent(scheme -> {
                    throw Refusal.of("scheme-unknown", Refusal.Kind.INVALID)
                            .with("scheme", scheme.value())
                            .asException();
                });
        if (grants.stream().anyMatch(grant -> grant.covers(wanted))) {
            throw Refusal.of("role-held", Refusal.Kind.CONFLICT)
                    .with("role", wanted.role().code())
                    .asException();
        }
        if (grants.size() >= MAX_GRANTS) {
            throw Refusal.of("roles-full", Refusal.Kind.CONFLICT)
                    .with("most", Integer.toString(MAX_GRANTS))
                    .asException();
        }
        wall(wanted, schemes).ifPresent(wall -> {
            throw wall.asException();
        });
        Set<RoleGrant> more = new LinkedHashSet<>(grants);
        more.add(wanted);
        return new RoleBook(more);
    }

    /**
     * The book without one grant.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code role-not-held}
     */
    public RoleBook revoking(RoleGrant former) {
        Set<RoleGrant> fewer = new LinkedHashSet<>(grants);
        if (!fewer.remove(former)) {
            throw Refusal.of("role-not-held", Refusal.Kind.CONFLICT)
                    .with("role", former.role().code())
                    .asException();
        }
        return new RoleBook(fewer);
    }

    /** A wall of any version of a scheme under which the grant would count: a scheme's newest version does not end those before it. */
    private Optional<Refusal> wall(RoleGrant wanted, Schemes schemes) {
        return schemes.all().stream()
                .filter(version -> wanted.countsUnder(version.id().scheme()))
                .flatMap(version -> Walls.refusal(version, under(version.id().scheme()), wanted.role())
                        .map(wall -> wall.with("scheme", version.id().scheme().value()))
                        .stream())
                .findFirst();
    }
}
