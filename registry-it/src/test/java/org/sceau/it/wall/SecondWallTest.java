package org.sceau.it.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.access.RoleBook;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.SchemeId;

/** Statements that nobody of ours would write, on the registry's own role: whatever they ask for, nothing of others comes out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
class SecondWallTest {
    /** Tables of which the other vendor has rows of its own. */
    private static final Set<String> OF_BOTH =
            Set.of("dossier", "dossier_version", "dossier_party", "profile", "notice");

    private Estate estate;
    private ThreadDataSource database;

    @BeforeAll
    void furnish(@TempDir Path home) {
        estate = new Estate(home);
        database = estate.house.database;
    }

    @AfterAll
    void close() {
        estate.close();
    }

    private Map<String, Long> rows(Behind behind) throws SQLException {
        Map<String, Long> found = new TreeMap<>();
        for (String table : estate.walled()) {
            long rows = behind.count(table);
            if (rows > 0) {
                found.put(table, rows);
            }
        }
        return found;
    }

    private static String stateOf(ThrowingCallable refused) {
        SQLException why = catchThrowableOfType(SQLException.class, refused);
        return why == null ? "met" : String.valueOf(why.getSQLState());
    }

    private Behind asking(Actor actor) throws SQLException {
        return Behind.of(database, actor);
    }

    @Test
    void who_says_nothing_sees_nothing_but_what_is_listed() throws SQLException {
        try (Behind nobody = Behind.nothingSaid(database)) {
            assertThat(rows(nobody).keySet()).isSubsetOf(Estate.VISAS).contains("visa", "visa_version");
            assertThat(nobody.number("select count(*) from visa where not listed"))
                    .isZero();
        }
    }

    @Test
    void who_says_nothing_changes_nothing_not_even_what_is_listed() throws SQLException {
        try (Behind nobody = Behind.nothingSaid(database)) {
            for (String table : estate.walled()) {
                assertThat(harmless(nobody, "delete from " + table)).as(table).isZero();
            }
            assertThat(nobody.change("update visa set listed = false")).isZero();
        }
    }

    /** Rows that a statement would meet; none where the role may not do such a thing at all. */
    private static int harmless(Behind behind, String statement) throws SQLException {
        try {
            return behind.change(statement);
        } catch (SQLException refused) {
            assertThat(refused.getSQLState()).as(statement).isEqualTo("42501");
            return 0;
        }
    }

    @Test
    void there_is_something_to_see() throws SQLException {
        try (Behind all = Behind.house(database)) {
            assertThat(rows(all).keySet())
                    .contains(
                            "dossier",
                            "dossier_version",
                            "dossier_party",
                            "dossier_visa",
                            "proposal",
                            "proposal_version",
                            "complaint",
                            "complaint_version",
                            "complaint_matter",
                            "complaint_handler",
                            "vulnerability",
                            "vulnerability_version",
                            "vulnerability_visa",
                            "vulnerability_party",
                            "vulnerability_notice",
                            "vulnerability_handler",
                            "remedy",
                            "remedy_version",
                            "sample",
                            "sample_version",
                            "notice",
                            "task",
                            "task_role",
                            "journal_secret",
                            "audit",
                            "profile")
                    .doesNotContain("vulnerability_compartment");
            assertThat(all.change("update dossier set stage = stage")).isEqualTo(3);
            assertThat(all.change("delete from remedy")).isPositive();
        }
    }

    @Test
    void another_vendor_sees_its_own_and_not_a_row_of_anybody_elses() throws SQLException {
        try (Behind other = asking(OTHER_VENDOR)) {
            assertThat(rows(other).keySet()).isSubsetOf(union(OF_BOTH, Estate.VISAS));
            assertThat(other.texts("select id from dossier"))
                    .containsExactly(estate.others.id().toString());
            assertThat(other.texts("select distinct dossier_id from dossier_version"))
                    .containsExactly(estate.others.id().toString());
            assertThat(other.texts("select distinct organisation from dossier_party"))
                    .containsExactly(OTHER_VENDOR.organisation());
            assertThat(other.number(
                            "select count(*) from notice where addressee <> '" + OTHER_VENDOR.organisation() + "'"))
                    .isZero();
            assertThat(other.number("select count(*) from dossier where id = '" + estate.dossier.id() + "'"))
                    .isZero();
        }
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(more);
        return all;
    }

    @Test
    void another_laboratory_sees_nothing() throws SQLException {
        try (Behind other = asking(OTHER_EVALUATOR)) {
            assertThat(rows(other).keySet()).isSubsetOf(Estate.VISAS);
        }
    }

    @Test
    void another_vendor_changes_and_deletes_nothing_of_anybody_elses() throws SQLException {
        String foreign = " where id = '" + estate.dossier.id() + "'";
        try (Behind other = asking(OTHER_VENDOR)) {
            assertThat(other.change("update dossier set subject_name = 'x'" + foreign))
                    .isZero();
            assertThat(other.change("update dossier set subject_name = 'x'")).isEqualTo(1);
            for (String table : estate.walled()) {
                if (!OF_BOTH.contains(table) && !Estate.VISAS.contains(table)) {
                    assertThat(harmless(other, "delete from " + table))
                            .as(table)
                            .isZero();
                }
            }
            assertThat(harmless(other, "delete from dossier" + foreign)).isZero();
            assertThat(harmless(other, "delete from dossier_party where dossier_id = '" + estate.dossier.id() + "'"))
                    .isZero();
        }
    }

    @Test
    void nobody_becomes_a_party_of_a_foreign_dossier_or_opens_one_for_another() throws SQLException {
        String party = "insert into dossier_party (dossier_id, organisation, side) values ('%s', '%s', 'OBSERVER')";
        String opening =
                "insert into dossier select gen_random_uuid()::text, 'D-x', version, scheme, scheme_version, kind,"
                        + " stage, ended, subject_name, '%s', about, content, recorded_at, position from dossier where id = '"
                        + estate.others.id() + "'";
        try (Behind other = asking(OTHER_VENDOR)) {
            assertThat(stateOf(() -> other.change(party.formatted(estate.dossier.id(), OTHER_VENDOR.organisation()))))
                    .isEqualTo("42501");
            assertThat(stateOf(() -> other.change(opening.formatted(VENDOR.organisation()))))
                    .isEqualTo("42501");
            assertThat(other.change(party.formatted(estate.others.id(), "Vigie Ponant")))
                    .as("of its own, as when it is opened")
                    .isEqualTo(1);
            assertThat(other.change(opening.formatted(OTHER_VENDOR.organisation())))
                    .isEqualTo(1);
        }
    }

    @Test
    void a_vendor_and_its_laboratory_see_the_dossiers_they_are_parties_of() throws SQLException {
        try (Behind vendor = asking(VENDOR);
                Behind laboratory = asking(EVALUATOR)) {
            assertThat(vendor.count("dossier")).isEqualTo(2);
            assertThat(vendor.count("dossier_visa")).isEqualTo(1);
            assertThat(laboratory.count("dossier")).isEqualTo(1);
            assertThat(laboratory.count("dossier_visa")).isEqualTo(1);
            assertThat(vendor.count("proposal") + vendor.count("task") + vendor.count("journal_secret"))
                    .as("neither drafts of decisions, nor what the authority is asked, nor what the journal hides")
                    .isZero();
            assertThat(vendor.count("remedy")).isEqualTo(1);
            assertThat(laboratory.count("remedy")).isZero();
            assertThat(vendor.count("vulnerability")).isEqualTo(1);
            assertThat(laboratory.count("vulnerability")).isZero();
            assertThat(vendor.count("vulnerability_notice")).isEqualTo(1);
        }
    }

    @Test
    void a_complaint_is_its_filers_and_the_handlers() throws SQLException {
        Actor colleague = new Actor("c.ollegue", VENDOR.organisation(), VENDOR.roles());
        try (Behind filer = asking(VENDOR);
                Behind same = asking(colleague);
                Behind handler = asking(Estate.HANDLER)) {
            assertThat(filer.count("complaint")).isEqualTo(1);
            assertThat(same.count("complaint") + same.count("complaint_version") + same.count("complaint_handler"))
                    .isZero();
            assertThat(handler.count("complaint_handler")).isEqualTo(1);
        }
    }

    @Test
    void a_compartment_is_its_named_handlers_alone_and_nobody_names_himself() throws SQLException {
        String naming = "insert into vulnerability_handler select vulnerability_id, compartment, '%s', recorded_at,"
                + " position from vulnerability_notice, (values ('exploitation')) c(compartment)";
        try (Behind vendor = asking(VENDOR)) {
            assertThat(vendor.count("vulnerability_compartment")).isEqualTo(1);
        }
        for (Actor actor : List.of(CERTIFIER, SUPERVISOR, AUDITOR, Estate.HANDLER)) {
            try (Behind staff = asking(actor)) {
                assertThat(staff.count("vulnerability_compartment"))
                        .as(actor.name())
                        .isZero();
                assertThat(staff.count("vulnerability")).as(actor.name()).isEqualTo(1);
                assertThat(stateOf(() -> staff.change(naming.formatted(actor.name()))))
                        .as(actor.name())
                        .isEqualTo("42501");
            }
        }
        try (Behind all = Behind.house(database)) {
            assertThat(all.count("vulnerability_compartment")).isZero();
            assertThat(all.change("update vulnerability_compartment set content = 'x'"))
                    .isZero();
        }
    }

    @Test
    void a_handler_under_one_scheme_sees_no_dossier_under_another() throws SQLException {
        try (Behind other = asking(under("cspn"));
                Behind own = asking(under("eucc"))) {
            assertThat(other.count("dossier")).isZero();
            assertThat(other.count("dossier_version")).isZero();
            assertThat(other.count("sample")).isZero();
            assertThat(own.count("dossier")).isEqualTo(3);
            assertThat(own.count("sample")).isEqualTo(1);
        }
    }

    private static Actor under(String scheme) {
        return new Actor(
                "n.arrow",
                "Autorité de démonstration",
                new RoleBook(Set.of(new RoleGrant(Role.CERTIFIER, Optional.of(new SchemeId(scheme))))));
    }

    @Test
    void what_was_said_ends_with_its_transaction_on_the_same_connection() throws SQLException {
        try (Behind vendor = asking(VENDOR)) {
            assertThat(vendor.count("dossier")).isEqualTo(2);
            vendor.commit();
            assertThat(vendor.count("dossier")).as("behind a commit").isZero();
        }
        try (Behind vendor = asking(VENDOR)) {
            assertThat(vendor.count("dossier")).isEqualTo(2);
            vendor.rollBack();
            assertThat(vendor.count("dossier")).as("behind a rollback").isZero();
        }
    }

    @Test
    void two_who_ask_at_one_time_do_not_see_through_each_other() throws SQLException {
        try (Behind vendor = asking(VENDOR);
                Behind other = asking(OTHER_VENDOR);
                Behind nobody = Behind.nothingSaid(database)) {
            List<Long> seen = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                seen.add(vendor.count("dossier"));
                seen.add(other.count("dossier"));
                seen.add(nobody.count("dossier"));
            }
            assertThat(seen).containsExactly(2L, 1L, 0L, 2L, 1L, 0L, 2L, 1L, 0L);
        }
    }
}
