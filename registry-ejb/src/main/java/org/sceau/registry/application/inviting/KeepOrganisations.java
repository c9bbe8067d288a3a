package org.sceau.registry.application.inviting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.SeenVersion;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.identifying.EndAccess;
import org.sceau.registry.application.identifying.HeldRoles;
import org.sceau.registry.application.identifying.Organisations;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** Registers organisations, closes them and opens them again. Whoever keeps people sees the own one, administrators and auditors all. */
@ApplicationScoped
public class KeepOrganisations {
    private final Door door;
    private final Organisations organisations;
    private final Accounts accounts;
    private final HeldRoles roles;
    private final EndAccess access;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected KeepOrganisations() {
        this(null, null, null, null, null);
    }

    @Inject
    public KeepOrganisations(
            Door door, Organisations organisations, Accounts accounts, HeldRoles roles, EndAccess access) {
        this.door = door;
        this.organisations = organisations;
        this.accounts = accounts;
        this.roles = roles;
        this.access = access;
    }

    /**
     * Registers one.
     *
     * @param name 1 to 300 characters; its people see the dossiers and visas of exactly this name
     * @throws Refused {@code organisation-known}, {@code organisations-full}
     */
    public Member register(Actor actor, String name, OrganisationKind kind) {
        return door.enter(actor, Permission.KEEP_ORGANISATIONS, "organisations", passage -> {
            if (organisations.named(name).isPresent()) {
                throw Refusal.of("organisation-known", Refusal.Kind.CONFLICT).asException();
            }
            if (organisations.all().size() >= Organisations.MOST) {
                throw Refusal.of("organisations-full", Refusal.Kind.CONFLICT)
                        .with("most", Integer.toString(Organisations.MOST))
                        .asException();
            }
            return registered(passage, name, kind);
        });
    }

    /** Registers what accounts name and nobody registered, each by the roles of its people; done at every start, and once for each. */
    public void registerKnown() {
        List<String> names = organisations.unregistered();
        if (!names.isEmpty()) {
            door.enter(Actor.SYSTEM, Permission.KEEP_ORGANISATIONS, "organisations", passage -> {
                names.forEach(name -> registered(passage, name, kindOf(name)));
                return names.size();
            });
        }
    }

    private OrganisationKind kindOf(String name) {
        return OrganisationKind.ofRoles(accounts.of(name).stream()
                .flatMap(account -> roles.of(account).anywhere().stream())
                .collect(java.util.stream.Collectors.toSet()));
    }

    private Member registered(Passage passage, String name, OrganisationKind kind) {
        Member member = new Member(new OrganisationId(UUID.randomUUID()), name, kind, true, 1);
        organisations.add(
                new Organisations.Recorded(member, passage.now(), passage.record(entry(member, "registered"))));
        return member;
    }

    /** Those the actor may see, by name. */
    public List<Member> all(Actor actor) {
        return door.prepare(
                actor,
                Permission.READ_PEOPLE,
                "organisations",
                () -> organisations.all().stream()
                        .filter(member -> sees(actor, member))
                        .toList());
    }

    /** @throws Refused {@code organisation-unknown} for one that is not there or not the actor's */
    public Member one(Actor actor, OrganisationId id) {
        return door.prepare(actor, Permission.READ_PEOPLE, "organisation:" + id, () -> visible(actor, id));
    }

    /**
     * Nobody of it signs in any more; see {@link Member#closed}. Accounts of staff are closed with it. Refused as {@code organisation-own} for the
     * actor's own.
     */
    public Member close(Actor actor, OrganisationId id, OptionalLong seen) {
        return change(actor, id, seen, "closed", Member::closed);
    }

    /** See {@link Member#opened}. */
    public Member open(Actor actor, OrganisationId id, OptionalLong seen) {
        return change(actor, id, seen, "opened", Member::opened);
    }

    private Member change(Actor actor, OrganisationId id, OptionalLong seen, String act, UnaryOperator<Member> change) {
        return door.enter(actor, Permission.KEEP_ORGANISATIONS, "organisation:" + id, passage -> {
            Member before = visible(actor, id);
            SeenVersion.require(seen, before.version());
            if (before.name().equals(actor.organisation())) {
                // Who keeps the organisations cannot lock everybody out.
                throw Refusal.of("organisation-own", Refusal.Kind.FORBIDDEN).asException();
            }
            Member after = change.apply(before);
            if (!after.active() && after.kind().isStaff()) {
                closeAccounts(passage, after);
            }
            organisations.replace(new Organisations.Recorded(after, passage.now(), passage.record(entry(after, act))));
            return after;
        });
    }

    /** Whoever opens it again opens no account of staff: each comes back by the words of two. */
    private void closeAccounts(Passage passage, Member member) {
        accounts.of(member.name()).stream().filter(Accounts.Account::active).forEach(account -> {
            accounts.replaceActive(account.id(), false);
            access.of(account.id());
        });
    }

    /** One that the actor may see; for use inside an act. */
    Member visible(Actor actor, OrganisationId id) {
        return organisations.find(id).filter(member -> sees(actor, member)).orElseThrow(KeepOrganisations::unknown);
    }

    /** One of this name, whoever asks; for use inside an act that asks who may. */
    Optional<Member> named(String name) {
        return organisations.named(name);
    }

    private static boolean sees(Actor actor, Member member) {
        return actor.equals(Actor.SYSTEM)
                || actor.book().forAll().contains(Role.ADMINISTRATOR)
                || actor.book().forAll().contains(Role.AUDITOR)
                || member.name().equals(actor.organisation());
    }

    static Refused unknown() {
        return Refusal.of("organisation-unknown", Refusal.Kind.NOT_FOUND).asException();
    }

    /** Which vendors there are is nobody's business: the entry holds one commitment. */
    private static Entry entry(Member member, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("organisation", member.id().toString());
        told.put("name", member.name());
        told.put("kind", member.kind().code());
        told.put("act", act);
        told.put("version", member.version());
        return new Entry(
                "organisation-changed",
                "accounts",
                Optional.empty(),
                Map.of(),
                Map.of("organisation", CanonicalText.of(told)),
                Entry.Topic.HOUSE);
    }
}
