package org.sceau.registry.application.inviting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.EndAccess;
import org.sceau.registry.application.identifying.Factors;
import org.sceau.registry.application.identifying.Keeping;
import org.sceau.registry.application.identifying.Organisations;
import org.sceau.registry.application.identifying.PasswordHash;
import org.sceau.registry.application.identifying.RoleBooks;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** Lets in whoever holds the secret of an invitation, and the code of the second person where there is one. */
@ApplicationScoped
public class AcceptInvitation {
    /** Wrong codes after which an invitation opens nothing any more. */
    public static final int MOST_WRONG_CODES = 10;

    private final Door door;
    private final Invitations invitations;
    private final Organisations organisations;
    private final Accounts accounts;
    private final RoleBooks books;
    private final Profiles profiles;
    private final Factors factors;
    private final EndAccess access;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected AcceptInvitation() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public AcceptInvitation(
            Door door,
            Invitations invitations,
            Organisations organisations,
            Accounts accounts,
            RoleBooks books,
            Profiles profiles,
            Factors factors,
            EndAccess access,
            Clock clock) {
        this.door = door;
        this.invitations = invitations;
        this.organisations = organisations;
        this.accounts = accounts;
        this.books = books;
        this.profiles = profiles;
        this.factors = factors;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The invitation that a secret opens.
     *
     * @throws Refused {@code invitation-unknown} for one that never was, expired, was taken back or accepted: all of them alike
     */
    public Invitation look(String token) {
        return door.prepare(
                Actor.ANONYMOUS,
                Permission.ACCEPT_INVITATION,
                "invitation",
                () -> alive(token).invitation());
    }

    /**
     * Accepts: the account is there then, or has its new password and no second factor any more.
     *
     * @param code     as typed; empty where none is needed
     * @param password 12 to 200 characters
     * @return the username
     * @throws Refused {@code invitation-unknown}, {@code invitation-waiting} before the second person approved, {@code
     *     invitation-code-wrong}, {@code password-short}, {@code password-long}, {@code password-easy}, {@code username-taken}
     */
    public String accept(String token, String code, String password) {
        Optional<String> matched = matched(token, code);
        return door.enter(Actor.ANONYMOUS, Permission.ACCEPT_INVITATION, "invitation", passage -> {
            Invitations.Lock lock = alive(token);
            Invitation accepted = lock.invitation().accepted(passage.now());
            // Somebody may have approved since the code was asked for: what counts is the code that is asked for now.
            if (accepted.secondNeeded()
                    && (matched.isEmpty() || !lock.codeHash().equals(matched))) {
                throw wrongCode();
            }
            requireStillAlone(accepted);
            String username = accepted.invitee().username();
            PasswordRule.require(password, username, accepted.organisation());
            if (accepted.purpose() == Invitation.Purpose.ACCOUNT) {
                open(passage, accepted, password);
            } else {
                recover(passage, accounts.byUsername(username).orElseThrow(InvitePeople::unknown), password);
            }
            long position = passage.record(InvitationEntries.of(accepted, "accepted", username));
            invitations.replace(new Invitations.Recorded(accepted, passage.now(), position));
            return username;
        });
    }

    /** Several may have been invited as the second administrator: the first of them who comes in was it. */
    private void requireStillAlone(Invitation accepted) {
        if (accepted.roles().anywhere().contains(Role.ADMINISTRATOR)
                && !accepted.secondNeeded()
                && accounts.countHaving(Role.ADMINISTRATOR) >= 2) {
            throw InvitePeople.unknown();
        }
    }

    private void open(Passage passage, Invitation accepted, String password) {
        String username = accepted.invitee().username();
        if (accounts.byUsername(username).isPresent()) {
            throw Refusal.of("username-taken", Refusal.Kind.CONFLICT).asException();
        }
        String id = UUID.randomUUID().toString();
        accounts.add(
                new Accounts.Account(
                        id,
                        username,
                        PasswordHash.of(password),
                        accepted.organisation(),
                        accepted.roles().forAll(),
                        true),
                passage.now());
        profiles.put(
                id,
                new Profiles.Profile(
                        accepted.invitee().name(),
                        accepted.invitee().mail(),
                        accepted.invitee().language()));
        long position = passage.record(InvitationEntries.of(accepted, "account-opened", username));
        if (!accepted.roles().isForAll()) {
            books.put(new RoleBooks.Recorded(id, accepted.roles(), 1, passage.now(), position));
        }
    }

    /** A closed account is open again then: its person is back by as many words as came in with them. */
    private void recover(Passage passage, Accounts.Account account, String password) {
        accounts.replacePassword(account.id(), PasswordHash.of(password));
        if (!account.active()) {
            accounts.replaceActive(account.id(), true);
        }
        factors.removeAll(account.id());
        access.of(account.id());
    }

    /**
     * The hash that what was typed matches; empty where no code is there to be asked for. Each attempt counts before it is looked at, and is
     * forgiven when it was right: attempts at one time wait for each other, and a refusal takes no count back.
     */
    private Optional<String> matched(String token, String typed) {
        Optional<Optional<String>> found =
                door.prepare(Actor.ANONYMOUS, Permission.ACCEPT_INVITATION, "invitation", () -> {
                    Invitations.Lock before = alive(token);
                    if (before.codeHash().isEmpty()) {
                        return Optional.of(Optional.<String>empty());
                    }
                    int attempts = invitations.countCode(before.invitation().id());
                    Optional<String> hash = before.codeHash()
                            .filter(known -> attempts <= MOST_WRONG_CODES)
                            .filter(known -> PasswordHash.matches(Secret.read(typed), known));
                    if (hash.isPresent()) {
                        invitations.forgiveCode(before.invitation().id());
                    }
                    return Optional.of(hash).filter(Optional::isPresent);
                });
        return found.orElseThrow(AcceptInvitation::wrongCode);
    }

    private static Refused wrongCode() {
        return Refusal.of("invitation-code-wrong", Refusal.Kind.FORBIDDEN).asException();
    }

    private Invitations.Lock alive(String token) {
        return Optional.of(token)
                .filter(Secret::isToken)
                .map(Secret::hash)
                .flatMap(invitations::byTokenHash)
                .filter(lock -> lock.invitation().isAlive(clock.instant()) && lock.wrongCodes() < MOST_WRONG_CODES)
                .filter(lock -> isOpen(lock.invitation().organisation()))
                .filter(lock -> isStillKept(lock.invitation()))
                .orElseThrow(InvitePeople::unknown);
    }

    private boolean isOpen(String organisation) {
        return organisations.named(organisation).filter(Member::active).isPresent();
    }

    /** Whoever invited, and whoever approved, may still do so: an invitation does not outlive the right it was made with. */
    private boolean isStillKept(Invitation invitation) {
        return Stream.concat(Stream.of(invitation.by()), invitation.approvedBy().stream())
                .allMatch(name -> accounts.byUsername(name)
                        .filter(account -> account.active() && isOpen(account.organisation()))
                        .filter(account -> Keeping.keeps(
                                new Actor(account.username(), account.organisation(), account.roles()),
                                invitation.organisation()))
                        .isPresent());
    }
}
