package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SUPERVISOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.identifying.GrantRoles;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;

/** Roles given and taken away through the use case, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RolesTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        house.account(SUPERVISOR);
        house.account(DECIDER);
        return house;
    }

    private static RoleGrant under(String scheme, Role role) {
        return new RoleGrant(role, Optional.of(new SchemeId(scheme)));
    }

    private static GrantRoles.Held grant(House house, Actor to, long seen, RoleGrant grant) {
        return house.granting.grant(ADMINISTRATOR, to.name(), OptionalLong.of(seen), grant);
    }

    /** Scenario S3, through the use case. */
    @ParameterizedTest
    @EnumSource
    void invariant_09_who_supervises_a_scheme_is_given_no_role_that_issues_under_it(Database database) {
        House house = house(database);
        long entries = house.journal.size();

        for (RoleGrant wanted : List.of(
                under("eucc", Role.DECIDER),
                under("eucc", Role.REVIEWER),
                under("eucc", Role.CERTIFIER),
                under("eucc-pp", Role.DECIDER),
                RoleGrant.forAll(Role.DECIDER))) {
            Refused wall = refusal(() -> grant(house, SUPERVISOR, 0, wanted));
            assertThat(wall.refusal().code()).as("%s", wanted).isEqualTo("sod-supervision-issuance");
            assertThat(wall.refusal().details().get("scheme")).startsWith("eucc");
        }
        for (RoleGrant wanted : List.of(under("eucc", Role.NCCA_SUPERVISOR), RoleGrant.forAll(Role.NCCA_APPROVER))) {
            assertThat(refused(() -> grant(house, DECIDER, 0, wanted))).isEqualTo("sod-supervision-issuance");
        }

        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(house.granting.read(ADMINISTRATOR, SUPERVISOR.name()).book().grants())
                .containsExactly(RoleGrant.forAll(Role.NCCA_SUPERVISOR));
        assertThat(house.sql.number("select count(*) from audit where outcome = 'sod-supervision-issuance'"))
                .isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_09_the_wall_is_that_of_the_scheme_and_counts_roles_of_that_scheme(Database database) {
        House house = house(database);
        // No wall is written for this scheme.
        grant(house, SUPERVISOR, 0, under("cspn", Role.DECIDER));

        Actor newcomer = new Actor("n.ouveau", DECIDER.organisation(), Set.of());
        house.account(newcomer);
        grant(house, newcomer, 0, under("eucc", Role.NCCA_SUPERVISOR));
        assertThat(refused(() -> grant(house, newcomer, 1, under("eucc", Role.DECIDER))))
                .isEqualTo("sod-supervision-issuance");
        assertThat(refused(() -> grant(house, newcomer, 1, RoleGrant.forAll(Role.CERTIFIER))))
                .isEqualTo("sod-supervision-issuance");
        grant(house, newcomer, 1, under("passi", Role.DECIDER));
        house.granting.revoke(ADMINISTRATOR, newcomer.name(), OptionalLong.of(2), under("eucc", Role.NCCA_SUPERVISOR));
        assertThat(grant(house, newcomer, 3, under("eucc", Role.DECIDER)).book().grants())
                .containsExactlyInAnyOrder(under("passi", Role.DECIDER), under("eucc", Role.DECIDER));
    }

    @ParameterizedTest
    @EnumSource
    void roles_for_all_schemes_are_those_an_account_comes_in_with(Database database) {
        House house = house(database);

        grant(house, DECIDER, 0, RoleGrant.forAll(Role.CERTIFIER));
        grant(house, DECIDER, 1, under("passi", Role.PUBLISHER));
        assertThat(house.accounts.byUsername(DECIDER.name()).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.DECIDER, Role.CERTIFIER);
        house.granting.revoke(ADMINISTRATOR, DECIDER.name(), OptionalLong.of(2), RoleGrant.forAll(Role.DECIDER));
        assertThat(house.accounts.byUsername(DECIDER.name()).orElseThrow().roles())
                .containsExactly(Role.CERTIFIER);
        assertThat(house.granting.read(ADMINISTRATOR, DECIDER.name()).book().grants())
                .containsExactlyInAnyOrder(RoleGrant.forAll(Role.CERTIFIER), under("passi", Role.PUBLISHER));
        assertThat(house.sql.number(
                        "select count(*) from journal where kind = 'account-roles-changed' and entry like '%tual%'"))
                .isZero();
        assertThat(house.sql.number("select count(*) from journal where kind = 'account-roles-changed'"))
                .isEqualTo(3);
        assertThatThrownBy(() -> house.sql.update("update account_roles_version set version = 9"))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_changes_his_own_roles_or_those_that_somebody_changed_since(Database database) {
        House house = house(database);

        assertThat(refused(() -> grant(house, ADMINISTRATOR, 0, RoleGrant.forAll(Role.DECIDER))))
                .isEqualTo("roles-own-account");
        assertThat(refused(() -> house.granting.revoke(
                        ADMINISTRATOR, ADMINISTRATOR.name(), OptionalLong.of(0), RoleGrant.forAll(Role.ADMINISTRATOR))))
                .isEqualTo("roles-own-account");
        assertThat(refused(() -> house.granting.grant(
                        DECIDER, SUPERVISOR.name(), OptionalLong.of(0), under("cspn", Role.AUDITOR))))
                .isEqualTo("role-missing");
        for (String nobody : List.of("nobody", "x".repeat(101))) {
            assertThat(refused(() -> house.granting.read(ADMINISTRATOR, nobody)))
                    .isEqualTo("account-unknown");
        }
        assertThat(refused(() -> grant(house, DECIDER, 0, under("no-such-scheme", Role.REVIEWER))))
                .isEqualTo("scheme-unknown");
        assertThat(refused(() -> grant(house, DECIDER, 0, under("eucc", Role.DECIDER))))
                .isEqualTo("role-held");
        assertThat(refused(() -> house.granting.revoke(
                        ADMINISTRATOR, DECIDER.name(), OptionalLong.of(0), under("eucc", Role.DECIDER))))
                .isEqualTo("role-not-held");
        grant(house, DECIDER, 0, under("cspn", Role.REVIEWER));
        assertThat(refused(() -> grant(house, DECIDER, 0, under("cspn", Role.CERTIFIER))))
                .isEqualTo("concurrent-change");
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "nothing was refused");
    }

    private static String refused(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
