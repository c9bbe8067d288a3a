package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.Accounts;
import org.sceau.registry.application.inviting.AcceptInvitation;
import org.sceau.registry.application.inviting.InvitePeople;
import org.sceau.registry.application.inviting.KeepPeople;
import org.sceau.registry.domain.access.Invitation;
import org.sceau.registry.domain.access.InvitationId;
import org.sceau.registry.domain.access.Invitee;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.party.OrganisationKind;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.infrastructure.persistence.JdbcInvitations;

/** How people come in, on both databases: organisations, invitations, the second person, the way back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvitingTest {
    private static final Actor OTHER_ADMINISTRATOR =
            new Actor("le-goff", ADMINISTRATOR.organisation(), Set.of(Role.ADMINISTRATOR));
    private static final Actor MANAGER = new Actor("g.erard", VENDOR.organisation(), Set.of(Role.MANAGER));
    private static final Actor STAFF_MANAGER = new Actor("r.iou", "Centre de certification", Set.of(Role.MANAGER));
    private static final String PASSWORD = "trois pommes cuites";

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        List.of(ADMINISTRATOR, OTHER_ADMINISTRATOR, VENDOR, OTHER_VENDOR).forEach(house::account);
        house.registering.register(ADMINISTRATOR, STAFF_MANAGER.organisation(), OrganisationKind.CERTIFICATION_BODY);
        house.account(MANAGER);
        house.account(STAFF_MANAGER);
        return house;
    }

    private static OrganisationId of(House house, Actor actor) {
        return house.organisations.named(actor.organisation()).orElseThrow().id();
    }

    private static Invitee somebody(String username) {
        return new Invitee(username, "Nolwenn Ouveau", username + "@exemple.example", "fr");
    }

    private static RoleGrant all(Role role) {
        return RoleGrant.forAll(role);
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    private static OptionalLong seen(Invitation invitation) {
        return OptionalLong.of(invitation.version());
    }

    private InvitePeople.Given vendor(House house) {
        return house.inviting.invite(MANAGER, of(house, VENDOR), somebody("nolwenn"), Set.of(all(Role.SPONSOR)));
    }

    private InvitePeople.Given decider(House house) {
        return house.inviting.invite(
                STAFF_MANAGER, of(house, STAFF_MANAGER), somebody("nolwenn"), Set.of(all(Role.DECIDER)));
    }

    @ParameterizedTest
    @EnumSource
    void a_manager_invites_a_colleague_who_then_signs_in(Database database) {
        House house = house(database);
        InvitePeople.Given given = house.inviting.invite(
                MANAGER,
                of(house, VENDOR),
                somebody("nolwenn"),
                Set.of(new RoleGrant(Role.SPONSOR, Optional.of(new SchemeId("cspn")))));
        String token = given.secret().orElseThrow();

        assertThat(house.accepting.look(token)).isEqualTo(given.invitation());
        assertThat(house.accepting.accept(token, "", PASSWORD)).isEqualTo("nolwenn");

        Actor known = house.signIn.withPassword("nolwenn", PASSWORD).orElseThrow();
        assertThat(known.organisation()).isEqualTo(VENDOR.organisation());
        assertThat(known.roles(new SchemeId("cspn"))).containsExactly(Role.SPONSOR);
        assertThat(known.roles(new SchemeId("eucc"))).isEmpty();
        assertThat(house.people.of(MANAGER, of(house, VENDOR)))
                .extracting(KeepPeople.Person::username)
                .containsExactly("g.erard", "h.carde", "nolwenn");
        assertThat(house.people.one(MANAGER, "nolwenn").profile().orElseThrow().mail())
                .isEqualTo("nolwenn@exemple.example");
        assertThat(refused(() -> house.accepting.accept(token, "", PASSWORD)))
                .as("once")
                .isEqualTo("invitation-unknown");
        assertThat(house.sql.number("select count(*) from journal where entry like '%nolwenn%'"))
                .as("names are personal")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nobody_reaches_into_another_organisation(Database database) {
        House house = house(database);
        Invitation own = vendor(house).invitation();
        Actor stranger = new Actor("b.oss", OTHER_VENDOR.organisation(), Set.of(Role.MANAGER));
        OrganisationId foreign = of(house, VENDOR);
        OrganisationId nowhere = OrganisationId.parse("00000000-0000-0000-0000-000000000000");

        for (OrganisationId id : List.of(foreign, nowhere)) {
            assertThat(refused(() -> house.inviting.invite(stranger, id, somebody("ivan"), Set.of())))
                    .isEqualTo("organisation-unknown");
            assertThat(refused(() -> house.people.of(stranger, id))).isEqualTo("organisation-unknown");
            assertThat(refused(() -> house.inviting.of(stranger, id))).isEqualTo("organisation-unknown");
            assertThat(refused(() -> house.registering.one(stranger, id))).isEqualTo("organisation-unknown");
        }
        for (InvitationId id : List.of(own.id(), InvitationId.parse("00000000-0000-0000-0000-000000000000"))) {
            assertThat(refused(() -> house.inviting.one(stranger, id))).isEqualTo("invitation-unknown");
            assertThat(refused(() -> house.inviting.revoke(stranger, id, OptionalLong.of(1))))
                    .isEqualTo("invitation-unknown");
            assertThat(refused(() -> house.inviting.approve(stranger, id, OptionalLong.of(1))))
                    .isEqualTo("invitation-unknown");
        }
        for (String username : List.of(VENDOR.name(), "nobody")) {
            assertThat(refused(() -> house.people.one(stranger, username))).isEqualTo("account-unknown");
            assertThat(refused(() -> house.people.close(stranger, username))).isEqualTo("account-unknown");
            assertThat(refused(() -> house.inviting.recover(stranger, username)))
                    .isEqualTo("account-unknown");
            assertThat(refused(() -> house.granting.read(stranger, username))).isEqualTo("account-unknown");
            assertThat(refused(() -> house.granting.grant(stranger, username, OptionalLong.of(0), all(Role.SPONSOR))))
                    .isEqualTo("account-unknown");
        }
        assertThat(house.registering.all(stranger))
                .extracting(Member::name)
                .containsExactly(OTHER_VENDOR.organisation());
        assertThat(house.registering.all(AUDITOR)).hasSize(4);
        assertThat(refused(() -> house.inviting.invite(AUDITOR, foreign, somebody("ivan"), Set.of())))
                .as("auditors change nothing")
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.people.of(VENDOR, foreign))).isEqualTo("role-missing");
    }

    @ParameterizedTest
    @EnumSource
    void roles_are_those_of_what_the_organisation_is(Database database) {
        House house = house(database);
        for (Role role : List.of(Role.DECIDER, Role.EVALUATOR, Role.ADMINISTRATOR, Role.AUDITOR)) {
            assertThat(refused(() ->
                            house.inviting.invite(MANAGER, of(house, VENDOR), somebody("nolwenn"), Set.of(all(role)))))
                    .isEqualTo("role-not-of-organisation");
        }
        assertThat(refused(() ->
                        house.granting.grant(ADMINISTRATOR, VENDOR.name(), OptionalLong.of(0), all(Role.DECIDER))))
                .isEqualTo("role-not-of-organisation");
        Actor chief = new Actor("c.hef", ADMINISTRATOR.organisation(), Set.of(Role.MANAGER));
        house.account(chief);
        assertThat(refused(() -> house.inviting.invite(
                        chief, of(house, ADMINISTRATOR), somebody("nolwenn"), Set.of(all(Role.ADMINISTRATOR)))))
                .as("administrators are made by administrators")
                .isEqualTo("role-not-given");
        house.account(AUDITOR);
        assertThat(refused(
                        () -> house.granting.grant(chief, AUDITOR.name(), OptionalLong.of(0), all(Role.ADMINISTRATOR))))
                .isEqualTo("role-not-given");
    }

    @ParameterizedTest
    @EnumSource
    void an_administrator_alone_becomes_nobody_of_a_vendor(Database database) {
        House house = house(database);
        Invitation made = house.inviting
                .invite(ADMINISTRATOR, of(house, VENDOR), somebody("nolwenn"), Set.of(all(Role.SPONSOR)))
                .invitation();
        assertThat(made.state()).isEqualTo(Invitation.State.WAITING);
        assertThat(house.inviting
                        .recover(ADMINISTRATOR, VENDOR.name())
                        .invitation()
                        .state())
                .isEqualTo(Invitation.State.WAITING);
        assertThat(house.inviting
                        .approve(MANAGER, made.id(), seen(made))
                        .invitation()
                        .state())
                .isEqualTo(Invitation.State.OPEN);
    }

    @ParameterizedTest
    @EnumSource
    void a_manager_gives_the_own_people_what_their_organisation_can_have(Database database) {
        House house = house(database);
        RoleGrant sponsor = new RoleGrant(Role.SPONSOR, Optional.of(new SchemeId("cspn")));
        house.granting.revoke(MANAGER, VENDOR.name(), OptionalLong.of(0), all(Role.SPONSOR));
        assertThat(house.granting
                        .grant(MANAGER, VENDOR.name(), OptionalLong.of(1), sponsor)
                        .book()
                        .grants())
                .containsExactly(sponsor);
        house.account(Matters.EVALUATOR);
        for (Role role : List.of(Role.DECIDER, Role.SPONSOR, Role.CERTIFIER)) {
            assertThat(refused(() -> house.granting.grant(
                            ADMINISTRATOR, Matters.EVALUATOR.name(), OptionalLong.of(0), all(role))))
                    .isEqualTo("role-not-of-organisation");
        }
        for (Role role : List.of(Role.SPONSOR, Role.NCCA_SUPERVISOR, Role.ADMINISTRATOR)) {
            assertThat(refused(() -> house.inviting.invite(
                            STAFF_MANAGER, of(house, STAFF_MANAGER), somebody("nolwenn"), Set.of(all(role)))))
                    .isEqualTo("role-not-of-organisation");
        }
    }

    /** Scenario S3, at the invitation. */
    @ParameterizedTest
    @EnumSource
    void invariant_09_nobody_is_invited_across_a_wall(Database database) {
        House house = house(database);
        assertThat(refused(() -> house.inviting.invite(
                        ADMINISTRATOR,
                        of(house, ADMINISTRATOR),
                        somebody("nolwenn"),
                        Set.of(
                                new RoleGrant(Role.NCCA_SUPERVISOR, Optional.of(new SchemeId("eucc"))),
                                all(Role.DECIDER)))))
                .isEqualTo("sod-supervision-issuance");
    }

    @ParameterizedTest
    @EnumSource
    void one_of_staff_comes_in_by_the_words_of_two_people_and_neither_can_be_that_one(Database database) {
        House house = house(database);
        InvitePeople.Given given = decider(house);
        String token = given.secret().orElseThrow();
        Invitation made = given.invitation();

        assertThat(made.state()).isEqualTo(Invitation.State.WAITING);
        assertThat(refused(() -> house.accepting.accept(token, "", PASSWORD))).isEqualTo("invitation-waiting");
        assertThat(refused(() -> house.inviting.approve(STAFF_MANAGER, made.id(), seen(made))))
                .isEqualTo("approval-own-proposal");
        InvitePeople.Given approved = house.inviting.approve(ADMINISTRATOR, made.id(), seen(made));
        String code = approved.secret().orElseThrow();
        assertThat(refused(() -> house.inviting.approve(OTHER_ADMINISTRATOR, made.id(), seen(approved.invitation()))))
                .isEqualTo("invitation-approved");
        assertThat(refused(() -> house.accepting.accept(token, "", PASSWORD)))
                .as("whoever invited has the address alone")
                .isEqualTo("invitation-code-wrong");
        assertThat(house.accepting.accept(
                        token, code.toLowerCase(java.util.Locale.ROOT).replace("-", " "), PASSWORD))
                .isEqualTo("nolwenn");
        assertThat(house.signIn.known("nolwenn").orElseThrow().roles()).containsExactly(Role.DECIDER);
    }

    /** Between the question for the code and the act somebody approves: before, there was no code that could be asked for. */
    @ParameterizedTest
    @EnumSource
    void whoever_accepts_while_somebody_approves_needs_the_code_as_well(Database database) {
        House house = house(database);
        InvitePeople.Given given = decider(house);
        AtomicReference<String> code = new AtomicReference<>("");
        AcceptInvitation accepting = house.acceptingWith(new JdbcInvitations(house.sql) {
            @Override
            public Optional<Lock> byTokenHash(String tokenHash) {
                Optional<Lock> seen = super.byTokenHash(tokenHash);
                if (code.get().isEmpty()) {
                    code.set(elsewhere(() -> house.inviting
                            .approve(ADMINISTRATOR, given.invitation().id(), seen(given.invitation()))
                            .secret()
                            .orElseThrow()));
                }
                return seen;
            }
        });

        assertThat(refused(() -> accepting.accept(given.secret().orElseThrow(), "", PASSWORD)))
                .isEqualTo("invitation-code-wrong");
        assertThat(code.get()).as("it was approved meanwhile").isNotEmpty();
        assertThat(house.accounts.byUsername("nolwenn")).isEmpty();
        assertThat(house.accepting.accept(given.secret().orElseThrow(), code.get(), PASSWORD))
                .isEqualTo("nolwenn");
    }

    /** On a thread, and so in a transaction, of its own. */
    private static <R> R elsewhere(Supplier<R> work) {
        return CompletableFuture.supplyAsync(work).join();
    }

    @ParameterizedTest
    @EnumSource
    void attempts_at_one_time_are_counted_one_by_one(Database database) {
        House house = house(database);
        InvitePeople.Given given = decider(house);
        String code = house.inviting
                .approve(ADMINISTRATOR, given.invitation().id(), seen(given.invitation()))
                .secret()
                .orElseThrow();
        String token = given.secret().orElseThrow();
        List<CompletableFuture<String>> tries = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> refused(() -> house.accepting.accept(token, "0000-0000-0000", PASSWORD))))
                .toList();

        assertThat(tries.stream().map(CompletableFuture::join))
                .allMatch(answer -> Set.of("invitation-code-wrong", "invitation-unknown", "concurrent-change")
                        .contains(answer));
        assertThat(refused(() -> house.accepting.accept(token, code, PASSWORD))).isEqualTo("invitation-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void nobody_becomes_the_only_administrator_and_again_invites_one_alone(Database database) {
        House house = house(database);
        assertThat(refused(() -> house.granting.revoke(
                        ADMINISTRATOR, OTHER_ADMINISTRATOR.name(), OptionalLong.of(0), all(Role.ADMINISTRATOR))))
                .isEqualTo("administrators-two");
        Actor third = new Actor("t.roisieme", ADMINISTRATOR.organisation(), Set.of(Role.ADMINISTRATOR));
        house.account(third);
        house.granting.revoke(ADMINISTRATOR, third.name(), OptionalLong.of(0), all(Role.ADMINISTRATOR));
        assertThat(house.accounts.countHaving(Role.ADMINISTRATOR)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void the_second_administrator_who_needs_nobody_else_is_nothing_else(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        for (Set<RoleGrant> more : List.of(
                Set.of(all(Role.ADMINISTRATOR), all(Role.DECIDER)),
                Set.of(new RoleGrant(Role.ADMINISTRATOR, Optional.of(new SchemeId("cspn")))),
                Set.of(all(Role.DECIDER)))) {
            Invitation made = house.inviting
                    .invite(ADMINISTRATOR, of(house, ADMINISTRATOR), somebody("nolwenn"), more)
                    .invitation();
            assertThat(made.state()).as("%s", more).isEqualTo(Invitation.State.WAITING);
            house.inviting.revoke(ADMINISTRATOR, made.id(), seen(made));
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_manager_of_the_authority_touches_no_administrator(Database database) {
        House house = house(database);
        Actor chief = new Actor("c.hef", ADMINISTRATOR.organisation(), Set.of(Role.MANAGER));
        house.account(chief);
        InvitePeople.Given third = house.inviting.invite(
                ADMINISTRATOR, of(house, ADMINISTRATOR), somebody("nolwenn"), Set.of(all(Role.ADMINISTRATOR)));
        InvitePeople.Given back = house.inviting.recover(ADMINISTRATOR, OTHER_ADMINISTRATOR.name());

        for (Runnable attempt : List.<Runnable>of(
                () -> house.granting.revoke(chief, ADMINISTRATOR.name(), OptionalLong.of(0), all(Role.ADMINISTRATOR)),
                () -> house.granting.grant(chief, ADMINISTRATOR.name(), OptionalLong.of(0), all(Role.AUDITOR)),
                () -> house.people.close(chief, ADMINISTRATOR.name()),
                () -> house.inviting.recover(chief, ADMINISTRATOR.name()),
                () -> house.inviting.approve(chief, third.invitation().id(), seen(third.invitation())),
                () -> house.inviting.revoke(chief, third.invitation().id(), seen(third.invitation())),
                () -> house.inviting.approve(chief, back.invitation().id(), seen(back.invitation())))) {
            assertThat(refused(attempt)).isEqualTo("administrators-keep-administrators");
        }
        assertThat(house.signIn.known(ADMINISTRATOR.name()).orElseThrow().roles())
                .containsExactly(Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @EnumSource
    void one_of_staff_who_left_comes_back_by_the_words_of_two_alone(Database database) {
        House house = house(database);
        house.account(Matters.DECIDER);
        Actor leaver = new Actor("p.arti", STAFF_MANAGER.organisation(), Set.of(Role.DECIDER));
        house.account(leaver);
        String machine = house.tokens
                .make(leaver, "miroir", Optional.empty(), 30)
                .secret()
                .orElseThrow()
                .secret();
        house.people.close(STAFF_MANAGER, leaver.name());
        assertThat(house.signIn.withToken(machine)).isEmpty();
        for (Actor one : List.of(STAFF_MANAGER, ADMINISTRATOR)) {
            assertThat(refused(() -> house.people.open(one, leaver.name()))).isEqualTo("account-back-by-recovery");
        }
        InvitePeople.Given back = house.inviting.recover(STAFF_MANAGER, leaver.name());
        String code = house.inviting
                .approve(ADMINISTRATOR, back.invitation().id(), seen(back.invitation()))
                .secret()
                .orElseThrow();
        house.accepting.accept(back.secret().orElseThrow(), code, PASSWORD);
        assertThat(house.signIn.withPassword(leaver.name(), PASSWORD)).isPresent();
        assertThat(house.signIn.withToken(machine))
                .as("what let in before lets in no more")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_house_of_staff_opens_without_its_people(Database database) {
        House house = house(database);
        OrganisationId body = of(house, STAFF_MANAGER);
        house.registering.close(ADMINISTRATOR, body, OptionalLong.of(1));
        house.registering.open(ADMINISTRATOR, body, OptionalLong.of(2));
        assertThat(house.signIn.known(STAFF_MANAGER.name())).isEmpty();
        assertThat(refused(() -> house.people.open(ADMINISTRATOR, STAFF_MANAGER.name())))
                .isEqualTo("account-back-by-recovery");
    }

    /** Accounts that were there before organisations were may hold what nobody of their kind is given. */
    @ParameterizedTest
    @EnumSource
    void whoever_holds_a_role_of_staff_is_one_of_staff_wherever(Database database) {
        House house = house(database);
        Actor mixed = new Actor("m.ixte", VENDOR.organisation(), Set.of(Role.SPONSOR, Role.DECIDER));
        house.account(mixed);
        assertThat(house.inviting.recover(MANAGER, mixed.name()).invitation().state())
                .isEqualTo(Invitation.State.WAITING);
    }

    @ParameterizedTest
    @EnumSource
    void a_recovery_ends_the_sessions_that_are_open(Database database) {
        House house = house(database);
        String session = house.signIn.begin(VENDOR.name(), "Firefox, Linux");
        assertThat(house.signIn.inSession(VENDOR.name(), session)).isPresent();
        InvitePeople.Given back = house.inviting.recover(MANAGER, VENDOR.name());
        assertThat(house.signIn.inSession(VENDOR.name(), session)).isPresent();
        house.accepting.accept(back.secret().orElseThrow(), "", PASSWORD);
        assertThat(house.signIn.inSession(VENDOR.name(), session)).isEmpty();
        String next = house.signIn.begin(VENDOR.name(), "Firefox, Linux");
        assertThat(house.signIn.inSession(VENDOR.name(), next)).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void an_invitation_does_not_outlive_the_right_it_was_made_with(Database database) {
        House house = house(database);
        InvitePeople.Given first = vendor(house);
        house.people.close(ADMINISTRATOR, MANAGER.name());
        assertThat(refused(() -> house.accepting.accept(first.secret().orElseThrow(), "", PASSWORD)))
                .isEqualTo("invitation-unknown");

        InvitePeople.Given second = house.inviting.invite(
                STAFF_MANAGER, of(house, STAFF_MANAGER), somebody("ivan"), Set.of(all(Role.DECIDER)));
        house.granting.revoke(ADMINISTRATOR, STAFF_MANAGER.name(), OptionalLong.of(0), all(Role.MANAGER));
        assertThat(refused(() -> house.accepting.look(second.secret().orElseThrow())))
                .isEqualTo("invitation-unknown");
    }

    @ParameterizedTest
    @EnumSource
    void codes_cannot_be_tried_through(Database database) {
        House house = house(database);
        InvitePeople.Given given = decider(house);
        String code = house.inviting
                .approve(ADMINISTRATOR, given.invitation().id(), seen(given.invitation()))
                .secret()
                .orElseThrow();
        String token = given.secret().orElseThrow();

        for (int i = 0; i < AcceptInvitation.MOST_WRONG_CODES; i++) {
            assertThat(refused(() -> house.accepting.accept(token, "0000-0000-0000", PASSWORD)))
                    .isEqualTo("invitation-code-wrong");
        }
        assertThat(refused(() -> house.accepting.accept(token, code, PASSWORD))).isEqualTo("invitation-unknown");
        assertThat(house.accounts.byUsername("nolwenn")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_second_administrator_of_a_house_needs_nobody_else_and_the_third_does(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        InvitePeople.Given second = house.inviting.invite(
                ADMINISTRATOR, of(house, ADMINISTRATOR), somebody("nolwenn"), Set.of(all(Role.ADMINISTRATOR)));
        assertThat(second.invitation().state()).isEqualTo(Invitation.State.OPEN);
        InvitePeople.Given beside = house.inviting.invite(
                ADMINISTRATOR, of(house, ADMINISTRATOR), somebody("jakez"), Set.of(all(Role.ADMINISTRATOR)));
        house.accepting.accept(second.secret().orElseThrow(), "", PASSWORD);
        house.people.close(ADMINISTRATOR, "nolwenn");

        assertThat(refused(() -> house.accepting.accept(beside.secret().orElseThrow(), "", PASSWORD)))
                .as("there is a second one by now")
                .isEqualTo("invitation-unknown");
        assertThat(house.inviting
                        .invite(
                                ADMINISTRATOR,
                                of(house, ADMINISTRATOR),
                                somebody("ivan"),
                                Set.of(all(Role.ADMINISTRATOR)))
                        .invitation()
                        .state())
                .as("closing the other one does not make him alone again")
                .isEqualTo(Invitation.State.WAITING);
    }

    @ParameterizedTest
    @EnumSource
    void an_invitation_ends_by_itself_and_by_whoever_keeps_people(Database database) {
        House house = house(database);
        InvitePeople.Given first = vendor(house);
        assertThat(refused(() -> vendor(house))).as("invited already").isEqualTo("username-taken");
        house.inviting.revoke(MANAGER, first.invitation().id(), seen(first.invitation()));
        assertThat(refused(() -> house.accepting.look(first.secret().orElseThrow())))
                .isEqualTo("invitation-unknown");
        assertThat(refused(
                        () -> house.inviting.revoke(MANAGER, first.invitation().id(), OptionalLong.of(2))))
                .isEqualTo("invitation-over");

        InvitePeople.Given second = vendor(house);
        house.clock.set("2025-12-12T10:59:59Z");
        assertThat(house.accepting.look(second.secret().orElseThrow())).isEqualTo(second.invitation());
        house.clock.set("2025-12-12T11:00:00Z");
        assertThat(refused(() -> house.accepting.look(second.secret().orElseThrow())))
                .isEqualTo("invitation-unknown");
        assertThat(refused(() -> house.accepting.accept(second.secret().orElseThrow(), "", PASSWORD)))
                .isEqualTo("invitation-unknown");
        assertThat(vendor(house).invitation().state()).isEqualTo(Invitation.State.OPEN);
    }

    @ParameterizedTest
    @EnumSource
    void easy_passwords_are_refused_and_the_invitation_stays(Database database) {
        House house = house(database);
        String token = vendor(house).secret().orElseThrow();

        assertThat(refused(() -> house.accepting.accept(token, "", "court"))).isEqualTo("password-short");
        assertThat(refused(() -> house.accepting.accept(token, "", "é".repeat(201))))
                .isEqualTo("password-long");
        for (String easy : List.of(
                "aaaaaaaaaaaaaaaa",
                "abcdefghijklmnop",
                "1234567890123456",
                "nolwennnolwenn1",
                "HalcyonCards2026",
                "motdepassemotdepasse1")) {
            assertThat(refused(() -> house.accepting.accept(token, "", easy)))
                    .as(easy)
                    .isEqualTo("password-easy");
        }
        assertThat(house.accepting.accept(token, "", PASSWORD)).isEqualTo("nolwenn");
    }

    @ParameterizedTest
    @EnumSource
    void a_lost_password_is_replaced_by_the_person_and_for_staff_by_two_others(Database database) {
        House house = house(database);
        house.accepting.accept(vendor(house).secret().orElseThrow(), "", PASSWORD);
        InvitePeople.Given back = house.inviting.recover(MANAGER, "nolwenn");
        assertThat(house.signIn.withPassword("nolwenn", PASSWORD))
                .as("nothing changes before it is accepted")
                .isPresent();
        String machine = house.tokens
                .make(house.signIn.known("nolwenn").orElseThrow(), "miroir", Optional.empty(), 30)
                .secret()
                .orElseThrow()
                .secret();
        house.accepting.accept(back.secret().orElseThrow(), "", "quatre poires au sirop");
        assertThat(house.signIn.withToken(machine))
                .as("what let in before lets in no more")
                .isEmpty();
        assertThat(house.signIn.withPassword("nolwenn", PASSWORD)).isEmpty();
        assertThat(house.signIn
                        .withPassword("nolwenn", "quatre poires au sirop")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.SPONSOR);

        assertThat(refused(() -> house.inviting.recover(ADMINISTRATOR, ADMINISTRATOR.name())))
                .isEqualTo("account-own");
        InvitePeople.Given staff = house.inviting.recover(ADMINISTRATOR, OTHER_ADMINISTRATOR.name());
        assertThat(staff.invitation().state()).isEqualTo(Invitation.State.WAITING);
        assertThat(refused(() -> house.inviting.approve(
                        OTHER_ADMINISTRATOR, staff.invitation().id(), seen(staff.invitation()))))
                .as("nobody approves the way back into the own account")
                .isEqualTo("approval-own-proposal");
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_account_and_a_closed_organisation_let_nobody_in(Database database) {
        House house = house(database);
        house.accepting.accept(vendor(house).secret().orElseThrow(), "", PASSWORD);

        house.people.close(MANAGER, "nolwenn");
        assertThat(house.signIn.withPassword("nolwenn", PASSWORD)).isEmpty();
        assertThat(house.signIn.known("nolwenn")).isEmpty();
        assertThat(refused(() -> house.people.close(MANAGER, "nolwenn"))).isEqualTo("account-closed");
        assertThat(refused(() -> house.people.close(MANAGER, MANAGER.name()))).isEqualTo("account-own");
        house.people.open(MANAGER, "nolwenn");
        assertThat(house.signIn.withPassword("nolwenn", PASSWORD)).isPresent();

        Member member = house.organisations.named(VENDOR.organisation()).orElseThrow();
        InvitePeople.Given open =
                house.inviting.invite(MANAGER, member.id(), somebody("ivan"), Set.of(all(Role.SPONSOR)));
        house.registering.close(ADMINISTRATOR, member.id(), OptionalLong.of(1));
        assertThat(house.signIn.known("nolwenn")).isEmpty();
        assertThat(refused(() -> house.accepting.look(open.secret().orElseThrow())))
                .isEqualTo("invitation-unknown");
        assertThat(refused(() -> house.inviting.invite(
                        ADMINISTRATOR, member.id(), somebody("paule"), Set.of(all(Role.SPONSOR)))))
                .isEqualTo("organisation-closed");
        house.registering.open(ADMINISTRATOR, member.id(), OptionalLong.of(2));
        assertThat(house.signIn.known("nolwenn")).isPresent();
        assertThat(refused(() -> house.registering.close(ADMINISTRATOR, of(house, ADMINISTRATOR), OptionalLong.of(1))))
                .isEqualTo("organisation-own");
    }

    @ParameterizedTest
    @EnumSource
    void organisations_of_accounts_that_were_there_before_are_registered_once(Database database) {
        House house = House.on(database, home);
        List.of(ADMINISTRATOR, VENDOR, Matters.EVALUATOR, House.PUBLISHER)
                .forEach(actor -> house.accounts.add(
                        new Accounts.Account(
                                UUID.randomUUID().toString(),
                                actor.name(),
                                "-",
                                actor.organisation(),
                                actor.roles(),
                                true),
                        house.clock.instant()));

        house.registering.registerKnown();
        long entries = house.journal.size();
        house.registering.registerKnown();

        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(house.registering.all(ADMINISTRATOR))
                .extracting(member -> member.name() + " " + member.kind().code())
                .containsExactlyInAnyOrder(
                        ADMINISTRATOR.organisation() + " authority",
                        VENDOR.organisation() + " vendor",
                        Matters.EVALUATOR.organisation() + " laboratory",
                        House.PUBLISHER.organisation() + " certification-body");
        assertThat(refused(() ->
                        house.registering.register(ADMINISTRATOR, VENDOR.organisation(), OrganisationKind.VENDOR)))
                .isEqualTo("organisation-known");
    }
}
