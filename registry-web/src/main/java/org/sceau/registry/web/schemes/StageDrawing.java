package org.sceau.registry.web.schemes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.describing.FixedWords;
import org.sceau.registry.application.describing.Phrase;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.web.words.Lists;
import org.sceau.registry.web.words.Texts;

/**
 * Draws a procedure from its rows: stages in a column in their order, steps to the next stage straight, jumps to later stages at the
 * right, returns at the left. Lines that leave or join one box do so in the order of their lanes, so that none crosses its neighbour.
 */
final class StageDrawing {
    private static final int BOX = 236;
    private static final int BOX_HEIGHT = 58;
    private static final int LINE = 19;
    private static final int LANE = 26;
    private static final int GAP = 54;
    private static final int NARROW_GAP = 22;
    private static final int MARGIN = 12;
    private static final int TOP = 34;
    private static final int CURVE = 12;
    /** Letters of a name that surely fit into a line of a box, which in turn fits a telephone. */
    private static final int NAME = 26;
    /** The same for the smaller line below. */
    private static final int WHO = 32;

    private static final int MAX_LINES = 3;

    private final Procedure procedure;
    private final Language language;
    private final List<String> order;
    private final List<List<String>> names = new ArrayList<>();
    private final List<List<String>> whos = new ArrayList<>();
    private final List<Integer> tops = new ArrayList<>();
    private final Lanes right;
    private final Lanes left;
    private final int boxLeft;

    private StageDrawing(Procedure procedure, Language language) {
        this.procedure = procedure;
        this.language = language;
        this.order = procedure.stages().stream().map(Stage::id).toList();
        this.right = new Lanes(lanes(true));
        this.left = new Lanes(lanes(false));
        this.boxLeft = MARGIN + (left.width() == 0 ? 0 : left.width() * LANE + MARGIN);
        int y = TOP;
        for (int i = 0; i < order.size(); i++) {
            names.add(wrapped(procedure.stages().get(i).label().in(language.locale()), NAME));
            whos.add(wrapped(who(procedure.stages().get(i)), WHO));
            tops.add(y);
            y += height(i) + (straight(i) > 0 || isPassed(i) ? GAP : NARROW_GAP);
        }
    }

    static StageDiagram of(SchemeVersion version, String name, Procedure procedure, Language language) {
        return new StageDrawing(procedure, language).draw(version.id().toString(), name);
    }

    private StageDiagram draw(String id, String name) {
        Texts texts = Texts.in(language);
        int last = order.size() - 1;
        List<StageDiagram.Arrow> arrows = new ArrayList<>();
        for (int number = 1; number <= procedure.moves().size(); number++) {
            arrows.add(arrow(number));
        }
        List<String> inOrder = procedure.stages().stream()
                .map(stage -> stage.label().in(language.locale()))
                .toList();
        return new StageDiagram(
                id,
                texts.say("diagram.title", name),
                texts.say(
                        "diagram.text",
                        inOrder.size(),
                        Lists.joined(inOrder, language),
                        procedure.moves().size()),
                boxLeft + BOX + MARGIN + (right.width() == 0 ? 0 : right.width() * LANE + MARGIN),
                tops.get(last) + height(last) + MARGIN,
                arrows,
                IntStream.range(0, order.size()).mapToObj(this::node).toList());
    }

    // ---- stages

    private StageDiagram.Node node(int i) {
        Stage stage = procedure.stages().get(i);
        List<StageDiagram.Line> lines = new ArrayList<>();
        int x = boxLeft + BOX / 2;
        int y = tops.get(i) + 25;
        for (String name : names.get(i)) {
            lines.add(new StageDiagram.Line(x, y, name, "name"));
            y += LINE;
        }
        for (String who : whos.get(i)) {
            lines.add(new StageDiagram.Line(x, y, who, "who"));
            y += LINE;
        }
        return new StageDiagram.Node(
                stage.id(),
                boxLeft,
                tops.get(i),
                BOX,
                height(i),
                tone(stage.phase()),
                stage.phase().isEnd(),
                lines);
    }

    /** The phase, and whose act is awaited; at an end, that it is one. */
    private String who(Stage stage) {
        String phase = stage.phase().label().in(language.locale());
        return stage.holder()
                .map(FixedWords::role)
                .map(role -> Texts.in(language).say("diagram.holder", phase, in(role)))
                .orElseGet(() -> Texts.in(language).say("diagram.end", phase.toLowerCase(Locale.ROOT)));
    }

    private static String tone(Phase phase) {
        return switch (phase) {
            case GRANTED -> "end ok";
            case REFUSED -> "end stop";
            case CLOSED -> "end past";
            default -> "";
        };
    }

    private int height(int i) {
        return BOX_HEIGHT + (names.get(i).size() + whos.get(i).size() - 2) * LINE;
    }

    /** Lines broken between words, at most three; what is longer than those ends in an ellipsis, and whole in the table. */
    private static List<String> wrapped(String text, int letters) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > letters && lines.size() < MAX_LINES - 1) {
            int space = rest.lastIndexOf(' ', letters);
            int cut = space <= 0 ? letters : space;
            lines.add(rest.substring(0, cut).strip());
            rest = rest.substring(cut).strip();
        }
        lines.add(
                rest.length() <= letters ? rest : rest.substring(0, letters - 1).strip() + "…");
        return List.copyOf(lines);
    }

    // ---- moves

    private List<Lanes.Lane> lanes(boolean forward) {
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (int number = 1; number <= procedure.moves().size(); number++) {
            Move move = procedure.moves().get(number - 1);
            int to = order.indexOf(move.to());
            List<Integer> from = places(move).stream()
                    .filter(place -> forward ? place < to - 1 || place == to : place > to)
                    .toList();
            if (!from.isEmpty()) {
                lanes.add(new Lanes.Lane(number, from, to, 0));
            }
        }
        return lanes;
    }

    private List<Integer> places(Move move) {
        return move.from().stream().map(order::indexOf).sorted().toList();
    }

    /** Numbers of the rows that lead from a stage straight to the next one. */
    private List<Integer> straightFrom(int i) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number <= procedure.moves().size(); number++) {
            Move move = procedure.moves().get(number - 1);
            if (i + 1 < order.size()
                    && move.from().contains(order.get(i))
                    && move.to().equals(order.get(i + 1))) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private int straight(int i) {
        return straightFrom(i).size();
    }

    /** Whether the number of a line beside the column stands in the gap below this stage. */
    private boolean isPassed(int i) {
        return IntStream.rangeClosed(1, procedure.moves().size())
                .boxed()
                .flatMap(number -> Stream.concat(right.of(number), left.of(number)))
                .anyMatch(lane -> lane.top() == i && lane.bottom() > i);
    }

    private StageDiagram.Arrow arrow(int number) {
        StringBuilder path = new StringBuilder();
        List<StageDiagram.Badge> badges = new ArrayList<>();
        boolean steps = straight(number, path, badges);
        boolean jumps =
                right.of(number).peek(lane -> beside(lane, true, path, badges)).count() > 0;
        boolean returns =
                left.of(number).peek(lane -> beside(lane, false, path, badges)).count() > 0;
        String shape = jumps ? "jump" : steps ? "step" : returns ? "back" : "step";
        return new StageDiagram.Arrow(number, path.toString().strip(), shape, badges);
    }

    private boolean straight(int number, StringBuilder path, List<StageDiagram.Badge> badges) {
        boolean any = false;
        for (int i = 0; i + 1 < order.size(); i++) {
            List<Integer> numbers = straightFrom(i);
            int place = numbers.indexOf(number);
            if (place >= 0) {
                any = true;
                int spread = Math.min(LANE + 4, (BOX - 2 * MARGIN) / numbers.size());
                int x = boxLeft + BOX / 2 + (2 * place - numbers.size() + 1) * spread / 2;
                int from = tops.get(i) + height(i);
                int to = tops.get(i + 1) - 2;
                add(path, "M%d %d V%d M%d %d L%d %d L%d %d", x, from, to, x - 5, to - 8, x, to, x + 5, to - 8);
                badges.add(new StageDiagram.Badge(x, (from + to) / 2 - 3, number));
            }
        }
        return any;
    }

    /** One line beside the column: from each of its stages into its lane, along it, and to its end. */
    private void beside(Lanes.Lane lane, boolean forward, StringBuilder path, List<StageDiagram.Badge> badges) {
        int out = forward ? 1 : -1;
        int edge = forward ? boxLeft + BOX : boxLeft;
        int x = edge + out * (MARGIN + lane.place() * LANE + LANE / 2);
        int to = port(lane.to(), forward, true, lane);
        List<Integer> from = new ArrayList<>(lane.from());
        if (!forward) {
            Collections.reverse(from);
        }
        int down = forward && from.get(0) != lane.to() ? 1 : -1;
        for (int i = 0; i < from.size(); i++) {
            int y = port(from.get(i), forward, false, lane);
            add(path, "M%d %d H%d Q%d %d %d %d", edge, y, x - out * CURVE, x, y, x, y + down * CURVE);
            if (i == 0) {
                add(path, "V%d Q%d %d %d %d H%d", to - down * CURVE, x, to, x - out * CURVE, to, edge + out * 2);
            }
        }
        int head = edge + out * 2;
        add(path, "M%d %d L%d %d L%d %d", head + out * 8, to - 5, head, to, head + out * 8, to + 5);
        if (lane.top() == lane.bottom()) {
            badges.add(new StageDiagram.Badge(x, tops.get(lane.to()) + height(lane.to()) / 2, lane.number()));
            return;
        }
        badges.add(new StageDiagram.Badge(x, below(lane.top()), lane.number()));
        if (lane.bottom() - lane.top() > 3) {
            badges.add(new StageDiagram.Badge(x, below(lane.bottom() - 1), lane.number()));
        }
    }

    /** The middle of the gap below a stage. */
    private int below(int i) {
        return (tops.get(i) + height(i) + tops.get(i + 1)) / 2;
    }

    /** Where a line touches the box of a stage. */
    private int port(int stage, boolean forward, boolean into, Lanes.Lane lane) {
        Lanes side = forward ? right : left;
        List<Lanes.Lane> in = new ArrayList<>(side.into(stage));
        List<Lanes.Lane> outOf = new ArrayList<>(side.outOf(stage));
        Collections.reverse(forward ? outOf : in);
        int place = into
                ? in.indexOf(lane) + (forward ? 0 : outOf.size())
                : outOf.indexOf(lane) + (forward ? in.size() : 0);
        int ports = in.size() + outOf.size();
        return tops.get(stage) + height(stage) * (place + 1) / (ports + 1);
    }

    private static void add(StringBuilder path, String pattern, Object... numbers) {
        path.append(String.format(Locale.ROOT, pattern, numbers)).append(' ');
    }

    private String in(Phrase phrase) {
        return phrase.in(language.locale());
    }
}
