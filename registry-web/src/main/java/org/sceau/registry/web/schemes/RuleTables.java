package org.sceau.registry.web.schemes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.describing.Phrase;
import org.sceau.registry.application.describing.SchemeTable;
import org.sceau.registry.application.describing.SchemeTables;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.words.Texts;

/** The tables of how matters are conducted, in the language of a page. */
record RuleTables(Schemes schemes, Language language) {
    /** The tables that the diagram refers to stand open; the others unfold by a press, without script. */
    private static final Set<String> OPEN = Set.of("stages", "moves");

    List<RuleTable> of(SchemeVersion version) {
        return new SchemeTables(schemes)
                .conduct(version).stream().map(table -> table(version, table)).toList();
    }

    private RuleTable table(SchemeVersion version, SchemeTable table) {
        Texts texts = Texts.in(language);
        String count = texts.say("scheme.rows", table.rows().size());
        return new RuleTable(
                table.id() + "-" + version.id(),
                in(table.title()),
                table.columns().stream().map(this::in).toList(),
                table.rows().stream().map(row -> row(table, row)).toList(),
                table.unverified() == 0
                        ? count
                        : count + ", " + texts.say("scheme.rows.unverified", table.unverified()),
                OPEN.contains(table.id()) ? "open" : null);
    }

    private RuleTable.Row row(SchemeTable table, SchemeTable.Row row) {
        List<RuleTable.Cell> cells = new ArrayList<>();
        for (int i = 1; i < row.cells().size(); i++) {
            List<String> lines = lines(row.cells().get(i));
            cells.add(new RuleTable.Cell(in(table.columns().get(i)), lines, lines.isEmpty() ? "none" : ""));
        }
        return new RuleTable.Row(lines(row.cells().get(0)), cells, row.source(), row.verified());
    }

    private List<String> lines(List<Phrase> lines) {
        return lines.stream().map(this::in).toList();
    }

    private String in(Phrase phrase) {
        return phrase.in(language.locale());
    }
}
