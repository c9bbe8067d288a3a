package org.sceau.registry.infrastructure.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.counting.CountedMatters;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** Dossiers and decisions as they are counted. */
@ApplicationScoped
public class JdbcCountedMatters implements CountedMatters {
    /** A dossier may be large; outside a transaction the whole answer to a question is in memory. */
    private static final int DOSSIERS_AT_ONCE = 20;

    private static final List<String> WITHOUT_EFFECT = Arrays.stream(DecisionKind.values())
            .filter(kind -> kind.effect() == DecisionKind.Effect.NONE)
            .map(Enum::name)
            .toList();

    private final Sql sql;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected JdbcCountedMatters() {
        this(null);
    }

    @Inject
    public JdbcCountedMatters(Sql sql) {
        this.sql = sql;
    }

    /** A dossier and where it lies. */
    private record Row(String id, Dossier dossier) {}

    @Override
    public void forEachDossier(Set<SchemeVersionId> under, Set<DossierKind> kinds, Consumer<Dossier> reader) {
        if (under.isEmpty() || kinds.isEmpty()) {
            return;
        }
        String query = "select d.id, d.content from dossier d where d.id > ? and d.kind in (" + marks(kinds) + ") and "
                + under(under) + " order by d.id fetch first " + DOSSIERS_AT_ONCE + " rows only";
        List<Row> rows;
        String last = "";
        do {
            List<Object> values = new ArrayList<>(List.of(last));
            kinds.stream().map(Enum::name).sorted().forEach(values::add);
            values.addAll(names(under));
            rows = sql.asHouse(() -> sql.list(
                    query,
                    row -> new Row(row.getString(1), CanonicalRecord.parse(row.getString(2), Dossier.class)),
                    values.toArray()));
            for (Row row : rows) {
                reader.accept(row.dossier());
                last = row.id();
            }
        } while (rows.size() == DOSSIERS_AT_ONCE);
    }

    @Override
    public List<Made> decisions(Set<SchemeVersionId> under, Set<FamilyId> families, Instant before, ZoneId zone) {
        if (under.isEmpty() || families.isEmpty()) {
            return List.of();
        }
        List<Object> values = new ArrayList<>(List.of(zone.getId(), before));
        values.addAll(names(under));
        values.addAll(WITHOUT_EFFECT);
        families.stream().map(FamilyId::value).sorted().forEach(values::add);
        return sql.asHouse(() -> sql.list(
                "select m.kind, m.decided_in, count(*) from (select p.kind, extract(year from p.recorded_at at time zone ?)"
                        + " as decided_in from proposal p where p.state = 'EFFECTIVE' and p.recorded_at < ?"
                        + " and (p.dossier_id is null or exists (select 1 from dossier d where d.id = p.dossier_id and "
                        + under(under) + ")) and (p.dossier_id is not null and p.kind in (" + marks(WITHOUT_EFFECT)
                        + ") or exists (select 1 from visa v where v.listed = true and v.family in (" + marks(families)
                        + ") and (v.id = p.visa_id or v.id in (select w.visa_id from dossier_visa w where w.dossier_id ="
                        + " p.dossier_id)))) ) m group by m.kind, m.decided_in",
                row -> new Made(DecisionKind.valueOf(row.getString(1)), row.getInt(2), row.getLong(3)),
                values.toArray()));
    }

    private static String under(Set<SchemeVersionId> versions) {
        return "d.scheme || ' ' || d.scheme_version in (" + marks(versions) + ")";
    }

    private static List<String> names(Set<SchemeVersionId> versions) {
        return versions.stream()
                .map(version -> version.scheme().value() + " " + version.version())
                .sorted()
                .toList();
    }

    private static String marks(Collection<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }
}
