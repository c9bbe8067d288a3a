package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Outbox;

/** The outbox table. Positions rise in commit order (see {@link JdbcJournal}), so a cursor never passes by a late row. */
@ApplicationScoped
public class JdbcOutbox implements Outbox {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcOutbox() {
        this(null);
    }

    @Inject
    public JdbcOutbox(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long cursor(String consumer, String node) {
        return sql.one(
                        "select position from outbox_cursor where consumer = ? and node = ?",
                        row -> row.getLong(1),
                        consumer,
                        node)
                .orElse(-1L);
    }

    @Override
    public void advance(String consumer, String node, long position) {
        int moved = sql.update(
                "update outbox_cursor set position = ? where consumer = ? and node = ? and position < ?",
                position,
                consumer,
                node,
                position);
        if (moved == 0 && cursor(consumer, node) < 0) {
            sql.update(
                    "insert into outbox_cursor (consumer, node, position) values (?, ?, ?)", consumer, node, position);
        }
    }

    @Override
    public List<Notice> after(long position, int most) {
        return sql.list(
                "select position, topic, subject, detail from outbox where position > ? order by position fetch first "
                        + Math.min(most, 10_000) + " rows only",
                row -> new Notice(
                        row.getLong("position"),
                        Entry.Topic.valueOf(row.getString("topic")),
                        row.getString("subject"),
                        row.getString("detail")),
                position);
    }

    @Override
    public long last(Entry.Topic topic, String detail) {
        return sql.one(
                        "select position from outbox where topic = ? and detail = ?"
                                + " order by topic desc, detail desc, position desc fetch first 1 rows only",
                        row -> row.getLong(1),
                        topic.name(),
                        detail)
                .orElse(-1L);
    }
}
