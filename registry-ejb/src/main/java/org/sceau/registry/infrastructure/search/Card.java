package org.sceau.registry.infrastructure.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What filters, counts and orders need of a visa, small enough to keep all in memory.
 *
 * @param firstDays epoch days from which the decided statuses hold, ascending
 * @param lastDay   epoch day, {@link Long#MAX_VALUE} without one
 */
record Card(
        String family,
        String level,
        String category,
        String holderKey,
        String holderName,
        String name,
        List<String> laboratories,
        VisaStatus[] statuses,
        long[] firstDays,
        long lastDay,
        VisaStatus atEnd) {
    private static final String UNIT = "\u001f";
    private static final String RECORD = "\u001e";

    static Card of(Visa visa, VisaStatus atEnd) {
        VisaFacts facts = visa.facts();
        List<StatusChange> changes = facts.statuses();
        return new Card(
                facts.family().value(),
                clean(facts.level().map(Card::value).orElse("")),
                clean(facts.category().map(Card::value).orElse("")),
                facts.holder().key().value(),
                clean(facts.holder().name()),
                Words.squeezed(facts.subject().name() + " "
                        + facts.subject().versions().orElse("")),
                facts.laboratories().stream().map(Card::clean).toList(),
                changes.stream().map(StatusChange::status).toArray(VisaStatus[]::new),
                changes.stream()
                        .mapToLong(change -> change.since().toEpochDay())
                        .toArray(),
                facts.validity().lastDay().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE),
                atEnd);
    }

    /** Without the two characters that part a card's text. */
    private static String clean(String text) {
        return text.replace(UNIT, "").replace(RECORD, "");
    }

    private static String value(Claim claim) {
        return claim.term().orElse(claim.printed());
    }

    /** As {@link VisaFacts#statusOn}, on epoch days. */
    VisaStatus statusOn(long day) {
        VisaStatus decided = VisaStatus.NOT_YET_IN_FORCE;
        for (int i = 0; i < statuses.length && firstDays[i] <= day; i++) {
            decided = statuses[i];
        }
        boolean canEnd = decided == VisaStatus.IN_FORCE || decided == VisaStatus.SUSPENDED;
        return canEnd && lastDay < day ? atEnd : decided;
    }

    long firstDay() {
        return firstDays[0];
    }

    String text() {
        StringBuilder changes = new StringBuilder();
        for (int i = 0; i < statuses.length; i++) {
            changes.append(i == 0 ? "" : RECORD)
                    .append(statuses[i].ordinal())
                    .append(':')
                    .append(firstDays[i]);
        }
        return String.join(
                UNIT,
                family,
                level,
                category,
                holderKey,
                holderName,
                name,
                String.join(RECORD, laboratories),
                changes,
                Long.toString(lastDay),
                atEnd.name());
    }

    static Card parse(String text) {
        String[] parts = text.split(UNIT, -1);
        String[] changes = parts[7].split(RECORD, -1);
        VisaStatus[] statuses = new VisaStatus[changes.length];
        long[] firstDays = new long[changes.length];
        for (int i = 0; i < changes.length; i++) {
            int colon = changes[i].indexOf(':');
            statuses[i] = VisaStatus.values()[Integer.parseInt(changes[i].substring(0, colon))];
            firstDays[i] = Long.parseLong(changes[i].substring(colon + 1));
        }
        List<String> laboratories = new ArrayList<>();
        for (String laboratory : parts[6].split(RECORD, -1)) {
            if (!laboratory.isEmpty()) {
                laboratories.add(laboratory.intern());
            }
        }
        return new Card(
                parts[0].intern(),
                parts[1].intern(),
                parts[2].intern(),
                parts[3].intern(),
                parts[4].intern(),
                parts[5],
                List.copyOf(laboratories),
                statuses,
                firstDays,
                Long.parseLong(parts[8]),
                VisaStatus.valueOf(parts[9]));
    }

    /** Which of the filters of a question this visa fails: empty for a match, null beyond one. */
    Filters failing(CatalogueQuery query, VisaStatus status) {
        Filters failing = new Filters();
        failing.check(
                Filters.FAMILY, query.families().isEmpty() || query.families().contains(family));
        failing.check(Filters.LEVEL, query.levels().isEmpty() || query.levels().contains(level));
        failing.check(
                Filters.STATUS, query.statuses().isEmpty() || query.statuses().contains(status));
        failing.check(
                Filters.HOLDER, query.holders().isEmpty() || query.holders().contains(holderKey));
        failing.check(
                Filters.LABORATORY,
                query.laboratories().isEmpty() || laboratories.stream().anyMatch(query.laboratories()::contains));
        failing.check(
                Filters.CATEGORY,
                query.categories().isEmpty() || query.categories().contains(category));
        return failing;
    }
}
