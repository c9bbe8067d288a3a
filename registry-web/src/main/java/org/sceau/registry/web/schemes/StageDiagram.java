package org.sceau.registry.web.schemes;

import java.util.List;

/**
 * The stages of a procedure in a column, with one arrow for each row of its moves, as a view draws it. Lengths are pixels.
 *
 * @param id          unique on the page
 * @param title       what it shows
 * @param description the same in words, for whoever does not see it
 */
public record StageDiagram(
        String id, String title, String description, int width, int height, List<Arrow> arrows, List<Node> nodes) {

    /** The box that a view needs, {@code 0 0 width height}. */
    public String box() {
        return "0 0 " + width + " " + height;
    }

    /** The middle of the column, where a dossier comes in. */
    public int middle() {
        return nodes.get(0).x() + nodes.get(0).width() / 2;
    }

    /** The line by which a dossier comes in, with its head. */
    public String entry() {
        int x = middle();
        int y = nodes.get(0).y() - 2;
        return x + ",17 " + x + "," + y + " " + (x - 5) + "," + (y - 8) + " " + x + "," + y + " " + (x + 5) + ","
                + (y - 8);
    }

    /** All numbers, drawn last so that no arrow hides one. */
    public List<Badge> badges() {
        return arrows.stream().flatMap(arrow -> arrow.badges().stream()).toList();
    }

    /**
     * A stage.
     *
     * @param tone class of the box: {@code start}, {@code end} with a status, or empty
     * @param end  whether it is an end: drawn with two edges and round
     */
    public record Node(String stage, int x, int y, int width, int height, String tone, boolean end, List<Line> lines) {

        public int radius() {
            return end ? height / 2 : 6;
        }

        public int innerX() {
            return x + 5;
        }

        public int innerY() {
            return y + 5;
        }

        public int innerWidth() {
            return width - 10;
        }

        public int innerHeight() {
            return height - 10;
        }

        public int innerRadius() {
            return end ? innerHeight() / 2 : 2;
        }
    }

    /** @param shape {@code name} for a line of the stage's name, {@code who} for what follows it */
    public record Line(int x, int y, String text, String shape) {}

    /**
     * A row of the moves.
     *
     * @param path  path data: one line from each stage it starts from, and the head at the stage it leads to
     * @param shape {@code step} to the next stage, {@code jump} to a later one, {@code back} to a former one
     */
    public record Arrow(int number, String path, String shape, List<Badge> badges) {}

    /** The number of a row beside its arrow. */
    public record Badge(int x, int y, int number) {

        /** Where the digits stand. */
        public int base() {
            return y + 5;
        }
    }
}
