package org.sceau.registry.infrastructure.persistence;

import java.util.Collections;
import java.util.List;
import org.sceau.registry.domain.access.Reach;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.scheme.SchemeId;

/** How far somebody sees dossiers, as a condition of a statement. */
final class WithinReach {
    private WithinReach() {}

    /**
     * Adds it.
     *
     * @param dossier the alias of the table, a word of ours
     */
    static void add(Reach reach, String dossier, StringBuilder query, List<Object> values) {
        if (reach.everybody().all()) {
            return;
        }
        query.append(" and (");
        under(reach.everybody(), dossier, query, values);
        query.append(" or ");
        under(reach.own(), dossier, query, values);
        query.append(" and exists (select 1 from dossier_party p where p.dossier_id = ")
                .append(dossier)
                .append(".id and p.organisation = ?))");
        values.add(reach.organisation());
    }

    private static void under(SchemeScope scope, String dossier, StringBuilder query, List<Object> values) {
        if (scope.all() || scope.isNone()) {
            query.append(scope.all() ? "1 = 1" : "1 = 0");
            return;
        }
        query.append(dossier)
                .append(".scheme in (")
                .append(String.join(", ", Collections.nCopies(scope.named().size(), "?")))
                .append(")");
        scope.named().stream().map(SchemeId::value).sorted().forEach(values::add);
    }
}
