package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.notifying.ReadMail;
import org.sceau.registry.application.publishing.ReadCondition;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.FamilyId;

/** What whoever runs the registry is told of how it is doing. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadConditionTest {
    private static final Actor AUDITOR = new Actor("audit", "Autorité de démonstration", Set.of(Role.AUDITOR));
    private static final FamilyId CSPN = new FamilyId("cspn");

    @TempDir
    Path home;

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal()
                .code();
    }

    @Test
    void nobody_else_is_told() {
        House house = House.on(Database.H2, home);

        assertThat(refused(() -> house.condition.now(CERTIFIER))).isEqualTo("role-missing");
        assertThat(refused(() -> house.mailing.now(CERTIFIER))).isEqualTo("role-missing");
        assertThat(refused(() -> house.working.held(CERTIFIER))).isEqualTo("role-missing");
        assertThat(refused(() -> house.condition.now(Actor.ANONYMOUS))).isEqualTo("sign-in-needed");
    }

    @Test
    void a_house_that_has_not_opened_says_so_and_nothing_of_its_lists() {
        House house = House.on(Database.H2, home);
        house.importCsv(ImportTest.ONE_ROW, false);

        assertThat(house.condition.now(AUDITOR)).satisfies(sight -> {
            assertThat(sight.isReady()).isFalse();
            assertThat(sight.complaints()).containsExactly("not-open");
            assertThat(sight.lists()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_list_is_due_until_it_is_issued_and_again_when_its_next_update_is_near(Database database) {
        House house = House.on(database, home);
        house.readiness.opened();
        assertThat(house.condition.now(ADMINISTRATOR).lists())
                .as("a family without visas has no list")
                .isEmpty();
        house.importCsv(ImportTest.ONE_ROW, false);

        assertThat(list(house)).satisfies(due -> {
            assertThat(due.newest()).isEmpty();
            assertThat(due.due()).isTrue();
        });
        house.issuing.issueDue();
        assertThat(list(house)).satisfies(issued -> {
            assertThat(issued.newest()).isPresent();
            assertThat(issued.due()).isFalse();
        });
        house.clock.set("2026-04-10T08:00:00Z");
        assertThat(list(house).due()).isTrue();
        house.clock.set("2026-06-10T08:00:00Z");
        assertThat(house.condition.now(ADMINISTRATOR).complaints()).contains("list-overdue:cspn");
    }

    @Test
    void the_end_of_the_signers_certificate_is_told() {
        House house = House.on(Database.H2, home);

        assertThat(house.condition.now(ADMINISTRATOR).signerUntil())
                .isEqualTo(house.signer.certificate().getNotAfter().toInstant());
    }

    @Test
    void without_a_mail_server_nothing_waits_and_whoever_works_is_named() {
        House house = House.on(Database.H2, home);
        assertThat(house.mailing.now(AUDITOR)).isEqualTo(new ReadMail.Standing(false, 0, 0, 0, 0));
        assertThat(house.working.held(AUDITOR)).isEmpty();
        Instant until = house.clock.instant().plusSeconds(60);
        house.database.inNew(() -> house.leases.take(
                new Leases.Lease("scheduled-work", house.holder.name()), house.clock.instant(), until));

        assertThat(house.working.held(AUDITOR))
                .containsExactly(new Leases.Held("scheduled-work", house.holder.name(), until));
    }

    private static ReadCondition.ListState list(House house) {
        return house.condition.now(ADMINISTRATOR).lists().stream()
                .filter(state -> state.family().id().equals(CSPN))
                .findFirst()
                .orElseThrow();
    }
}
