package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Authenticator;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.door.Proof;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;

/** What needs a second factor that was just shown, and what a factor shown earlier is good for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StepUpTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    Path home;

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was done")
                .refusal()
                .code();
    }

    private static Actor proven(Proof.Assurance assurance, Duration ago) {
        return ADMINISTRATOR.known(new Proof(assurance, Optional.of(NOW.minus(ago)), Optional.empty()));
    }

    private static String missing(Permission permission, Actor actor) {
        return permission.proofMissing(actor, NOW).map(Refusal::code).orElse("");
    }

    @Test
    void deciding_publishing_and_whatever_gives_or_takes_for_good_needs_a_factor_of_the_last_five_minutes() {
        Set<Permission> weighty = EnumSet.noneOf(Permission.class);
        Arrays.stream(Permission.values()).filter(Permission::needsFreshFactor).forEach(weighty::add);
        assertThat(weighty)
                .containsExactlyInAnyOrder(
                        Permission.DECIDE,
                        Permission.ANSWER_APPROVALS,
                        Permission.ISSUE_TRUST_LIST,
                        Permission.REVISE_SCHEMES,
                        Permission.EXPORT_DOSSIER,
                        Permission.ERASE_DOSSIER,
                        Permission.GRANT_ROLES,
                        Permission.APPROVE_INVITATION);
        for (Permission permission : Permission.values()) {
            assertThat(missing(
                            permission,
                            proven(Proof.Assurance.WHOLE, Duration.ofMinutes(5).minusMillis(1))))
                    .as(permission.name())
                    .isEmpty();
            assertThat(missing(permission, proven(Proof.Assurance.WHOLE, Duration.ofMinutes(5))))
                    .as(permission.name())
                    .isEqualTo(weighty.contains(permission) ? "step-up-needed" : "");
        }
    }

    @Test
    void whoever_showed_too_little_can_only_show_the_rest() {
        for (Permission permission : Permission.values()) {
            assertThat(missing(permission, proven(Proof.Assurance.HALF, Duration.ZERO)))
                    .as(permission.name())
                    .isEqualTo(permission == Permission.SHOW_FACTOR ? "" : "second-factor-needed");
            assertThat(missing(permission, proven(Proof.Assurance.OWING, Duration.ZERO)))
                    .as(permission.name())
                    .isEqualTo(permission == Permission.KEEP_FACTORS ? "" : "second-factor-missing");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_stale_session_gives_no_role_until_a_code_is_shown_and_another_session_stays_stale(Database database) {
        House house = House.on(database, home);
        house.account(ADMINISTRATOR);
        house.account(VENDOR);
        house.account(DECIDER);
        Authenticator authenticator = house.enrol(ADMINISTRATOR);
        String one = house.signIn.begin(ADMINISTRATOR.name(), "Firefox, Linux");
        String other = house.signIn.begin(ADMINISTRATOR.name(), "Firefox, Linux");
        for (String session : new String[] {one, other}) {
            house.clock.set(house.clock.instant().plusSeconds(30).toString());
            house.showing.byCode(in(house, session), authenticator.code(house.clock.instant()));
        }
        house.clock.set(house.clock.instant().plus(Duration.ofMinutes(6)).toString());
        RoleGrant grant = new RoleGrant(Role.REVIEWER, Optional.empty());
        Runnable granting = () -> house.granting.grant(in(house, one), DECIDER.name(), OptionalLong.empty(), grant);
        long before = house.sql.number("select count(*) from journal");
        assertThat(refused(granting)).isEqualTo("step-up-needed");
        assertThat(house.sql.number("select count(*) from journal")).isEqualTo(before);
        assertThat(house.sql.number("select count(*) from audit where outcome = 'step-up-needed'"))
                .isEqualTo(1);

        house.showing.byCode(in(house, one), authenticator.code(house.clock.instant()));
        granting.run();
        assertThat(refused(() -> house.granting.grant(in(house, other), DECIDER.name(), OptionalLong.empty(), grant)))
                .isEqualTo("step-up-needed");
    }

    private static Actor in(House house, String session) {
        return house.signIn.inSession(ADMINISTRATOR.name(), session).orElseThrow();
    }
}
