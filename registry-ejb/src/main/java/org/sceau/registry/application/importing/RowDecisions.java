package org.sceau.registry.application.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.visa.VisaFacts;

/** Compares rows with what the registry knows, its history included. */
@ApplicationScoped
public class RowDecisions {
    /** Rows that one reference may have; they are compared with each other. */
    static final int MOST_OF_ONE_REFERENCE = 2_000;

    private final Visas visas;
    private final Schemes schemes;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected RowDecisions() {
        this(null, null, null);
    }

    @Inject
    public RowDecisions(Visas visas, Schemes schemes, LegalCalendar calendar) {
        this.visas = visas;
        this.schemes = schemes;
        this.calendar = calendar;
    }

    /** What becomes of rows, given what is known under their references. */
    List<StagedRow> decide(Comparison comparison, List<StagedRow> rows) {
        Map<String, List<StagedRow>> groups = new LinkedHashMap<>();
        rows.forEach(row -> groups.computeIfAbsent(row.keys().orElseThrow().reference(), key -> new ArrayList<>())
                .add(row));
        Map<String, List<Visas.Known>> known = visas.knownUnder(groups.keySet());
        List<StagedRow> decided = new ArrayList<>();
        groups.forEach((key, group) -> {
            if (group.size() > MOST_OF_ONE_REFERENCE) {
                group.forEach(row -> decided.add(Comparison.refused(row, "reference-too-common", key)));
            } else {
                decided.addAll(comparison.decide(group, known.getOrDefault(key, List.of())));
            }
        });
        return decided.stream().map(this::orUnchanged).toList();
    }

    /** A row that says less of the past than the registry knows, and nothing new, changes nothing. */
    private StagedRow orUnchanged(StagedRow row) {
        if (row.outcome() != Outcome.TO_CHANGE) {
            return row;
        }
        VisaFacts former =
                visas.find(row.matched().orElseThrow().visa()).orElseThrow().facts();
        VisaFacts next = continued(row, former);
        boolean same = VisaContent.digest(next).equals(VisaContent.digest(former));
        StagedRow told = keepingFirstDay(row, former);
        return same ? Comparison.outcome(told, Outcome.UNCHANGED) : told;
    }

    /** A first day that had come is not taken back; whoever imports is told. */
    private StagedRow keepingFirstDay(StagedRow row, VisaFacts former) {
        VisaFacts facts = VisaContent.parse(row.facts().orElseThrow());
        return facts.beginsAfter(former, calendar.today())
                ? Comparison.noted(
                        row, "first-day-kept", facts.validity().firstDay().toString())
                : row;
    }

    /** The facts of a row with the history of those that were known. */
    VisaFacts continued(StagedRow row, VisaFacts former) {
        VisaFacts facts = VisaContent.parse(row.facts().orElseThrow());
        return facts.continuing(former, calendar.today(), schemes.statusAtEnd(facts.scheme()));
    }
}
