package org.sceau.registry.web.figures;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Draws grouped bars over years: one group a year, in it one bar a series. */
final class YearBars {
    private static final int HEIGHT = 300;
    private static final int WIDTH = 640;
    /** Where the bars end and the marks of the axis begin: at the newest year, which a narrow screen shows first. */
    private static final int RIGHT = 590;

    private static final int TOP = 24;
    private static final int BASE = 266;
    private static final int WIDEST = 34;
    private static final double GAP = 2;

    private YearBars() {}

    /**
     * @param years  ascending, at least one
     * @param series up to four, each with a value for each year; nothing is drawn of 0
     */
    static Drawing draw(
            String id, String title, String text, List<String> years, List<List<Long>> series, Locale locale) {
        long highest = series.stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Scale scale = Scale.upTo(highest);
        NumberFormat number = NumberFormat.getIntegerInstance(locale);
        List<Drawing.Stroke> strokes = new ArrayList<>();
        List<Drawing.Word> words = new ArrayList<>();
        for (long mark : scale.marks()) {
            double y = BASE - scale.of(mark, BASE - TOP);
            strokes.add(new Drawing.Stroke("g", "M0 " + Drawing.at(y) + "H" + RIGHT));
            words.add(new Drawing.Word(null, Drawing.at(RIGHT + 8), Drawing.at(y + 5), null, number.format(mark)));
        }
        List<Drawing.Bar> bars = new ArrayList<>();
        double room = (double) RIGHT / years.size();
        double bar = Math.min(WIDEST, room * 0.8 / series.size());
        for (int year = 0; year < years.size(); year++) {
            double middle = room * (year + 0.5);
            words.add(new Drawing.Word(null, Drawing.at(middle), "288", "middle", years.get(year)));
            for (int one = 0; one < series.size(); one++) {
                long value = series.get(one).get(year);
                if (value > 0) {
                    double height = Math.max(1, scale.of(value, BASE - TOP));
                    double x = middle + (one - series.size() / 2.0) * bar;
                    bars.add(Drawing.Bar.of(one, x, BASE - height, bar - GAP, height));
                }
            }
        }
        strokes.add(new Drawing.Stroke("ax", "M0 " + BASE + "H" + RIGHT));
        return new Drawing("years", id, title, text, WIDTH, HEIGHT, strokes, bars, words);
    }
}
