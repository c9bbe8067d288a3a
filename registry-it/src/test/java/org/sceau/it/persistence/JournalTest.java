package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.ledger.Commitment;
import org.sceau.ledger.LeafHash;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.domain.refusal.Refused;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JournalTest {
    @TempDir
    Path home;

    private static Entry entry(String word) {
        return new Entry(
                "accounts-created",
                "house",
                Optional.empty(),
                Map.of("word", word),
                Map.of("secret", "of " + word),
                Entry.Topic.HOUSE);
    }

    private static long note(House house, String word) {
        return house.door.enter(
                Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "house", passage -> passage.record(entry(word)));
    }

    @ParameterizedTest
    @EnumSource
    void the_database_itself_refuses_to_rewrite_the_record(Database database) {
        House house = House.on(database, home);
        note(house, "first");
        for (String statement : List.of(
                "update journal set entry = 'x'",
                "delete from journal",
                "update journal set position = position + 1",
                "truncate table journal",
                "update audit set outcome = 'ok'",
                "delete from audit",
                "delete from visa_version",
                "delete from trust_list_issue")) {
            boolean empty = !statement.contains("journal");
            if (empty && statement.contains("audit")) {
                refused(house, "role-missing");
            }
            if (statement.contains("visa_version") || statement.contains("trust_list_issue")) {
                if (house.count("visa") == 0) {
                    house.importCsv(ImportTest.ONE_ROW, false);
                    house.issuing.issueDue();
                }
            }
            assertThatThrownBy(() -> house.sql.update(statement)).as(statement).isInstanceOf(RuntimeException.class);
        }
        assertThat(house.sql.one("select entry from journal where position = 0", row -> row.getString(1)))
                .hasValueSatisfying(text -> assertThat(text).contains("first"));
    }

    private static void refused(House house, String code) {
        assertThatThrownBy(() -> house.door.enter(
                        House.LABORATORY, Permission.KEEP_ACCOUNTS, "house", passage -> passage.record(entry("no"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void a_refused_act_leaves_no_entry_but_an_audit_row_written_after_it(Database database) {
        House house = House.on(database, home);

        refused(house, "role-missing");

        assertThat(house.journal.size()).isZero();
        assertThat(house.count("journal")).isZero();
        assertThat(house.sql.list(
                        "select actor, action, outcome from audit",
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))
                .containsExactly("oxalis keep-accounts role-missing");
    }

    @ParameterizedTest
    @EnumSource
    void equal_refusals_beyond_a_bound_are_only_counted(Database database) {
        House house = House.on(database, home);
        for (int i = 0; i < 100; i++) {
            refused(house, "role-missing");
        }
        assertThat(house.count("audit")).isEqualTo(30);
        house.clock.set("2025-12-05T11:05:00Z");
        refused(house, "role-missing");
        assertThat(house.sql.number("select max(suppressed) from audit")).isEqualTo(70);
    }

    @ParameterizedTest
    @EnumSource
    void an_act_that_fails_leaves_no_gap(Database database) {
        House house = House.on(database, home);
        note(house, "first");

        assertThatThrownBy(() -> house.door.enter(Actor.SYSTEM, Permission.KEEP_ACCOUNTS, "house", passage -> {
                    passage.record(entry("lost"));
                    throw new IllegalStateException("in the middle");
                }))
                .hasMessage("in the middle");
        note(house, "second");

        assertThat(house.sql.list("select position from journal order by position", row -> row.getLong(1)))
                .containsExactly(0L, 1L);
        assertThat(house.journal.size()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void an_act_without_an_entry_is_a_mistake_and_changes_nothing(Database database) {
        House house = House.on(database, home);
        assertThatThrownBy(() -> house.door.enter(
                        Actor.SYSTEM,
                        Permission.KEEP_ACCOUNTS,
                        "house",
                        passage -> house.sql.update("insert into number_series values ('a', 1)")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(house.count("number_series")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void positions_have_no_gap_when_many_write_at_once(Database database) throws Exception {
        House house = House.on(database, home);
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Callable<Long>> acts = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String word = "word " + i;
            acts.add(() -> note(house, word));
        }
        List<Long> positions = new ArrayList<>();
        for (Future<Long> act : people.invokeAll(acts)) {
            positions.add(act.get());
        }
        people.shutdown();

        assertThat(positions)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(0, 40).boxed().toList());
        assertThat(house.outbox.after(-1, 100).stream().map(notice -> notice.position()))
                .containsExactlyElementsOf(LongStream.range(0, 40).boxed().toList());
    }

    @ParameterizedTest
    @EnumSource
    void a_cursor_never_goes_back_and_is_that_of_one_consumer_and_node_alone(Database database) {
        House house = House.on(database, home);
        for (String word : List.of("first", "second", "third")) {
            note(house, word);
        }
        assertThat(house.outbox.cursor("index", "here")).as("before its first").isEqualTo(-1);

        for (long position : new long[] {0, 2, 1}) {
            house.outbox.advance("index", "here", position);
        }
        house.outbox.advance("index", "there", 0);

        assertThat(house.outbox.cursor("index", "here")).isEqualTo(2);
        assertThat(house.outbox.cursor("index", "there")).isZero();
        assertThat(house.outbox.cursor("lists", "here")).isEqualTo(-1);
        assertThat(house.restarted().outbox.cursor("index", "here")).isEqualTo(2);
        assertThat(house.count("outbox")).as("reading empties nothing").isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_is_canonical_and_its_leaf_hash_is_of_its_bytes(Database database) {
        House house = House.on(database, home);
        note(house, "été");

        String text = house.sql
                .one("select entry from journal", row -> row.getString(1))
                .orElseThrow();
        String leaf = house.sql
                .one("select leaf_hash from journal", row -> row.getString(1))
                .orElseThrow();

        assertThat(text)
                .startsWith("{\"at\":\"2025-12-05T11:00:00Z\",\"commitments\":{\"actor\":\"")
                .contains("\"content\":{\"word\":\"été\"}", "\"format\":\"sceau-journal/1\"", "\"position\":0")
                .doesNotContain("of été", "system");
        assertThat(leaf)
                .isEqualTo(LeafHash.of(text.getBytes(StandardCharsets.UTF_8)).hex());
    }

    @ParameterizedTest
    @EnumSource
    void a_secret_opens_its_commitment_and_may_be_forgotten(Database database) {
        House house = House.on(database, home);
        note(house, "word");
        String text = house.sql
                .one("select entry from journal", row -> row.getString(1))
                .orElseThrow();
        String salt = house.sql
                .one("select salt from journal_secret where name = 'secret'", row -> row.getString(1))
                .orElseThrow();

        String commitment = Commitment.of(
                        java.util.HexFormat.of().parseHex(salt), "of word".getBytes(StandardCharsets.UTF_8))
                .hex();

        assertThat(text).contains("\"secret\":\"" + commitment + "\"");
        house.sql.update("delete from journal_secret");
        assertThat(house.count("journal")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_beyond_its_bound_is_refused_and_nothing_is_kept(Database database) {
        House house = House.on(database, home);
        assertThatThrownBy(() -> note(house, "x".repeat(17_000)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("ledger-entry-too-large"));
        assertThat(house.count("journal")).isZero();
    }
}
