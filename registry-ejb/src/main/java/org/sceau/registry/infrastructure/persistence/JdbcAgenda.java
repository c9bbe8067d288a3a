package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sceau.registry.application.scheduling.Agenda;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.visa.VisaId;

/** Finds what may need scheduled work by the columns that are asked for. */
@ApplicationScoped
public class JdbcAgenda implements Agenda {
    /** As {@code VisaContent} writes a status; the whole table is read for it, once a day. */
    private static final String SUSPENDED = "%\"status\":\"suspended\"%";

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcAgenda() {
        this(null);
    }

    @Inject
    public JdbcAgenda(Sql sql) {
        this.sql = sql;
    }

    @Override
    public List<UUID> ending(LocalDate first, LocalDate last, Part part) {
        return ids("select x.id from visa x where x.last_day >= ? and x.last_day <= ?", part, first, last);
    }

    @Override
    public List<UUID> suspended(Part part) {
        return ids("select x.id from visa x where x.facts like ?", part, SUSPENDED);
    }

    @Override
    public List<UUID> remedied(Part part) {
        String remedied = "select x.id from visa x where exists (select 1 from remedy r where r.visa_id = x.id)";
        if (part.since().isEmpty()) {
            return ids(remedied, part);
        }
        long since = part.since().getAsLong();
        return ids(
                remedied + " and (x.position > ? or exists (select 1 from remedy r where r.visa_id = x.id"
                        + " and r.position > ?))",
                new Part(java.util.OptionalLong.empty(), part.after(), part.most()),
                since,
                since);
    }

    @Override
    public List<UUID> resting(Part part) {
        String resting = "select x.id from visa x where (exists (select 1 from visa_relation r where r.visa_id = x.id"
                + " and r.kind = 'BASED_ON') or exists (select 1 from task t where t.about_id = x.id and"
                + " t.kind = 'REVIEW_IMPACT' and t.state = 'OPEN'))";
        if (part.since().isEmpty()) {
            return ids(resting, part);
        }
        long since = part.since().getAsLong();
        return ids(
                resting + " and (x.position > ? or exists (select 1 from visa_relation r join visa b on"
                        + " b.id = r.other_id where r.visa_id = x.id and r.kind = 'BASED_ON' and b.position > ?))",
                new Part(java.util.OptionalLong.empty(), part.after(), part.most()),
                since,
                since);
    }

    @Override
    public List<UUID> granted(Set<SchemeId> schemes, Part part) {
        if (schemes.isEmpty()) {
            return List.of();
        }
        List<Object> values =
                new ArrayList<>(schemes.stream().map(SchemeId::value).sorted().toList());
        String marks = String.join(", ", java.util.Collections.nCopies(values.size(), "?"));
        String led = "select x.id from visa x where exists (select 1 from dossier_visa v join dossier l on"
                + " l.id = v.dossier_id where v.visa_id = x.id and (l.about is null or l.about <> v.visa_id) and l.scheme in ("
                + marks + "))";
        if (part.since().isEmpty()) {
            return ids(led, part, values.toArray());
        }
        long since = part.since().getAsLong();
        values.add(since);
        values.add(since);
        return ids(
                led
                        + " and (x.position > ? or exists (select 1 from dossier d where d.about = x.id and d.position > ?))",
                new Part(java.util.OptionalLong.empty(), part.after(), part.most()),
                values.toArray());
    }

    @Override
    public List<UUID> openDossiers(Part part) {
        return ids(
                "select x.id from dossier x where (x.ended = false or exists (select 1 from task t where"
                        + " t.about_id = x.id and t.state = 'OPEN'))",
                part);
    }

    @Override
    public List<UUID> expiring(LocalDate first, LocalDate last, Part part) {
        return ids(
                "select x.id from proposal x where x.state = 'OPEN' and x.expires >= ? and x.expires <= ?",
                part,
                first,
                last);
    }

    @Override
    public List<UUID> carriedOut(Instant from, Part part) {
        return ids("select x.id from proposal x where x.state = 'EFFECTIVE' and x.recorded_at >= ?", part, from);
    }

    @Override
    public List<UUID> actedOn(Instant from, Part part) {
        return ids("select x.id from dossier x where x.recorded_at >= ?", part, from);
    }

    @Override
    public boolean isEnded(VisaId visa, LocalDate day) {
        return sql.number("select count(*) from visa_end where visa_id = ? and legal_day = ?", visa.toString(), day)
                > 0;
    }

    @Override
    public void end(VisaId visa, LocalDate day, long position) {
        sql.update(
                "insert into visa_end (visa_id, legal_day, position) values (?, ?, ?)", visa.toString(), day, position);
    }

    @Override
    public List<Decided> decisions(VisaId visa) {
        return sql.list(
                "select recorded_at, position from proposal where visa_id = ? and state = 'EFFECTIVE' and kind not in"
                        + " ('ADVISE', 'CORRECT', 'EXTEND_SUSPENSION', 'LIFT_SUSPENSION', 'MAINTAIN') order by position",
                row -> new Decided(Sql.instant(row, "recorded_at"), row.getLong("position")),
                visa.toString());
    }

    private List<UUID> ids(String query, Part part, Object... given) {
        StringBuilder whole = new StringBuilder(query);
        List<Object> values = new ArrayList<>(List.of(given));
        part.since().ifPresent(since -> {
            whole.append(" and x.position > ?");
            values.add(since);
        });
        part.after().ifPresent(after -> {
            whole.append(" and x.id > ?");
            values.add(after.toString());
        });
        whole.append(" order by x.id fetch first ").append(part.most()).append(" rows only");
        return sql.list(whole.toString(), row -> UUID.fromString(row.getString(1)), values.toArray());
    }
}
