package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.identifying.Organisations;
import org.sceau.registry.domain.party.Member;
import org.sceau.registry.domain.party.OrganisationId;
import org.sceau.registry.domain.party.OrganisationKind;

/** Organisations as rows. */
@ApplicationScoped
public class JdbcOrganisations implements Organisations {
    private static final String COLUMNS = "select o.id, o.version, o.name, o.kind, o.active from organisation o ";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcOrganisations() {
        this(null);
    }

    @Inject
    public JdbcOrganisations(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Member> find(OrganisationId id) {
        return sql.one(COLUMNS + "where o.id = ?", JdbcOrganisations::member, id.toString());
    }

    @Override
    public Optional<Member> named(String name) {
        return sql.one(COLUMNS + "where o.name = ?", JdbcOrganisations::member, name);
    }

    @Override
    public List<Member> all() {
        return sql.list(COLUMNS + "order by o.name fetch first " + MOST + " rows only", JdbcOrganisations::member);
    }

    @Override
    public List<String> unregistered() {
        return sql.list(
                "select distinct a.organisation from account a where not exists (select 1 from organisation o"
                        + " where o.name = a.organisation) order by a.organisation",
                row -> row.getString(1));
    }

    @Override
    public void add(Recorded recorded) {
        Member member = recorded.member();
        sql.update(
                "insert into organisation (id, version, name, kind, active, recorded_at, position)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                member.id().toString(),
                member.version(),
                member.name(),
                member.kind().name(),
                member.active(),
                recorded.recordedAt(),
                recorded.position());
    }

    @Override
    public void replace(Recorded recorded) {
        Member member = recorded.member();
        Stale.requireOne(sql.update(
                "update organisation set version = ?, active = ?, recorded_at = ?, position = ?"
                        + " where id = ? and version = ?",
                member.version(),
                member.active(),
                recorded.recordedAt(),
                recorded.position(),
                member.id().toString(),
                member.version() - 1));
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                OrganisationId.parse(row.getString("id")),
                row.getString("name"),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getBoolean("active"),
                row.getLong("version"));
    }
}
