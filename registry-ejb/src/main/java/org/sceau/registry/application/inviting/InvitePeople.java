package org.sceau.registry.application.inviting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.HeldRoles;
import org.sceau.registry.application.identifying.Keeping;
import org.sceau.registry.application.identifying.PasswordHash;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.domain.access.InvitationId;
import org.sceau.registry.domain.access.Invitee;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.Schemes;

/** Invites people to accounts, and back into theirs: managers in their own organisation, administrators in every one. */
@ApplicationScoped
public class InvitePeople {
    private final Door door;
    private final KeepOrganisations organisations;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Profiles profiles;
    private final HeldRoles roles;
    private final Schemes schemes;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected InvitePeople() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public InvitePeople(
            Door door,
            KeepOrganisations organisations,
            Invitations invitations,
            Accounts accounts,
            Profiles profiles,
            HeldRoles roles,
            Schemes schemes,
            Operator operator) {
        this.door = door;
        this.organisations = organisations;
        this.invitations = invitations;
        this.accounts = accounts;
        this.profiles = profiles;
        this.roles = roles;
        this.schemes = schemes;
        this.operator = operator;
    }

    /**
     * An invitation, and the secret that was made for it.
     *
     * @param secret told once, to whoever asked; only its hash is kept. Empty when the act is heard of again
     */
    public record Given(Invitation invitation, Optional<String> secret) {
        @Override
        public String toString() {
            return "Given[" + invitation.id() + "]";
        }
    }

    /**
     * Invites somebody to an account. The secret is the word of the address that the person opens.
     *
     * @param grants what the account will have
     * @throws Refused {@code organisation-unknown}, {@code organisation-closed}, {@code username-taken}, {@code language-unknown}, {@code
     *     role-not-of-organisation}, {@code role-not-given} for a manager who gives out what only administrators give, or what
     *     {@link RoleBook#granting} says
     */
    public Given invite(Actor actor, OrganisationId id, Invitee invitee, Set<RoleGrant> grants) {
        return door.enter(actor, Permission.KEEP_PEOPLE, "organisation:" + id, passage -> {
            Member member = open(actor, id);
            if (accounts.byUsername(invitee.username()).isPresent()
                    || invitations.isInvited(invitee.username(), passage.now())) {
                throw Refusal.of("username-taken", Refusal.Kind.CONFLICT).asException();
            }
            if (Language.ofCode(invitee.language())
                    .filter(operator.languages()::has)
                    .isEmpty()) {
                throw Refusal.of("language-unknown", Refusal.Kind.INVALID).asException();
            }
            RoleBook book = book(actor, member, grants);
            boolean second = Keeping.needsSecond(actor, member, book) && !isSecondAdministrator(book);
            return made(passage, actor, Invitation.Purpose.ACCOUNT, member, invitee, book, second);
        });
    }

    private RoleBook book(Actor actor, Member member, Set<RoleGrant> grants) {
        RoleBook book = new RoleBook(Set.of());
        for (RoleGrant grant : grants) {
            member.kind().refusal(grant.role()).ifPresent(wrong -> {
                throw wrong.asException();
            });
            if (grant.role() == Role.ADMINISTRATOR && !Keeping.isAdministrator(actor)) {
                throw Refusal.of("role-not-given", Refusal.Kind.FORBIDDEN)
                        .with("role", grant.role().code())
                        .asException();
            }
            book = book.granting(grant, schemes);
        }
        return book;
    }

    /**
     * Invites somebody back into an account whose password or second factor is lost. Until that is accepted nothing changes.
     *
     * @throws Refused {@code account-unknown}, also for one of another organisation; {@code account-own}, {@code
     *     administrators-keep-administrators}
     */
    public Given recover(Actor actor, String username) {
        return door.enter(actor, Permission.KEEP_PEOPLE, "account", passage -> {
            Accounts.Account account = accounts.byUsername(username).orElseThrow(KeepPeople::unknown);
            Member member = organisations
                    .named(account.organisation())
                    .filter(known -> Keeping.keeps(actor, known.name()))
                    .orElseThrow(KeepPeople::unknown);
            if (account.username().equals(actor.name())) {
                throw Refusal.of("account-own", Refusal.Kind.FORBIDDEN).asException();
            }
            RoleBook held = roles.of(account);
            Keeping.requireAbove(actor, held);
            Profiles.Profile profile = profiles.find(account.id())
                    .orElse(new Profiles.Profile(
                            account.username(),
                            account.username() + "@unknown.invalid",
                            operator.languages().first().code()));
            Invitee invitee = new Invitee(account.username(), profile.name(), profile.mail(), profile.language());
            return made(
                    passage,
                    actor,
                    Invitation.Purpose.RECOVERY,
                    member,
                    invitee,
                    new RoleBook(Set.of()),
                    Keeping.needsSecond(actor, member, held));
        });
    }

    /**
     * Nobody could approve the second administrator of a house, who is nothing else. Closed accounts count, and the last two keep the role:
     * this is never true again.
     */
    private boolean isSecondAdministrator(RoleBook book) {
        return book.grants().equals(Set.of(RoleGrant.forAll(Role.ADMINISTRATOR)))
                && accounts.countHaving(Role.ADMINISTRATOR) < 2;
    }

    private Given made(
            Passage passage,
            Actor actor,
            Invitation.Purpose purpose,
            Member member,
            Invitee invitee,
            RoleBook book,
            boolean second) {
        Invitation invitation = Invitation.made(
                new InvitationId(UUID.randomUUID()),
                purpose,
                member.name(),
                invitee,
                book,
                actor.name(),
                passage.now(),
                second);
        String token = Secret.token();
        long position = passage.record(InvitationEntries.of(invitation, "made", actor.name()));
        invitations.add(new Invitations.Recorded(invitation, passage.now(), position), Secret.hash(token));
        return new Given(invitation, Optional.of(token));
    }

    /**
     * Approves an invitation as the second person. The secret is the code that the person invited needs besides the address: whoever approves
     * gives it to that person, and to nobody else.
     *
     * @throws Refused {@code invitation-unknown}, {@code administrators-keep-administrators}, {@code concurrent-change}, or what {@link
     *     Invitation#approved} says
     */
    public Given approve(Actor actor, InvitationId id, OptionalLong seen) {
        String code = Secret.code();
        String hash = PasswordHash.of(code);
        return act(
                actor,
                Permission.APPROVE_INVITATION,
                id,
                seen,
                "approved",
                (invitation, now) -> invitation.approved(actor.name(), now),
                after -> {
                    invitations.lock(id, hash);
                    return new Given(after, Optional.of(code));
                });
    }

    /** Takes an invitation back, or refuses it as the second person; see {@link Invitation#revoked}. */
    public Invitation revoke(Actor actor, InvitationId id, OptionalLong seen) {
        return act(actor, Permission.KEEP_PEOPLE, id, seen, "revoked", Invitation::revoked, after -> after);
    }

    private <R> R act(
            Actor actor,
            Permission permission,
            InvitationId id,
            OptionalLong seen,
            String act,
            BiFunction<Invitation, Instant, Invitation> change,
            Function<Invitation, R> besides) {
        return door.enter(actor, permission, "invitation:" + id, passage -> {
            Invitation before = kept(actor, id);
            Keeping.requireAbove(actor, given(before));
            SeenVersion.require(seen, before.version());
            Invitation after = change.apply(before, passage.now());
            long position = passage.record(InvitationEntries.of(after, act, actor.name()));
            invitations.replace(new Invitations.Recorded(after, passage.now(), position));
            return besides.apply(after);
        });
    }

    /** What whoever accepts it will hold. */
    private RoleBook given(Invitation invitation) {
        return invitation.purpose() == Invitation.Purpose.ACCOUNT
                ? invitation.roles()
                : accounts.byUsername(invitation.invitee().username())
                        .map(roles::of)
                        .orElseGet(invitation::roles);
    }

    private Invitation kept(Actor actor, InvitationId id) {
        return invitations
                .find(id)
                .map(Invitations.Recorded::invitation)
                .filter(invitation -> organisations
                        .named(invitation.organisation())
                        .filter(member -> Keeping.keeps(actor, member.name()))
                        .isPresent())
                .orElseThrow(InvitePeople::unknown);
    }

    /** @throws Refused {@code invitation-unknown} for one that is not there or not of the actor's organisation */
    public Invitation one(Actor actor, InvitationId id) {
        return door.prepare(actor, Permission.KEEP_PEOPLE, "invitation:" + id, () -> kept(actor, id));
    }

    /** Invitations of an organisation, newest first, at most 200. */
    public List<Invitation> of(Actor actor, OrganisationId id) {
        return door.look(
                actor,
                Permission.READ_PEOPLE,
                "organisation:" + id,
                () -> invitations.of(organisations.visible(actor, id).name()).stream()
                        .map(Invitations.Recorded::invitation)
                        .toList());
    }

    private Member open(Actor actor, OrganisationId id) {
        Member member = organisations.visible(actor, id);
        if (!Keeping.keeps(actor, member.name())) {
            throw KeepOrganisations.unknown();
        }
        if (!member.active()) {
            throw Refusal.of("organisation-closed", Refusal.Kind.CONFLICT).asException();
        }
        return member;
    }

    static Refused unknown() {
        return Refusal.of("invitation-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
