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
import org.sceau.registry.application.administering.Accounts;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.PasswordHash;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
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
    private final Schemes schemes;
    private final Operator operator;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected InvitePeople() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public InvitePeople(
            Door door,
            KeepOrganisations organisations,
            Invitations invitations,
            Accounts accounts,
            Profiles profiles,
            Schemes schemes,
            Operator operator) {
        this.door = door;
        this.organisations = organisations;
        this.invitations = invitations;
        this.accounts = accounts;
        this.profiles = profiles;
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
            return made(passage, actor, Invitation.Purpose.ACCOUNT, member, invitee, book(actor, member, grants));
        });
    }

    private RoleBook book(Actor actor, Member member, Set<RoleGrant> grants) {
        RoleBook book = new RoleBook(Set.of());
        for (RoleGrant grant : grants) {
            member.kind().refusal(grant.role()).ifPresent(wrong -> {
                throw wrong.asException();
            });
            if (grant.role() == Role.ADMINISTRATOR && !isAdministrator(actor)) {
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
     * @throws Refused {@code account-unknown}, also for one of another organisation; {@code account-own}
     */
    public Given recover(Actor actor, String username) {
        return door.enter(actor, Permission.KEEP_PEOPLE, "account", passage -> {
            Accounts.Account account = accounts.byUsername(username).orElseThrow(KeepPeople::unknown);
            Member member = organisations
                    .named(account.organisation())
                    .filter(known -> KeepPeople.keeps(actor, known))
                    .orElseThrow(KeepPeople::unknown);
            if (account.username().equals(actor.name())) {
                throw Refusal.of("account-own", Refusal.Kind.FORBIDDEN).asException();
            }
            Profiles.Profile profile = profiles.find(account.id())
                    .orElse(new Profiles.Profile(
                            account.username(),
                            account.username() + "@unknown.invalid",
                            operator.languages().first().code()));
            Invitee invitee = new Invitee(account.username(), profile.name(), profile.mail(), profile.language());
            return made(passage, actor, Invitation.Purpose.RECOVERY, member, invitee, new RoleBook(Set.of()));
        });
    }

    private Given made(
            Passage passage, Actor actor, Invitation.Purpose purpose, Member member, Invitee invitee, RoleBook book) {
        boolean first = purpose == Invitation.Purpose.ACCOUNT
                && book.anywhere().contains(Role.ADMINISTRATOR)
                // Nobody could approve the second administrator of a house. Closed accounts count: nobody makes that
                // true again.
                && accounts.countHaving(Role.ADMINISTRATOR) < 2;
        Invitation invitation = Invitation.made(
                new InvitationId(UUID.randomUUID()),
                purpose,
                member.name(),
                invitee,
                book,
                actor.name(),
                passage.now(),
                // An administrator who invites elsewhere would be that vendor or laboratory himself.
                (member.kind().isStaff() || !member.name().equals(actor.organisation())) && !first);
        String token = Secret.token();
        long position = passage.record(InvitationEntries.of(invitation, "made", actor.name()));
        invitations.add(new Invitations.Recorded(invitation, passage.now(), position), Secret.hash(token));
        return new Given(invitation, Optional.of(token));
    }

    /**
     * Approves an invitation as the second person. The secret is the code that the person invited needs besides the address: whoever approves
     * gives it to that person, and to nobody else.
     *
     * @throws Refused {@code invitation-unknown}, {@code concurrent-change}, or what {@link Invitation#approved} says
     */
    public Given approve(Actor actor, InvitationId id, OptionalLong seen) {
        return act(actor, id, seen, "approved", (invitation, now) -> invitation.approved(actor.name(), now), after -> {
            String code = Secret.code();
            invitations.lock(id, PasswordHash.of(code));
            return new Given(after, Optional.of(code));
        });
    }

    /** Takes an invitation back, or refuses it as the second person; see {@link Invitation#revoked}. */
    public Invitation revoke(Actor actor, InvitationId id, OptionalLong seen) {
        return act(actor, id, seen, "revoked", Invitation::revoked, after -> after);
    }

    private <R> R act(
            Actor actor,
            InvitationId id,
            OptionalLong seen,
            String act,
            BiFunction<Invitation, Instant, Invitation> change,
            Function<Invitation, R> besides) {
        return door.enter(actor, Permission.KEEP_PEOPLE, "invitation:" + id, passage -> {
            Invitation before = kept(actor, id);
            SeenVersion.require(seen, before.version());
            Invitation after = change.apply(before, passage.now());
            long position = passage.record(InvitationEntries.of(after, act, actor.name()));
            invitations.replace(new Invitations.Recorded(after, passage.now(), position));
            return besides.apply(after);
        });
    }

    private Invitation kept(Actor actor, InvitationId id) {
        return invitations
                .find(id)
                .map(Invitations.Recorded::invitation)
                .filter(invitation -> organisations
                        .named(invitation.organisation())
                        .filter(member -> KeepPeople.keeps(actor, member))
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
        if (!KeepPeople.keeps(actor, member)) {
            throw KeepOrganisations.unknown();
        }
        if (!member.active()) {
            throw Refusal.of("organisation-closed", Refusal.Kind.CONFLICT).asException();
        }
        return member;
    }

    private static boolean isAdministrator(Actor actor) {
        return actor.book().forAll().contains(Role.ADMINISTRATOR);
    }

    static Refused unknown() {
        return Refusal.of("invitation-unknown", Refusal.Kind.NOT_FOUND).asException();
    }
}
