package org.sceau.registry.application.identifying;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;

/**
 * Gives accounts roles and takes them away, under one scheme or all of them. A wall of a scheme is asked here, before anybody can act across
 * it, and again at every act (CSA Art. 58(4); invariant 9).
 *
 * <p>A role for one scheme counts in matters under that scheme, and nowhere else.
 */
@ApplicationScoped
public class GrantRoles {
    private final Door door;
    private final Accounts accounts;
    private final RoleBooks books;
    private final HeldRoles heldRoles;
    private final Organisations organisations;
    private final Schemes schemes;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected GrantRoles() {
        this(null, null, null, null, null, null);
    }

    @Inject
    public GrantRoles(
            Door door,
            Accounts accounts,
            RoleBooks books,
            HeldRoles heldRoles,
            Organisations organisations,
            Schemes schemes) {
        this.door = door;
        this.accounts = accounts;
        this.books = books;
        this.heldRoles = heldRoles;
        this.organisations = organisations;
        this.schemes = schemes;
    }

    /**
     * The roles of an account.
     *
     * @param version 0 as long as nobody changed them here
     */
    public record Held(String username, String organisation, RoleBook book, long version) {}

    /** @throws org.sceau.registry.domain.refusal.Refused {@code account-unknown} */
    public Held read(Actor actor, String username) {
        return door.look(actor, Permission.KEEP_PEOPLE, "account-roles", () -> held(account(actor, username)));
    }

    /** One version of the roles of an account. */
    public Held read(Actor actor, String username, long version) {
        return door.look(actor, Permission.KEEP_PEOPLE, "account-roles", () -> {
            Accounts.Account account = account(actor, username);
            return books.find(account.id(), version)
                    .map(recorded ->
                            new Held(account.username(), account.organisation(), recorded.book(), recorded.version()))
                    .orElseGet(() -> held(account));
        });
    }

    /**
     * Gives a role.
     *
     * @param seen version of the roles that the actor saw
     * @throws org.sceau.registry.domain.refusal.Refused {@code account-unknown}, {@code roles-own-account}, {@code concurrent-change}, {@code
     *     role-not-of-organisation}, {@code administrators-keep-administrators}, {@code role-not-given} for a manager who gives what only administrators give, or what
     *     {@link RoleBook#granting} says
     */
    public Held grant(Actor actor, String username, OptionalLong seen, RoleGrant grant) {
        return change(actor, username, seen, "granted", grant, (member, book) -> {
            requireGiven(actor, member, grant.role());
            return book.granting(grant, schemes);
        });
    }

    /** Takes a role away; refused like {@link #grant}, as {@link RoleBook#revoking} says, and {@code administrators-two} where one would be left. */
    public Held revoke(Actor actor, String username, OptionalLong seen, RoleGrant grant) {
        return change(actor, username, seen, "revoked", grant, (member, book) -> {
            requireTwoLeft(grant);
            return book.revoking(grant);
        });
    }

    private Held change(
            Actor actor,
            String username,
            OptionalLong seen,
            String act,
            RoleGrant grant,
            BiFunction<Member, RoleBook, RoleBook> change) {
        return door.enter(actor, Permission.GRANT_ROLES, "account-roles", passage -> {
            Accounts.Account account = account(actor, username);
            // Who keeps the accounts gives himself nothing, and cannot lock everybody out.
            if (account.username().equals(actor.name())) {
                throw Refusal.of("roles-own-account", Refusal.Kind.FORBIDDEN).asException();
            }
            Held before = held(account);
            Keeping.requireAbove(actor, before.book());
            SeenVersion.require(seen, before.version());
            RoleBook after = change.apply(member(account).orElseThrow(GrantRoles::unknown), before.book());
            long position = passage.record(entry(account.username(), act, grant));
            if (!after.forAll().equals(account.roles())) {
                accounts.replaceRoles(account.id(), after.forAll());
            }
            RoleBooks.Recorded recorded =
                    new RoleBooks.Recorded(account.id(), after, before.version() + 1, passage.now(), position);
            books.put(recorded);
            return new Held(account.username(), account.organisation(), after, recorded.version());
        });
    }

    /** Managers keep the roles of their own people, administrators those of everybody. */
    private Accounts.Account account(Actor actor, String username) {
        return Optional.of(username)
                .filter(name -> name.length() <= 100)
                .flatMap(accounts::byUsername)
                .filter(account -> Keeping.keeps(actor, account.organisation()))
                .orElseThrow(GrantRoles::unknown);
    }

    private Optional<Member> member(Accounts.Account account) {
        return organisations.named(account.organisation());
    }

    /** What an account may have follows from what its organisation is; administrators are made by administrators. */
    private static void requireGiven(Actor actor, Member member, Role role) {
        member.kind().refusal(role).ifPresent(wrong -> {
            throw wrong.asException();
        });
        if (role == Role.ADMINISTRATOR && !Keeping.isAdministrator(actor)) {
            throw Refusal.of("role-not-given", Refusal.Kind.FORBIDDEN)
                    .with("role", role.code())
                    .asException();
        }
    }

    /** Where there are two administrators there always will be: nobody becomes the only one, and may again invite a second one alone. */
    private void requireTwoLeft(RoleGrant former) {
        if (former.equals(RoleGrant.forAll(Role.ADMINISTRATOR)) && accounts.countHaving(Role.ADMINISTRATOR) <= 2) {
            throw Refusal.of("administrators-two", Refusal.Kind.CONFLICT).asException();
        }
    }

    private static Refused unknown() {
        return Refusal.of("account-unknown", Refusal.Kind.NOT_FOUND).asException();
    }

    private Held held(Accounts.Account account) {
        return new Held(
                account.username(),
                account.organisation(),
                heldRoles.of(account),
                books.find(account.id()).map(RoleBooks.Recorded::version).orElse(0L));
    }

    /** Names are personal: the entry holds one commitment. */
    private static Entry entry(String username, String act, RoleGrant grant) {
        Map<String, Object> told = new TreeMap<>();
        told.put("account", username);
        told.put("act", act);
        told.put("role", grant.role().code());
        grant.scheme().ifPresent(scheme -> told.put("scheme", scheme.value()));
        return new Entry(
                "account-roles-changed",
                "accounts",
                Optional.empty(),
                Map.of(),
                Map.of("roles", CanonicalText.of(told)),
                Entry.Topic.HOUSE);
    }
}
