package org.sceau.registry.application.inviting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.EndAccess;
import org.sceau.registry.application.identifying.HeldRoles;
import org.sceau.registry.application.identifying.Keeping;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** Who has an account: shown to those who keep them, closed and opened again. */
@ApplicationScoped
public class KeepPeople {
    private final Door door;
    private final KeepOrganisations organisations;
    private final Accounts accounts;
    private final Profiles profiles;
    private final HeldRoles roles;
    private final EndAccess access;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepPeople() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public KeepPeople(
            Door door,
            KeepOrganisations organisations,
            Accounts accounts,
            Profiles profiles,
            HeldRoles roles,
            EndAccess access) {
        this.door = door;
        this.organisations = organisations;
        this.accounts = accounts;
        this.profiles = profiles;
        this.roles = roles;
        this.access = access;
    }

    /** An account, and what is known of the person behind it. */
    public record Person(
            String username, String organisation, boolean active, RoleBook roles, Optional<Profiles.Profile> profile) {}

    /** The people of an organisation, by username. */
    public List<Person> of(Actor actor, OrganisationId id) {
        return door.look(
                actor,
                Permission.READ_PEOPLE,
                "organisation:" + id,
                () -> accounts.of(organisations.visible(actor, id).name()).stream()
                        .map(this::person)
                        .toList());
    }

    /** @throws Refused {@code account-unknown} for one that is not there or not of an organisation that the actor keeps */
    public Person one(Actor actor, String username) {
        return door.look(actor, Permission.KEEP_PEOPLE, "account", () -> person(kept(actor, username)));
    }

    /**
     * Lets nobody in by this account any more: its sessions and tokens are over.
     *
     * @throws Refused {@code account-unknown}, {@code account-own}, {@code account-closed}, {@code administrators-keep-administrators}
     */
    public Person close(Actor actor, String username) {
        return change(actor, username, false);
    }

    /**
     * Opens it again.
     *
     * @throws Refused {@code account-unknown}, {@code account-own}, {@code account-open}, {@code account-back-by-recovery} where letting
     *     somebody in takes two people
     */
    public Person open(Actor actor, String username) {
        return change(actor, username, true);
    }

    private Person change(Actor actor, String username, boolean active) {
        return door.enter(actor, Permission.KEEP_PEOPLE, "account", passage -> {
            Accounts.Account account = kept(actor, username);
            if (account.username().equals(actor.name())) {
                throw Refusal.of("account-own", Refusal.Kind.FORBIDDEN).asException();
            }
            if (account.active() == active) {
                throw Refusal.of(active ? "account-open" : "account-closed", Refusal.Kind.CONFLICT)
                        .asException();
            }
            RoleBook held = roles.of(account);
            Keeping.requireAbove(actor, held);
            if (active) {
                requireOneIsEnough(actor, account, held);
            } else {
                access.of(account.id());
            }
            passage.record(entry(account.username(), active ? "opened" : "closed", actor.name()));
            accounts.replaceActive(account.id(), active);
            return person(accounts.byUsername(username).orElseThrow(KeepPeople::unknown));
        });
    }

    private void requireOneIsEnough(Actor actor, Accounts.Account account, RoleBook held) {
        Member member = organisations.named(account.organisation()).orElseThrow(KeepPeople::unknown);
        if (Keeping.needsSecond(actor, member, held)) {
            throw Refusal.of("account-back-by-recovery", Refusal.Kind.CONFLICT).asException();
        }
    }

    private Accounts.Account kept(Actor actor, String username) {
        return Optional.of(username)
                .filter(name -> name.length() <= 100)
                .flatMap(accounts::byUsername)
                .filter(account -> organisations
                        .named(account.organisation())
                        .filter(member -> Keeping.keeps(actor, member.name()))
                        .isPresent())
                .orElseThrow(KeepPeople::unknown);
    }

    private Person person(Accounts.Account account) {
        return new Person(
                account.username(),
                account.organisation(),
                account.active(),
                roles.of(account),
                profiles.find(account.id()));
    }

    static Refused unknown() {
        return Refusal.of("account-unknown", Refusal.Kind.NOT_FOUND).asException();
    }

    private static Entry entry(String username, String act, String by) {
        Map<String, Object> told = new TreeMap<>();
        told.put("account", username);
        told.put("act", act);
        told.put("by", by);
        return new Entry(
                "account-changed",
                "accounts",
                Optional.empty(),
                Map.of(),
                Map.of("account", CanonicalText.of(told)),
                Entry.Topic.HOUSE);
    }
}
