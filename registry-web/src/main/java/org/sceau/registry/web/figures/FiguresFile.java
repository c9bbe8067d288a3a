package org.sceau.registry.web.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.api.csv.CsvLine;
import org.sceau.registry.application.counting.CountedNames;
import org.sceau.registry.application.counting.Figures;
import org.sceau.registry.application.counting.VisaFigures.OfFamily;
import org.sceau.registry.domain.scheme.Family;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** The numbers of a chart as CSV: one number a line, with what it counts as codes and in both languages. */
record FiguresFile(Figures figures, Schemes schemes) {
    private static final List<String> OF_FAMILY = List.of("family", "label_fr", "label_en");

    /** The whole file. */
    String of(Subject subject) {
        return switch (subject) {
            case GRANTED ->
                visas(
                        "year",
                        family -> family.granted().stream()
                                .map(count -> List.of(text(count.year()), text(count.visas()))));
            case STATUSES ->
                visas(
                        "status",
                        family -> family.statuses().stream()
                                .map(count -> List.of(count.status().code(), text(count.visas()))));
            case ENDING ->
                visas(
                        "within_months",
                        family -> family.ending().stream()
                                .map(count -> List.of(text(count.months()), text(count.visas()))));
            case DELAYS -> delays();
            case DECISIONS -> decisions();
        };
    }

    /** What a family counts, as the last two cells of its lines. */
    private interface Counts {
        Stream<List<String>> of(OfFamily family);
    }

    private String visas(String what, Counts counts) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(joined(OF_FAMILY, List.of(what, "visas", "day")));
        for (OfFamily family : figures.visas().families()) {
            Label label = schemes.family(family.family()).map(Family::label).orElseThrow();
            counts.of(family)
                    .forEach(count -> lines.add(joined(
                            List.of(family.family().value(), label.fr(), label.en()),
                            count,
                            List.of(figures.day().toString()))));
        }
        return text(lines);
    }

    private String delays() {
        CountedNames names = new CountedNames(schemes);
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(
                "scheme",
                "scheme_fr",
                "scheme_en",
                "stage",
                "stage_fr",
                "stage_en",
                "dossiers_at_least",
                "median_days",
                "ninetieth_percentile_days",
                "through"));
        figures.dossiers().stages().forEach(stage -> {
            Label scheme = names.scheme(stage.scheme());
            Label label = names.stage(stage.scheme(), stage.stage());
            lines.add(List.of(
                    stage.scheme().value(),
                    scheme.fr(),
                    scheme.en(),
                    stage.stage(),
                    label.fr(),
                    label.en(),
                    text(stage.atLeast()),
                    text(stage.median()),
                    stage.ninetieth().isPresent() ? text(stage.ninetieth().getAsInt()) : "",
                    figures.dossiers().through().toString()));
        });
        return text(lines);
    }

    private String decisions() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("kind", "label_fr", "label_en", "year", "decisions", "through"));
        figures.dossiers()
                .decisions()
                .forEach(count -> lines.add(List.of(
                        count.kind().code(),
                        count.kind().label().fr(),
                        count.kind().label().en(),
                        text(count.year()),
                        text(count.decisions()),
                        figures.dossiers().through().toString())));
        return text(lines);
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        return Stream.of(parts).flatMap(List::stream).toList();
    }

    private static String text(List<List<String>> lines) {
        return lines.stream().map(CsvLine::of).collect(Collectors.joining());
    }

    private static String text(long number) {
        return Long.toString(number);
    }
}
