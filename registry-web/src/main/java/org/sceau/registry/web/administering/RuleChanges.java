package org.sceau.registry.web.administering;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sceau.registry.application.describing.Difference;
import org.sceau.registry.application.describing.Phrase;
import org.sceau.registry.application.describing.SchemeTable;
import org.sceau.registry.web.desk.DeskFrame;

/**
 * What one block of a definition says otherwise, rule by rule. A rule that keeps its name is one rule that changed, and only what differs of it
 * is told.
 */
public record RuleChanges(String table, String title, List<RuleChange> rows) {

    static RuleChanges of(Difference difference, DeskFrame desk) {
        return new RuleChanges(
                difference.table(), difference.title().in(desk.locale()), new Reader(difference, desk).rows());
    }

    /** Tells the rows of one block in the language of the page. */
    private record Reader(Difference difference, DeskFrame desk) {

        List<RuleChange> rows() {
            List<SchemeTable.Row> come = new ArrayList<>(difference.come());
            List<RuleChange> rows = new ArrayList<>();
            for (SchemeTable.Row gone : difference.gone()) {
                Optional<SchemeTable.Row> same = come.stream()
                        .filter(row -> name(row).equals(name(gone)))
                        .findFirst();
                same.ifPresent(come::remove);
                same.ifPresentOrElse(
                        row -> changed(gone, row, rows),
                        () -> rows.add(new RuleChange(name(gone), "", whole(gone), "")));
            }
            come.forEach(row -> rows.add(new RuleChange(name(row), "", "", whole(row))));
            return List.copyOf(rows);
        }

        private void changed(SchemeTable.Row gone, SchemeTable.Row come, List<RuleChange> rows) {
            for (int column = 1; column < difference.columns().size(); column++) {
                String now = lines(gone.cells().get(column));
                String then = lines(come.cells().get(column));
                if (!now.equals(then)) {
                    rows.add(new RuleChange(name(come), column(column), told(now), told(then)));
                }
            }
            if (!gone.source().equals(come.source())) {
                rows.add(new RuleChange(name(come), desk.texts().say("revision.source"), gone.source(), come.source()));
            }
            if (gone.verified() != come.verified()) {
                rows.add(new RuleChange(name(come), desk.texts().say("revision.read"), read(gone), read(come)));
            }
        }

        /** Every cell with its heading, the source, and whether somebody read it. */
        private String whole(SchemeTable.Row row) {
            List<String> parts = new ArrayList<>();
            for (int column = 1; column < difference.columns().size(); column++) {
                String text = lines(row.cells().get(column));
                if (!text.isEmpty()) {
                    parts.add(desk.texts().say("detail", column(column), text.replace("\n", "; ")));
                }
            }
            parts.add(desk.texts().say("detail", desk.texts().say("revision.source"), row.source()));
            parts.add(desk.texts().say("detail", desk.texts().say("revision.read"), read(row)));
            return String.join("\n", parts);
        }

        private String read(SchemeTable.Row row) {
            return desk.texts().say(row.verified() ? "revision.read.yes" : "revision.read.no");
        }

        private String name(SchemeTable.Row row) {
            return lines(row.cells().get(0)).replace("\n", ", ");
        }

        private String column(int column) {
            return difference.columns().get(column).in(desk.locale());
        }

        private String lines(List<Phrase> cell) {
            return cell.stream().map(line -> line.in(desk.locale())).collect(Collectors.joining("\n"));
        }

        private static String told(String text) {
            return text.isEmpty() ? "–" : text;
        }
    }
}
