package org.sceau.registry.application.describing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;

/** Every rule of a scheme version, block by block. Blocks that a version lacks have no table. */
public record SchemeTables(Schemes schemes) {

    /** All tables, in the order in which a dossier meets them. */
    public List<SchemeTable> all(SchemeVersion version) {
        TermTables terms = new TermTables(version, new Names(schemes, version));
        List<SchemeTable> tables = new ArrayList<>();
        Stream.of(terms.identity(), terms.levels(), terms.scopes(), terms.categories())
                .flatMap(Optional::stream)
                .forEach(tables::add);
        tables.addAll(conduct(version));
        return List.copyOf(tables);
    }

    /** How matters are conducted: all tables but those of identity and terms. */
    public List<SchemeTable> conduct(SchemeVersion version) {
        Names names = new Names(schemes, version);
        List<SchemeTable> tables = new ArrayList<>();
        new TermTables(version, names).combinations().ifPresent(tables::add);
        version.conduct().ifPresent(conduct -> tables.addAll(conduct(conduct, version, names)));
        return List.copyOf(tables);
    }

    private List<SchemeTable> conduct(Conduct conduct, SchemeVersion version, Names names) {
        ConditionWords conditions = new ConditionWords(schemes, version);
        ProcedureTables procedure = new ProcedureTables(conduct, names, conditions);
        OutcomeTables outcome = new OutcomeTables(conduct, names, conditions);
        SurveillanceTables surveillance = new SurveillanceTables(conduct.surveillance(), names);
        return Stream.of(
                        procedure.stages(),
                        procedure.moves(),
                        new FactTable(conduct).facts(),
                        procedure.levelRules(),
                        procedure.documents(),
                        procedure.rules(),
                        procedure.conclusions(),
                        procedure.approvals(),
                        procedure.deadlines(),
                        outcome.separations(),
                        new CompetenceTable(conduct, names, conditions).competences(),
                        outcome.decisions(),
                        new ReasonTable(conduct).reasons(),
                        new RemedyTable(conduct).remedies(),
                        outcome.followUps(),
                        outcome.singles(),
                        surveillance.duties(),
                        surveillance.limits(),
                        surveillance.complaints())
                .flatMap(Optional::stream)
                .toList();
    }
}
