package org.sceau.it.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.infrastructure.persistence.JdbcCompartments;
import org.sceau.registry.infrastructure.persistence.JdbcComplaints;
import org.sceau.registry.infrastructure.persistence.JdbcDossiers;
import org.sceau.registry.infrastructure.persistence.JdbcJournal;
import org.sceau.registry.infrastructure.persistence.JdbcNotices;
import org.sceau.registry.infrastructure.persistence.JdbcProposals;
import org.sceau.registry.infrastructure.persistence.JdbcRemedies;
import org.sceau.registry.infrastructure.persistence.JdbcTasks;
import org.sceau.registry.infrastructure.persistence.JdbcVisas;
import org.sceau.registry.infrastructure.persistence.JdbcVulnerabilities;
import org.sceau.registry.infrastructure.persistence.Sql;

/** Use cases that forgot to ask whose something is, over the registry's own door and rows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
class ForgottenFilterTest {
    private Estate estate;
    private Sql sql;
    private JdbcDossiers dossiers;

    @BeforeAll
    void furnish(@TempDir Path home) {
        estate = new Estate(home);
        sql = estate.house.rows;
        dossiers = new JdbcDossiers(sql, estate.house.schemes);
    }

    @AfterAll
    void close() {
        estate.close();
    }

    private <R> R asking(Actor actor, Supplier<R> question) {
        return estate.house.door.prepare(actor, Permission.FILE_COMPLAINT, "-", question);
    }

    @Test
    void by_the_id_of_a_foreign_dossier_none_is_found_in_any_version_or_at_any_time() {
        DossierId foreign = estate.dossier.id();
        assertThat(asking(OTHER_VENDOR, () -> dossiers.find(foreign))).isEmpty();
        assertThat(asking(OTHER_VENDOR, () -> dossiers.find(foreign, 1))).isEmpty();
        assertThat(asking(OTHER_VENDOR, () -> dossiers.find(foreign, Instant.parse("2026-12-01T00:00:00Z"))))
                .isEmpty();
        assertThat(asking(VENDOR, () -> dossiers.find(foreign))).isPresent();
    }

    @Test
    void a_page_that_was_asked_for_everywhere_shows_ones_own() {
        assertThat(asking(OTHER_VENDOR, () -> dossiers.page(Reach.EVERYWHERE, Optional.empty(), Optional.empty(), 200)))
                .containsExactly(estate.others.id());
        assertThat(asking(OTHER_VENDOR, () -> dossiers.open(Reach.EVERYWHERE, 200)))
                .containsExactly(estate.others.id());
        assertThat(asking(OTHER_VENDOR, dossiers::granted)).isEmpty();
    }

    @Test
    void lists_of_everything_are_empty_for_a_party() {
        JdbcProposals proposals = new JdbcProposals(sql, dossiers);
        assertThat(asking(
                        VENDOR,
                        () -> proposals.open(estate.house.calendar.today().minusYears(1), Optional.empty(), 200)))
                .isEmpty();
        assertThat(asking(VENDOR, () -> proposals.about(estate.visa.id(), Optional.empty(), 200)))
                .isEmpty();
        assertThat(asking(VENDOR, () -> new JdbcTasks(sql).page(Set.of(Role.values()), true, Optional.empty(), 200)))
                .isEmpty();
        assertThat(asking(OTHER_VENDOR, () -> new JdbcComplaints(sql).page(Optional.empty(), Optional.empty(), 200)))
                .isEmpty();
        assertThat(asking(
                        OTHER_VENDOR, () -> new JdbcVulnerabilities(sql).page(Optional.empty(), Optional.empty(), 200)))
                .isEmpty();
        assertThat(asking(OTHER_VENDOR, () -> new JdbcRemedies(sql).about(estate.visa.id())))
                .isEmpty();
        assertThat(asking(OTHER_VENDOR, () -> new JdbcNotices(sql).page(Optional.empty(), Optional.empty(), 200)))
                .isEmpty();
    }

    @Test
    void whoever_is_no_handler_finds_no_text_in_a_compartment() {
        JdbcCompartments compartments = new JdbcCompartments(sql);
        assertThat(asking(CERTIFIER, () -> compartments.find(estate.vulnerability.id(), Compartment.EXPLOITATION)))
                .isEmpty();
        assertThat(asking(Actor.SYSTEM, () -> compartments.find(estate.vulnerability.id(), Compartment.EXPLOITATION)))
                .as("the house itself")
                .isEmpty();
        assertThat(asking(VENDOR, () -> compartments.find(estate.vulnerability.id(), Compartment.EXPLOITATION)))
                .isPresent();
    }

    @Test
    void the_plaintexts_of_the_journal_stay_where_they_are() {
        JdbcJournal journal = new JdbcJournal(sql);
        long opened = asking(CERTIFIER, () -> {
            long[] seen = {0};
            journal.forEach(
                    Set.of("dossier-acted", "decision-made"),
                    entry -> seen[0] += entry.opened().size());
            return seen[0];
        });
        assertThat(opened).isZero();
    }

    @Test
    void a_foreign_dossier_that_is_written_over_was_changed_by_somebody_else_first() {
        Dossiers.Recorded foreign =
                estate.house.dossiers.find(estate.dossier.id()).orElseThrow();
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> asking(OTHER_VENDOR, () -> {
                    dossiers.replace(foreign, CanonicalRecord.text(foreign.dossier()), Set.of(), Set.of());
                    return foreign;
                }));
        assertThat(refused.refusal().code()).isEqualTo("concurrent-change");
    }

    @Test
    void what_is_asked_outside_the_door_is_asked_for_nobody() {
        assertThat(dossiers.find(estate.dossier.id())).isEmpty();
        assertThat(new JdbcVisas(sql).find(estate.visa.id())).as("listed").isPresent();
        assertThat(sql.list("select id from dossier", row -> row.getString(1))).isEmpty();
    }

    /** What a rule rests on is asked past the wall, and the wall stands again behind the question. */
    @Test
    void a_question_for_the_house_is_answered_and_the_next_one_is_not() {
        List<Boolean> found = asking(
                OTHER_VENDOR,
                () -> List.of(
                        dossiers.find(estate.dossier.id()).isPresent(),
                        dossiers.schemeOf(estate.dossier.id()).isPresent(),
                        dossiers.find(estate.dossier.id()).isPresent(),
                        dossiers.find(estate.others.id()).isPresent()));
        assertThat(found).containsExactly(false, true, false, true);
        assertThat(dossiers.schemeOf(estate.dossier.id()))
                .as("outside a transaction")
                .isPresent();
        assertThat(dossiers.find(estate.dossier.id())).isEmpty();
    }

    @Test
    void whom_it_is_for_is_said_once_in_a_transaction_and_travels_with_the_first_statement() {
        estate.house.database.beforeStatement("-- never", () -> {});
        asking(
                VENDOR,
                () -> List.of(
                        dossiers.find(estate.dossier.id()),
                        dossiers.find(estate.others.id()),
                        dossiers.visasOf(estate.dossier.id())));

        assertThat(estate.house.database.sent("set_config")).isEqualTo(1);
        assertThat(estate.house.database.sent("select")).isEqualTo(3);
    }
}
