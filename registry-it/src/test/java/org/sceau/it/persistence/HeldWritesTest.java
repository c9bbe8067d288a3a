package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.infrastructure.persistence.Sql;

/** Writes of an act travel together, and nobody notices but the clock. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HeldWritesTest {
    private static final String ADD = "insert into number_series (series, last) values (?, ?)";
    private static final String CHANGE = "update number_series set last = ? where series = ? and last = ?";
    private static final String LAST = "select last from number_series where series = ?";
    private static final String SERIES = "select count(*) from number_series";
    private static final String OTHER = "select count(*) from visa";

    @ParameterizedTest
    @EnumSource
    void a_write_that_came_too_late_is_refused_when_it_is_sent_and_nothing_stays(Database kind) {
        ThreadDataSource database = kind.migrated();
        Sql sql = new Sql(database, database.onBehalf);
        Refused refused = catchThrowableOfType(
                Refused.class,
                () -> database.inNew(() -> {
                    sql.hold();
                    sql.write(ADD, "a", 1L);
                    sql.writeOne(CHANGE, 3L, "a", 2L);
                    sql.write(ADD, "b", 1L);
                    sql.send();
                    return true;
                }));
        assertThat(refused.refusal().code()).isEqualTo("concurrent-change");
        assertThat(sql.number(SERIES)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_constraint_refuses_what_was_sent_with_it(Database kind) {
        ThreadDataSource database = kind.migrated();
        Sql sql = new Sql(database, database.onBehalf);
        assertThatThrownBy(() -> database.inNew(() -> {
                    sql.hold();
                    sql.write(ADD, "a", 1L);
                    sql.write(ADD, "a", 1L);
                    sql.send();
                    return true;
                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(sql.number(SERIES)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void what_was_not_sent_before_its_transaction_failed_is_sent_by_no_later_one(Database kind) {
        ThreadDataSource database = kind.migrated();
        Sql sql = new Sql(database, database.onBehalf);
        assertThatThrownBy(() -> database.inNew(() -> {
                    try {
                        sql.hold();
                        sql.write(ADD, "a", 1L);
                        throw new IllegalStateException("on purpose");
                    } finally {
                        sql.release();
                    }
                }))
                .hasMessage("on purpose");
        database.inNew(() -> {
            sql.write(ADD, "b", 1L);
            return true;
        });
        assertThat(sql.list("select series from number_series", row -> row.getString(1)))
                .containsExactly("b");
    }

    @ParameterizedTest
    @EnumSource
    void a_question_finds_what_was_written_before_it_and_sends_only_then(Database kind) {
        ThreadDataSource database = kind.migrated();
        Sql sql = new Sql(database, database.onBehalf);
        database.beforeStatement("-- counts statements", () -> {});
        database.inNew(() -> {
            sql.hold();
            sql.write(ADD, "a", 1L);
            assertThat(sql.number(OTHER)).isZero();
            assertThat(database.sent("insert")).as("sent for another table").isZero();
            sql.writeOne(CHANGE, 2L, "a", 1L);
            assertThat(sql.number(LAST, "a")).isEqualTo(2);
            assertThat(sql.update(CHANGE, 3L, "a", 2L)).isOne();
            sql.send();
            return true;
        });
        assertThat(sql.number(LAST, "a")).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void many_writes_stay_in_order_and_travel_in_portions(Database kind) {
        ThreadDataSource database = kind.migrated();
        Sql sql = new Sql(database, database.onBehalf);
        database.beforeStatement("-- counts statements", () -> {});
        database.inNew(() -> {
            sql.hold();
            sql.write(ADD, "a", 0L);
            for (long i = 0; i < 200; i++) {
                sql.writeOne(CHANGE, i + 1, "a", i);
            }
            sql.send();
            return true;
        });
        assertThat(sql.number(LAST, "a")).isEqualTo(200);
        assertThat(database.sent("number_series")).isEqualTo(kind == Database.H2 ? 201 : 4);
    }
}
