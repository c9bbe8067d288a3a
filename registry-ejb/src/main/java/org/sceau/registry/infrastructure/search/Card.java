package org.sceau.registry.infrastructure.search;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.FormerTerms;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * What filters, counts and orders need of a visa, small enough to keep all in memory.
 *
 * @param firstDays epoch days from which the decided statuses hold, ascending
 * @param told      what it says since its last turn
 * @param former    what it said before, ascending by day
 */
record Card(
        String family,
        String category,
        String name,
        List<String> laboratories,
        VisaStatus[] statuses,
        long[] firstDays,
        VisaStatus atEnd,
        Told told,
        List<Told> former) {
    private static final String UNIT = "\u001f";
    private static final String RECORD = "\u001e";
    private static final String FIELD = "\u001d";

    /**
     * What a visa says for a time.
     *
     * @param lastDay of the visa, an epoch day; {@link Long#MAX_VALUE} without one
     * @param until   epoch day up to which it was said; {@link Long#MAX_VALUE} of what is said now
     */
    record Told(String level, String holderKey, String holderName, long lastDay, long until) {
        private static Told of(Terms terms, long until) {
            return new Told(
                    clean(terms.level().map(Card::value).orElse("")),
                    terms.holder().key().value(),
                    clean(terms.holder().name()),
                    terms.lastDay().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE),
                    until);
        }

        private static Told of(FormerTerms turn) {
            return of(turn.terms(), turn.until().toEpochDay());
        }

        private String text() {
            return String.join(FIELD, level, holderKey, holderName, Long.toString(lastDay), Long.toString(until));
        }

        private static Told parse(String text) {
            String[] parts = text.split(FIELD, -1);
            return new Told(
                    parts[0].intern(),
                    parts[1].intern(),
                    parts[2].intern(),
                    Long.parseLong(parts[3]),
                    Long.parseLong(parts[4]));
        }
    }

    static Card of(Visa visa, VisaStatus atEnd) {
        VisaFacts facts = visa.facts();
        List<StatusChange> changes = facts.statuses();
        return new Card(
                facts.family().value(),
                clean(facts.category().map(Card::value).orElse("")),
                Words.squeezed(facts.subject().name() + " "
                        + facts.subject().versions().orElse("")),
                facts.laboratories().stream().map(Card::clean).toList(),
                changes.stream().map(StatusChange::status).toArray(VisaStatus[]::new),
                changes.stream()
                        .mapToLong(change -> change.since().toEpochDay())
                        .toArray(),
                atEnd,
                Told.of(facts.terms(), Long.MAX_VALUE),
                facts.former().stream().map(Told::of).toList());
    }

    /** The card as it read on an epoch day. Asked of every card of a search: most were never otherwise. */
    Card on(long day) {
        for (Told turn : former) {
            if (turn.until() >= day) {
                return new Card(family, category, name, laboratories, statuses, firstDays, atEnd, turn, List.of());
            }
        }
        return this;
    }

    String level() {
        return told.level();
    }

    String holderKey() {
        return told.holderKey();
    }

    String holderName() {
        return told.holderName();
    }

    long lastDay() {
        return told.lastDay();
    }

    /** Without the characters that part a card's text. */
    private static String clean(String text) {
        return text.replace(UNIT, "").replace(RECORD, "").replace(FIELD, "");
    }

    private static String value(Claim claim) {
        return claim.term().orElse(claim.printed());
    }

    /** As {@link VisaFacts#statusOn}, on epoch days, of the card of that day. */
    VisaStatus statusOn(long day) {
        VisaStatus decided = VisaStatus.NOT_YET_IN_FORCE;
        for (int i = 0; i < statuses.length && firstDays[i] <= day; i++) {
            decided = statuses[i];
        }
        boolean canEnd = decided == VisaStatus.IN_FORCE || decided == VisaStatus.SUSPENDED;
        return canEnd && lastDay() < day ? atEnd : decided;
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
                category,
                name,
                String.join(RECORD, laboratories),
                changes,
                atEnd.name(),
                told.text(),
                former.stream().map(Told::text).collect(Collectors.joining(RECORD)));
    }

    static Card parse(String text) {
        String[] parts = text.split(UNIT, -1);
        String[] changes = parts[4].split(RECORD, -1);
        VisaStatus[] statuses = new VisaStatus[changes.length];
        long[] firstDays = new long[changes.length];
        for (int i = 0; i < changes.length; i++) {
            int colon = changes[i].indexOf(':');
            statuses[i] = VisaStatus.values()[Integer.parseInt(changes[i].substring(0, colon))];
            firstDays[i] = Long.parseLong(changes[i].substring(colon + 1));
        }
        return new Card(
                parts[0].intern(),
                parts[1].intern(),
                parts[2],
                records(parts[3]).map(String::intern).toList(),
                statuses,
                firstDays,
                VisaStatus.valueOf(parts[5]),
                Told.parse(parts[6]),
                records(parts[7]).map(Told::parse).toList());
    }

    private static Stream<String> records(String text) {
        return Stream.of(text.split(RECORD, -1)).filter(part -> !part.isEmpty());
    }

    /** Which of the filters of a question this visa fails: empty for a match, null beyond one. */
    Filters failing(CatalogueQuery query, VisaStatus status) {
        Filters failing = new Filters();
        failing.check(
                Filters.FAMILY, query.families().isEmpty() || query.families().contains(family));
        failing.check(Filters.LEVEL, query.levels().isEmpty() || query.levels().contains(level()));
        failing.check(
                Filters.STATUS, query.statuses().isEmpty() || query.statuses().contains(status));
        failing.check(
                Filters.HOLDER, query.holders().isEmpty() || query.holders().contains(holderKey()));
        failing.check(
                Filters.LABORATORY,
                query.laboratories().isEmpty() || laboratories.stream().anyMatch(query.laboratories()::contains));
        failing.check(
                Filters.CATEGORY,
                query.categories().isEmpty() || query.categories().contains(category));
        return failing;
    }
}
