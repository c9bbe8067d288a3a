package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.scheduling.Tasks;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;

/** Tasks as rows: one canonical JSON, and the columns that are asked for. The journal keeps what happened to them. */
@ApplicationScoped
public class JdbcTasks implements Tasks {
    private static final String COLUMNS = "select t.content, t.recorded_at, t.position from task t ";
    private static final int LARGEST_PAGE = 200;

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcTasks() {
        this(null);
    }

    @Inject
    public JdbcTasks(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Recorded> find(TaskId id) {
        return sql.one(COLUMNS + "where t.id = ?", JdbcTasks::recorded, id.toString());
    }

    @Override
    public Optional<Recorded> find(Task.Key key) {
        return sql.one(
                COLUMNS + "where t.kind = ? and t.about_id = ? and t.occurrence = ?",
                JdbcTasks::recorded,
                key.kind().name(),
                key.concern().id().toString(),
                key.occurrence());
    }

    @Override
    public List<Recorded> open(Concern concern) {
        return sql.list(
                COLUMNS + "where t.about_id = ? and t.about = ? and t.state = 'OPEN' order by t.position",
                JdbcTasks::recorded,
                concern.id().toString(),
                concern.about().name());
    }

    @Override
    public void add(Recorded recorded) {
        Task task = recorded.task();
        sql.update(
                "insert into task (id, version, kind, about, about_id, occurrence, state, since, content, recorded_at,"
                        + " position) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                task.id().toString(),
                task.version(),
                task.key().kind().name(),
                task.key().concern().about().name(),
                task.key().concern().id().toString(),
                task.key().occurrence(),
                state(task),
                task.since(),
                CanonicalRecord.text(task),
                recorded.recordedAt(),
                recorded.position());
        sql.batch(
                "insert into task_role (task_id, role) values (?, ?)",
                task.roles().stream()
                        .map(role -> new Object[] {task.id().toString(), role.name()})
                        .toList());
    }

    @Override
    public void replace(Recorded recorded) {
        Task task = recorded.task();
        Stale.requireOne(sql.update(
                "update task set version = ?, state = ?, content = ?, recorded_at = ? where id = ? and version = ?",
                task.version(),
                state(task),
                CanonicalRecord.text(task),
                recorded.recordedAt(),
                task.id().toString(),
                task.version() - 1));
    }

    @Override
    public List<Recorded> page(Set<Role> roles, boolean open, Optional<Long> before, int most) {
        if (roles.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(open ? "OPEN" : "DONE", before.orElse(Long.MAX_VALUE)));
        roles.forEach(role -> values.add(role.name()));
        String marks = String.join(", ", Collections.nCopies(roles.size(), "?"));
        return sql.list(
                COLUMNS + "where t.state = ? and t.position < ? and exists (select 1 from task_role r where"
                        + " r.task_id = t.id and r.role in (" + marks + ")) order by t.position desc fetch first "
                        + Math.max(1, Math.min(most, LARGEST_PAGE)) + " rows only",
                JdbcTasks::recorded,
                values.toArray());
    }

    private static String state(Task task) {
        return task.isOpen() ? "OPEN" : "DONE";
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                CanonicalRecord.parse(row.getString("content"), Task.class),
                Sql.instant(row, "recorded_at"),
                row.getLong("position"));
    }
}
