package org.sceau.registry.web.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sceau.registry.application.counting.VisaFigures;
import org.sceau.registry.application.counting.VisaFigures.OfFamily;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.FamilyGroup;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.web.words.DayWords;
import org.sceau.registry.web.words.Texts;

/** The charts that count visas, and the numbers above them. */
record VisaCharts(VisaFigures figures, LocalDate day, Schemes schemes, Texts texts) {
    /** Years that are shown one by one; what was before stands in the table as one. */
    private static final int MOST_YEARS = 8;
    /** Families that are drawn; the table has them all. */
    private static final int MOST_FAMILIES = 5;

    private static final List<List<VisaStatus>> DRAWN = List.of(
            List.of(VisaStatus.IN_FORCE),
            List.of(VisaStatus.SUSPENDED),
            List.of(VisaStatus.WITHDRAWN),
            List.of(VisaStatus.EXPIRED, VisaStatus.ARCHIVED, VisaStatus.NOT_MAINTAINED));
    private static final List<String> DRAWN_CODES = List.of("in-force", "suspended", "withdrawn", "ended");
    private static final List<VisaStatus> COLUMNS =
            DRAWN.stream().flatMap(List::stream).toList();

    List<Chart> all() {
        return List.of(granted(), ending(), statuses());
    }

    long in(VisaStatus status) {
        return families().mapToLong(family -> family.in(status)).sum();
    }

    long grantedIn(int year) {
        return families().mapToLong(family -> family.grantedIn(year)).sum();
    }

    long endingWithin(int months) {
        return families().mapToLong(family -> family.endingWithin(months)).sum();
    }

    private Stream<OfFamily> families() {
        return figures.families().stream();
    }

    private Chart granted() {
        List<Integer> years = years();
        List<FamilyGroup> groups = Stream.of(FamilyGroup.values())
                .filter(group -> families().anyMatch(family -> group(family) == group))
                .toList();
        List<List<Long>> series = groups.stream()
                .map(group -> years.stream()
                        .map(year -> families()
                                .filter(family -> group(family) == group)
                                .mapToLong(family -> family.grantedIn(year))
                                .sum())
                        .toList())
                .toList();
        int year = day.getYear();
        String title = texts.say("figures.granted.title");
        return new Chart(
                Subject.GRANTED.code(),
                title,
                texts.say(
                        "figures.granted.finding",
                        grantedIn(year),
                        String.valueOf(year),
                        grantedIn(year - 1),
                        String.valueOf(year - 1)),
                IntStream.range(0, groups.size())
                        .mapToObj(i -> new Chart.Key(Drawing.fill(i), label(groups.get(i))))
                        .toList(),
                groups.isEmpty()
                        ? List.of()
                        : List.of(YearBars.draw(
                                Subject.GRANTED.code(),
                                title,
                                grantedText(groups, years, series),
                                years.stream().map(String::valueOf).toList(),
                                series,
                                texts.language().locale())),
                texts.say("figures.visas.none"),
                "",
                grantedTable(years),
                Subject.GRANTED.file());
    }

    private String grantedText(List<FamilyGroup> groups, List<Integer> years, List<List<Long>> series) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            List<Long> values = series.get(i);
            parts.add(texts.say(
                    "figures.granted.series",
                    label(groups.get(i)),
                    values.get(0),
                    String.valueOf(years.get(0)),
                    values.get(values.size() - 1),
                    String.valueOf(years.get(years.size() - 1))));
        }
        return texts.say("figures.granted.text", String.join(" ", parts));
    }

    /** Every year from the first visa to this one, the newest eight of them. */
    private List<Integer> years() {
        int last = day.getYear();
        int first = families()
                .flatMap(family -> family.granted().stream())
                .mapToInt(VisaFigures.OfYear::year)
                .min()
                .orElse(last);
        return IntStream.rangeClosed(Math.max(first, last - MOST_YEARS + 1), last)
                .boxed()
                .toList();
    }

    private ChartTable grantedTable(List<Integer> years) {
        boolean more =
                families().flatMap(family -> family.granted().stream()).anyMatch(count -> count.year() < years.get(0));
        List<String> columns = new ArrayList<>(List.of(texts.say("figures.family")));
        if (more) {
            columns.add(texts.say("figures.before", String.valueOf(years.get(0))));
        }
        years.forEach(year -> columns.add(String.valueOf(year)));
        columns.add(texts.say("figures.total"));
        return new ChartTable(
                columns,
                families()
                        .map(family -> {
                            List<Long> counts = new ArrayList<>();
                            if (more) {
                                counts.add(total(family)
                                        - years.stream()
                                                .mapToLong(family::grantedIn)
                                                .sum());
                            }
                            years.forEach(year -> counts.add(family.grantedIn(year)));
                            counts.add(total(family));
                            return row(family, counts);
                        })
                        .toList());
    }

    private Chart statuses() {
        List<OfFamily> drawn = largest(figures.families(), Comparator.comparingLong(VisaCharts::total));
        String title = texts.say("figures.statuses.title");
        return new Chart(
                Subject.STATUSES.code(),
                title,
                texts.say("figures.statuses.finding", in(VisaStatus.IN_FORCE), in(VisaStatus.SUSPENDED)),
                IntStream.range(0, DRAWN.size())
                        .mapToObj(
                                i -> new Chart.Key(Drawing.fill(i), texts.say("figures.status." + DRAWN_CODES.get(i))))
                        .toList(),
                drawn.isEmpty()
                        ? List.of()
                        : List.of(NamedBars.draw(
                                Subject.STATUSES.code(),
                                title,
                                texts.say("figures.statuses.text"),
                                drawn.stream().map(this::statusRow).toList())),
                texts.say("figures.visas.none"),
                note(figures.families().size() - drawn.size()),
                new ChartTable(
                        Stream.concat(
                                        Stream.of(texts.say("figures.family")),
                                        COLUMNS.stream().map(status -> texts.say("status." + status.code())))
                                .toList(),
                        families()
                                .map(family -> row(
                                        family, COLUMNS.stream().map(family::in).toList()))
                                .toList()),
                Subject.STATUSES.file());
    }

    private NamedBars.Row statusRow(OfFamily family) {
        return new NamedBars.Row(
                name(family),
                DRAWN.stream()
                        .map(statuses -> statuses.stream().mapToLong(family::in).sum())
                        .toList(),
                0,
                texts.say("figures.statuses.value", family.in(VisaStatus.IN_FORCE), total(family)));
    }

    private Chart ending() {
        int longest = VisaFigures.SPANS.get(VisaFigures.SPANS.size() - 1);
        Comparator<OfFamily> bySize = Comparator.comparingLong(family -> family.endingWithin(longest));
        List<OfFamily> some =
                families().filter(family -> family.endingWithin(longest) > 0).toList();
        List<OfFamily> drawn = largest(some, bySize);
        String title = texts.say("figures.ending.title");
        return new Chart(
                Subject.ENDING.code(),
                title,
                texts.say(
                        "figures.ending.finding",
                        endingWithin(longest),
                        endingWithin(VisaFigures.SPANS.get(0)),
                        DayWords.in(texts.language()).day(day.plusMonths(longest))),
                IntStream.range(0, VisaFigures.SPANS.size())
                        .mapToObj(i -> new Chart.Key(
                                Drawing.fill(i), texts.say("figures.ending.within", VisaFigures.SPANS.get(i))))
                        .toList(),
                drawn.isEmpty()
                        ? List.of()
                        : List.of(NamedBars.draw(
                                Subject.ENDING.code(),
                                title,
                                texts.say("figures.ending.text"),
                                drawn.stream().map(this::endingRow).toList())),
                texts.say("figures.ending.none"),
                note(some.size() - drawn.size()),
                new ChartTable(
                        Stream.concat(
                                        Stream.of(texts.say("figures.family")),
                                        VisaFigures.SPANS.stream()
                                                .map(months -> texts.say("figures.ending.within", months)))
                                .toList(),
                        some.stream()
                                .map(family -> row(
                                        family,
                                        VisaFigures.SPANS.stream()
                                                .map(family::endingWithin)
                                                .toList()))
                                .toList()),
                Subject.ENDING.file());
    }

    /** A longer span holds the shorter ones; its part of the bar is what it adds. */
    private NamedBars.Row endingRow(OfFamily family) {
        List<Long> parts = new ArrayList<>();
        long before = 0;
        for (int months : VisaFigures.SPANS) {
            parts.add(family.endingWithin(months) - before);
            before = family.endingWithin(months);
        }
        return new NamedBars.Row(
                name(family),
                parts,
                0,
                texts.say(
                        "figures.ending.value",
                        VisaFigures.SPANS.stream().map(family::endingWithin).toArray()));
    }

    private static List<OfFamily> largest(List<OfFamily> families, Comparator<OfFamily> bySize) {
        return families.stream().sorted(bySize.reversed()).limit(MOST_FAMILIES).toList();
    }

    private String note(long left) {
        return left > 0 ? texts.say("figures.families.more", left) : "";
    }

    private static long total(OfFamily family) {
        return family.granted().stream().mapToLong(VisaFigures.OfYear::visas).sum();
    }

    private ChartTable.Row row(OfFamily family, List<Long> counts) {
        return new ChartTable.Row(
                name(family),
                counts.stream().map(count -> texts.say("figures.count", count)).toList());
    }

    private FamilyGroup group(OfFamily family) {
        return schemes.family(family.family()).map(Family::group).orElseThrow();
    }

    private String name(OfFamily family) {
        return schemes.family(family.family())
                .map(known -> known.label().in(texts.language().locale()))
                .orElseThrow();
    }

    private String label(FamilyGroup group) {
        return group.label().in(texts.language().locale());
    }
}
