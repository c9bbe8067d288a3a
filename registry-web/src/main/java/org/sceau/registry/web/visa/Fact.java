package org.sceau.registry.web.visa;

import java.util.List;

/**
 * A labelled fact of a sheet.
 *
 * @param lines one or more
 */
public record Fact(String label, List<Line> lines) {

    /**
     * One line of a fact.
     *
     * @param text    never empty
     * @param address where it leads; empty for plain text
     * @param style   style class: empty, {@code soft small} for an explanation, {@code hash} for identifiers
     */
    public record Line(String text, String address, String style) {}

    public Fact {
        lines = List.copyOf(lines);
    }

    static Fact of(String label, String text) {
        return new Fact(label, List.of(new Line(text, "", "")));
    }

    static Line line(String text) {
        return new Line(text, "", "");
    }

    static Line note(String text) {
        return new Line(text, "", "soft small");
    }
}
