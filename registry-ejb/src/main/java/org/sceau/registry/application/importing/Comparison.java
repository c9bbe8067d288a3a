package org.sceau.registry.application.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.application.importing.StagedRow.Keys;
import org.sceau.registry.application.importing.StagedRow.Match;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.importing.StagedRow.Remark;
import org.sceau.registry.application.recording.Visas.Known;

/**
 * Recognises the rows of one reference among the visas that are known under it. A reference alone is no key (invariant 68): rows
 * and visas first meet by what they say, then by their subject; one row and one visa of one holder that remain are taken for each
 * other; anything beyond is refused rather than guessed. A subject that stands twice under a reference is one visa, not two: the row that says
 * what is known, or else the first one, counts, and the others are refused.
 */
final class Comparison {
    private final String source;

    /** @param source the format that imports: what another source recorded last is never overwritten */
    Comparison(String source) {
        this.source = source;
    }

    List<StagedRow> decide(List<StagedRow> rows, List<Known> known) {
        List<StagedRow> decided = new ArrayList<>();
        List<StagedRow> open = new ArrayList<>(rows);
        List<Known> free = new ArrayList<>(known);
        meet(open, free, decided, (keys, visa) -> keys.digest().equals(visa.factsDigest()));
        refuseTwins(open, decided);
        meet(open, free, decided, (keys, visa) -> keys.subject().equals(visa.subjectKey()));
        if (open.size() == 1 && free.size() == 1 && haveOneHolder(open.get(0), free.get(0))) {
            decided.add(recognised(open.remove(0), free.remove(0)));
        }
        Set<String> told = subjects(decided);
        boolean unclear = free.stream().anyMatch(visa -> !told.contains(visa.subjectKey()));
        for (StagedRow row : open) {
            decided.add(unclear ? refused(row, "match-ambiguous", candidates(free)) : outcome(row, Outcome.TO_CREATE));
        }
        return decided;
    }

    /** What another row said already, before or by meeting what is known. */
    private static void refuseTwins(List<StagedRow> open, List<StagedRow> decided) {
        Map<String, StagedRow> first = new HashMap<>();
        decided.forEach(row -> first.putIfAbsent(row.keys().orElseThrow().subject(), row));
        for (StagedRow row : List.copyOf(open)) {
            StagedRow former = first.putIfAbsent(row.keys().orElseThrow().subject(), row);
            if (former != null) {
                open.remove(row);
                decided.add(refused(row, "row-twice", former.locator()));
            }
        }
    }

    private static Set<String> subjects(List<StagedRow> rows) {
        return rows.stream().map(row -> row.keys().orElseThrow().subject()).collect(Collectors.toSet());
    }

    /** A reference that was mistyped must not turn one holder's visa into another's. */
    private static boolean haveOneHolder(StagedRow row, Known visa) {
        return holder(row.keys().orElseThrow().subject()).equals(holder(visa.subjectKey()));
    }

    private static String holder(String subjectKey) {
        int end = subjectKey.indexOf('|');
        return end < 0 ? subjectKey : subjectKey.substring(0, end);
    }

    private interface Likeness {
        boolean joins(Keys row, Known visa);
    }

    private void meet(List<StagedRow> open, List<Known> free, List<StagedRow> decided, Likeness likeness) {
        for (StagedRow row : List.copyOf(open)) {
            Keys keys = row.keys().orElseThrow();
            Optional<Known> visa = free.stream()
                    .filter(candidate -> likeness.joins(keys, candidate))
                    .findFirst();
            if (visa.isPresent()) {
                open.remove(row);
                free.remove(visa.get());
                decided.add(recognised(row, visa.get()));
            }
        }
    }

    private StagedRow recognised(StagedRow row, Known visa) {
        boolean same = row.keys().orElseThrow().digest().equals(visa.factsDigest());
        if (!same && !visa.source().equals(source)) {
            return refused(row, "recorded-by-another-source", visa.slug() + " (" + visa.source() + ")");
        }
        return new StagedRow(
                row.number(),
                row.locator(),
                same ? Outcome.UNCHANGED : Outcome.TO_CHANGE,
                row.family(),
                row.keys(),
                row.facts(),
                row.remarks(),
                Optional.of(new Match(visa.id(), visa.version())),
                Optional.of(visa.slug().value()));
    }

    private static String candidates(List<Known> free) {
        return String.join(
                ", ", free.stream().limit(5).map(visa -> visa.slug().value()).toList());
    }

    static StagedRow outcome(StagedRow row, Outcome outcome) {
        return with(row, outcome, row.remarks());
    }

    /** The row with something to tell about it that refuses nothing. */
    static StagedRow noted(StagedRow row, String code, String value) {
        List<Remark> remarks = new ArrayList<>(row.remarks());
        remarks.add(new Remark("notice", code, "-", RowProblem.cut(value)));
        return with(row, row.outcome(), remarks);
    }

    static StagedRow refused(StagedRow row, String code, String value) {
        List<Remark> remarks = new ArrayList<>(row.remarks());
        remarks.add(0, new Remark("problem", code, "-", RowProblem.cut(value)));
        return with(row, Outcome.REFUSED, remarks);
    }

    private static StagedRow with(StagedRow row, Outcome outcome, List<Remark> remarks) {
        return new StagedRow(
                row.number(),
                row.locator(),
                outcome,
                row.family(),
                row.keys(),
                row.facts(),
                remarks,
                row.matched(),
                row.slug());
    }
}
