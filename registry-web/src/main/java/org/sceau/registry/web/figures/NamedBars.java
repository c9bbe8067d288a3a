package org.sceau.registry.web.figures;

import java.util.ArrayList;
import java.util.List;

/** Draws one bar under each name: the parts of a whole beside one another, or a value with a mark farther out. */
final class NamedBars {
    private static final int ROW = 52;
    private static final int NAME = 16;
    private static final int BAR = 24;
    private static final int THICK = 18;
    private static final int WIDTH = 420;
    /** Leaves room for the value on a telephone. */
    private static final int LONGEST = 180;

    private static final int SPACE = 10;

    private NamedBars() {}

    /**
     * A bar and what stands behind it.
     *
     * @param parts beside one another, up to four; of a series each
     * @param mark  a line across, at no less than the first part; 0 for none
     */
    record Row(String name, List<Long> parts, long mark, String value) {
        Row {
            parts = List.copyOf(parts);
        }

        private long reach() {
            return Math.max(mark, parts.stream().mapToLong(Long::longValue).sum());
        }
    }

    static Drawing draw(String id, String title, String text, List<Row> rows) {
        Scale scale = Scale.upTo(rows.stream().mapToLong(Row::reach).max().orElse(0));
        List<Drawing.Stroke> strokes = new ArrayList<>();
        List<Drawing.Bar> bars = new ArrayList<>();
        List<Drawing.Word> words = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int top = i * ROW;
            double x = 1;
            words.add(new Drawing.Word("v", "0", Drawing.at(top + NAME), null, row.name()));
            for (int part = 0; part < row.parts().size(); part++) {
                double width = scale.of(row.parts().get(part), LONGEST);
                if (width > 0) {
                    bars.add(Drawing.Bar.of(part, x, top + BAR, width, THICK));
                }
                x += width;
            }
            if (row.mark() > 0) {
                x = 1 + scale.of(row.mark(), LONGEST);
                strokes.add(new Drawing.Stroke("m", "M" + Drawing.at(x) + " " + (top + BAR - 3) + "v" + (THICK + 6)));
            }
            words.add(new Drawing.Word(
                    null, Drawing.at(x + SPACE), Drawing.at(top + BAR + THICK - 4), null, row.value()));
        }
        int height = rows.size() * ROW;
        strokes.add(new Drawing.Stroke("ax", "M.5 0V" + height));
        return new Drawing("names", id, title, text, WIDTH, height, strokes, bars, words);
    }
}
