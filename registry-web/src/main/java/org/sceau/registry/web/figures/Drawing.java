package org.sceau.registry.web.figures;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A drawing as it stands in the page. Coordinates are text, as they are written.
 *
 * @param shape  class of what it stands in
 * @param id     unique in the page
 * @param title  what it is called
 * @param text   what it shows, for whoever does not see it
 * @param width  units
 * @param height units
 */
public record Drawing(
        String shape,
        String id,
        String title,
        String text,
        int width,
        int height,
        List<Stroke> strokes,
        List<Bar> bars,
        List<Word> words) {

    /** @param shape its class */
    public record Stroke(String shape, String path) {}

    /** @param fill paint of its series */
    public record Bar(String fill, String path) {
        static Bar of(int series, double x, double y, double width, double height) {
            return new Bar(
                    Drawing.fill(series),
                    "M" + at(x) + " " + at(y) + "h" + at(width) + "v" + at(height) + "h-" + at(width) + "z");
        }
    }

    /**
     * @param shape  its class; null for none
     * @param anchor which end of it stands at {@code x}; null for its start
     */
    public record Word(
            @Nullable String shape,
            String x,
            String y,
            @Nullable String anchor,
            String text) {}

    public Drawing {
        strokes = List.copyOf(strokes);
        bars = List.copyOf(bars);
        words = List.copyOf(words);
    }

    public String box() {
        return "0 0 " + width + " " + height;
    }

    /** The paint of a series, told apart by pattern as well as by colour; there are four. */
    static String fill(int series) {
        return "url(#k" + (series + 1) + ")";
    }

    /** A coordinate to a tenth of a unit, the shortest way. */
    static String at(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
    }
}
