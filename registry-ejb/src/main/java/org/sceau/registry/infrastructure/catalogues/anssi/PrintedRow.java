package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.infrastructure.catalogues.PrintedText;

/**
 * A row as extracted from the print.
 *
 * @param section heading of its table, with its number
 * @param page    as the source says, {@code ?} when it does not
 * @param cells   lines of each known column; a row split over two pages may have had a column under two headings, the
 *                lines of both are here
 * @param headings the heading under which a column was printed
 * @param others  lines and link targets under headings that are no column of {@link Column}: activities, or unknown
 * @param links   target of the link annotation in a column
 * @param mark    colour of the recommendation mark
 */
record PrintedRow(
        String section,
        String page,
        Map<Column, List<String>> cells,
        Map<Column, String> headings,
        Map<String, List<String>> others,
        Map<Column, String> links,
        Optional<String> mark) {

    /** A row whose shape cannot be followed; {@code what} names the member. */
    static final class Misshapen extends Exception {
        private static final long serialVersionUID = 1L;

        Misshapen(String what) {
            super(what);
        }
    }

    static PrintedRow of(Json element) throws Misshapen {
        if (!(element instanceof Json.Members row)) {
            throw new Misshapen("row");
        }
        Map<Column, List<String>> cells = new EnumMap<>(Column.class);
        Map<Column, String> headings = new EnumMap<>(Column.class);
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Map.Entry<String, Json> cell : members(row, "cells").entrySet()) {
            List<String> lines = lines(cell.getValue());
            Optional<Column> column = Column.of(cell.getKey());
            if (column.isPresent()) {
                headings.putIfAbsent(column.get(), PrintedText.clean(cell.getKey()));
                cells.computeIfAbsent(column.get(), none -> new ArrayList<>()).addAll(lines);
            } else {
                others.computeIfAbsent(PrintedText.clean(cell.getKey()), none -> new ArrayList<>())
                        .addAll(lines);
            }
        }
        Map<Column, String> links = new EnumMap<>(Column.class);
        for (Map.Entry<String, Json> link : members(row, "links").entrySet()) {
            if (!(link.getValue() instanceof Json.Text target)) {
                throw new Misshapen("links");
            }
            Optional<Column> column = Column.of(link.getKey());
            if (column.isPresent()) {
                links.put(column.get(), target.value());
            } else {
                others.computeIfAbsent(PrintedText.clean(link.getKey()), none -> new ArrayList<>())
                        .add(target.value());
            }
        }
        if (!(row.byName().get("section") instanceof Json.Text section)) {
            throw new Misshapen("section");
        }
        return new PrintedRow(PrintedText.clean(section.value()), page(row), cells, headings, others, links, mark(row));
    }

    /** The page of an element, also of one that is misshapen otherwise. */
    static String page(Json element) {
        if (element instanceof Json.Members row
                && row.byName().get("page") instanceof Json.Numeral page
                && page.literal().matches("\\d{1,6}")) {
            return page.literal();
        }
        return "?";
    }

    /** The heading as this row has it, or the usual one of a column that it lacks. */
    String heading(Column column) {
        return headings.getOrDefault(column, column.heading());
    }

    List<String> lines(Column column) {
        return cells.getOrDefault(column, List.of());
    }

    private static Map<String, Json> members(Json.Members row, String name) throws Misshapen {
        if (row.byName().get(name) instanceof Json.Members members) {
            return members.byName();
        }
        throw new Misshapen(name);
    }

    private static List<String> lines(Json cell) throws Misshapen {
        if (!(cell instanceof Json.Array array)) {
            throw new Misshapen("cells");
        }
        List<String> lines = new ArrayList<>();
        for (Json line : array.values()) {
            if (!(line instanceof Json.Text text)) {
                throw new Misshapen("cells");
            }
            lines.add(text.value());
        }
        return lines;
    }

    private static Optional<String> mark(Json.Members row) {
        return row.byName().get("tick") instanceof Json.Text mark ? Optional.of(mark.value()) : Optional.empty();
    }
}
