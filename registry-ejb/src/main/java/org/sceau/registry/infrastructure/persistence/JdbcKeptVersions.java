package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Consumer;
import org.sceau.registry.application.auditing.KeptVersions;
import org.sceau.registry.application.auditing.RecordKind;

/** Tables of whole versions, all of one shape: {@code x} with the newest, {@code x_version} with each, by {@code x_id}. */
@ApplicationScoped
public class JdbcKeptVersions implements KeptVersions {
    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcKeptVersions() {
        this(null);
    }

    @Inject
    public JdbcKeptVersions(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Kept> find(RecordKind kind, String id, long version) {
        return sql.one(
                "select content, position from " + kind.code() + "_version where " + kind.code()
                        + "_id = ? and version = ?",
                row -> new Kept(row.getString("content"), row.getLong("position")),
                id,
                version);
    }

    @Override
    public void newest(RecordKind kind, Consumer<Newest> reader) {
        sql.forEach(
                "select n.id, n.version, case when v.content = n.content then 1 else 0 end as kept from " + kind.code()
                        + " n left join " + kind.code() + "_version v on v." + kind.code()
                        + "_id = n.id and v.version = n.version",
                row -> reader.accept(new Newest(row.getString("id"), row.getLong("version"), row.getInt("kept") == 1)));
    }
}
