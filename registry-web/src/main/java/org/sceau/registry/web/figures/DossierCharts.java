package org.sceau.registry.web.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sceau.registry.application.counting.CountedNames;
import org.sceau.registry.application.counting.DossierFigures;
import org.sceau.registry.application.counting.DossierFigures.OfStage;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.web.words.Texts;

/** The charts about dossiers. What is withheld is drawn as nothing, and said in words. */
record DossierCharts(DossierFigures figures, CountedNames names, Texts texts) {
    /** Schemes that are drawn, those of most dossiers; the table has them all. */
    private static final int MOST_SCHEMES = 2;
    /** Kinds of decisions that are drawn, the most frequent; as many as there are paints. */
    private static final int MOST_KINDS = 4;

    List<Chart> all() {
        return List.of(delays(), decisions());
    }

    /** The newest year of which refusals are told. */
    OptionalInt refused() {
        return figures.years().stream()
                .filter(year -> figures.made(DecisionKind.REFUSE, year) > 0)
                .mapToInt(Integer::intValue)
                .max();
    }

    private Chart delays() {
        List<SchemeId> schemes =
                figures.stages().stream().map(OfStage::scheme).distinct().toList();
        List<SchemeId> drawn = schemes.stream()
                .sorted(Comparator.comparingLong(this::dossiers).reversed())
                .limit(MOST_SCHEMES)
                .toList();
        Chart.Key median = new Chart.Key(Drawing.fill(0), texts.say("figures.delays.median"));
        return new Chart(
                Subject.DELAYS.code(),
                texts.say("figures.delays.title"),
                texts.say("figures.delays.finding"),
                List.of(median),
                drawn.stream().map(this::delays).toList(),
                texts.say("figures.delays.none", DossierFigures.FEWEST),
                schemes.size() > drawn.size() ? texts.say("figures.schemes.more", schemes.size() - drawn.size()) : "",
                new ChartTable(
                        Stream.of("scheme-stage", "dossiers", "median", "ninetieth")
                                .map(column -> texts.say("figures.delays.column." + column))
                                .toList(),
                        figures.stages().stream().map(this::row).toList()),
                Subject.DELAYS.file());
    }

    private long dossiers(SchemeId scheme) {
        return of(scheme).mapToLong(OfStage::atLeast).max().orElse(0);
    }

    private Stream<OfStage> of(SchemeId scheme) {
        return figures.stages().stream().filter(stage -> stage.scheme().equals(scheme));
    }

    private Drawing delays(SchemeId scheme) {
        String title = say(names.scheme(scheme));
        return NamedBars.draw(
                Subject.DELAYS.code() + "-" + scheme.value(),
                title,
                texts.say("figures.delays.text", title),
                of(scheme)
                        .map(stage -> new NamedBars.Row(
                                say(names.stage(scheme, stage.stage())),
                                List.of((long) stage.median()),
                                stage.ninetieth().orElse(0),
                                value(stage)))
                        .toList());
    }

    private String value(OfStage stage) {
        return stage.ninetieth().isPresent()
                ? texts.say(
                        "figures.delays.both", stage.median(), stage.ninetieth().getAsInt())
                : texts.say("span.days", stage.median());
    }

    private ChartTable.Row row(OfStage stage) {
        return new ChartTable.Row(
                texts.say(
                        "figures.delays.row",
                        say(names.scheme(stage.scheme())),
                        say(names.stage(stage.scheme(), stage.stage()))),
                List.of(
                        texts.say("figures.at-least", stage.atLeast()),
                        texts.say("figures.count", stage.median()),
                        stage.ninetieth().isPresent()
                                ? texts.say("figures.count", stage.ninetieth().getAsInt())
                                : texts.say("figures.withheld")));
    }

    private Chart decisions() {
        List<DecisionKind> kinds = figures.decisions().stream()
                .map(DossierFigures.OfYear::kind)
                .distinct()
                .toList();
        List<Integer> years = years();
        List<DecisionKind> drawn = kinds.stream()
                .sorted(Comparator.comparingLong(this::made).reversed())
                .limit(MOST_KINDS)
                .sorted()
                .toList();
        String title = texts.say("figures.decisions.title");
        return new Chart(
                Subject.DECISIONS.code(),
                title,
                share().orElseGet(() -> texts.say("figures.decisions.finding")),
                IntStream.range(0, drawn.size())
                        .mapToObj(i ->
                                new Chart.Key(Drawing.fill(i), say(drawn.get(i).label())))
                        .toList(),
                drawn.isEmpty()
                        ? List.of()
                        : List.of(YearBars.draw(
                                Subject.DECISIONS.code(),
                                title,
                                texts.say("figures.decisions.text"),
                                years.stream().map(String::valueOf).toList(),
                                drawn.stream()
                                        .map(kind -> years.stream()
                                                .map(year -> figures.made(kind, year))
                                                .toList())
                                        .toList(),
                                texts.language().locale())),
                texts.say("figures.decisions.none", DossierFigures.FEWEST),
                drawn.isEmpty() ? "" : texts.say("figures.decisions.note", DossierFigures.FEWEST),
                table(kinds, years),
                Subject.DECISIONS.file());
    }

    /** {@code 6,4 % de refus en 2026}, of the newest year of which the share is told. */
    private Optional<String> share() {
        return figures.years().stream()
                .filter(year -> figures.refusedPerThousand(year).isPresent())
                .max(Comparator.naturalOrder())
                .map(year -> texts.say(
                        "figures.decisions.share",
                        figures.refusedPerThousand(year).orElseThrow() / 10.0,
                        String.valueOf(year)));
    }

    private long made(DecisionKind kind) {
        return figures.years().stream()
                .mapToLong(year -> figures.made(kind, year))
                .sum();
    }

    private List<Integer> years() {
        List<Integer> told = figures.years();
        return told.isEmpty()
                ? told
                : IntStream.rangeClosed(told.get(0), told.get(told.size() - 1))
                        .boxed()
                        .toList();
    }

    private ChartTable table(List<DecisionKind> kinds, List<Integer> years) {
        List<ChartTable.Row> rows = new ArrayList<>();
        for (DecisionKind kind : kinds) {
            rows.add(new ChartTable.Row(
                    say(kind.label()),
                    years.stream().map(year -> cell(figures.made(kind, year))).toList()));
        }
        return new ChartTable(
                Stream.concat(
                                Stream.of(texts.say("figures.decisions.column")),
                                years.stream().map(String::valueOf))
                        .toList(),
                rows);
    }

    private String cell(long decisions) {
        return decisions == 0
                ? texts.say("figures.fewer", DossierFigures.FEWEST)
                : texts.say("figures.count", decisions);
    }

    private String say(Label label) {
        return label.in(texts.language().locale());
    }
}
