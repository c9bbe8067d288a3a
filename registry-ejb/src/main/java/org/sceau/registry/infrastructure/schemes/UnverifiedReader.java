package org.sceau.registry.infrastructure.schemes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.application.revising.UnverifiedValue;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Finds what a definition marks with {@code verified: false}, in the order of the file. A block of rows passes its mark and its source on to
 * the rows that have none of their own, and is then no value itself.
 *
 * @param lines of the file
 */
record UnverifiedReader(List<String> lines) {
    private static final String VERIFIED = "verified";
    private static final String SOURCE = "source";
    private static final String VALUES = "values";
    /** Keys that tell the rows of a block apart, the plainest first. */
    private static final List<String> NAMES =
            List.of("id", "code", "step", "kind", "title", "to", "level", "scope", "form");

    private static final List<String> LABELS = List.of("label", "text");

    /** What a mapping takes over where it says nothing itself. */
    private record Around(boolean verified, String source) {
        static final Around NOTHING = new Around(true, "");
    }

    List<UnverifiedValue> read(MappingNode definition) {
        List<UnverifiedValue> found = new ArrayList<>();
        for (NodeTuple tuple : definition.getValue()) {
            if (tuple.getValueNode() instanceof MappingNode block) {
                block(List.of(word(tuple.getKeyNode())), tuple.getKeyNode(), block, found);
            }
        }
        return List.copyOf(found);
    }

    private void block(List<String> place, Node start, MappingNode block, List<UnverifiedValue> found) {
        List<MappingNode> rows = get(block, VALUES).stream()
                .flatMap(UnverifiedReader::items)
                .flatMap(UnverifiedReader::mapping)
                .toList();
        if (rows.isEmpty()) {
            mark(place, start, block, Around.NOTHING, found);
        }
        Around around = new Around(isVerified(block, true), text(block, SOURCE).orElse(""));
        for (MappingNode row : rows) {
            mark(named(place, row), row, row, around, found);
            inside(named(place, row), row, found);
        }
        block.getValue().stream()
                .filter(tuple -> !word(tuple.getKeyNode()).equals(VALUES))
                .forEach(tuple -> inside(place, tuple, found));
    }

    /** Whatever a mapping holds that has a mark of its own. */
    private void inside(List<String> place, MappingNode holder, List<UnverifiedValue> found) {
        holder.getValue().forEach(tuple -> inside(place, tuple, found));
    }

    private void inside(List<String> place, NodeTuple tuple, List<UnverifiedValue> found) {
        List<String> deeper = append(place, word(tuple.getKeyNode()));
        if (tuple.getValueNode() instanceof MappingNode nested) {
            mark(deeper, tuple.getKeyNode(), nested, Around.NOTHING, found);
            inside(deeper, nested, found);
        }
        items(tuple.getValueNode()).flatMap(UnverifiedReader::mapping).forEach(row -> {
            mark(named(deeper, row), row, row, Around.NOTHING, found);
            inside(named(deeper, row), row, found);
        });
    }

    private void mark(List<String> place, Node start, MappingNode value, Around around, List<UnverifiedValue> found) {
        if (!isVerified(value, around.verified())) {
            String source = text(value, SOURCE).orElse(around.source());
            found.add(new UnverifiedValue(place, line(start), label(value), source, lines(start, value)));
        }
    }

    private static List<String> named(List<String> place, MappingNode row) {
        return NAMES.stream()
                .flatMap(key -> text(row, key).stream())
                .findFirst()
                .map(name -> append(place, name))
                .orElse(place);
    }

    private static List<String> append(List<String> place, String name) {
        return Stream.concat(place.stream(), Stream.of(name)).toList();
    }

    private static boolean isVerified(MappingNode node, boolean otherwise) {
        return text(node, VERIFIED).map(Boolean::parseBoolean).orElse(otherwise);
    }

    private static Optional<Label> label(MappingNode node) {
        return LABELS.stream()
                .flatMap(key -> get(node, key).stream())
                .flatMap(UnverifiedReader::mapping)
                .flatMap(words -> label(text(words, "fr"), text(words, "en")))
                .findFirst();
    }

    private static Stream<Label> label(Optional<String> fr, Optional<String> en) {
        return Stream.of(fr, en)
                        .allMatch(
                                words -> words.filter(UnverifiedReader::isLabel).isPresent())
                ? Stream.of(new Label(fr.orElseThrow(), en.orElseThrow()))
                : Stream.empty();
    }

    private static boolean isLabel(String words) {
        return !words.isBlank() && words.length() <= Label.MAX_LENGTH;
    }

    private static Optional<Node> get(MappingNode node, String key) {
        return node.getValue().stream()
                .filter(tuple -> word(tuple.getKeyNode()).equals(key))
                .map(NodeTuple::getValueNode)
                .findFirst();
    }

    private static Optional<String> text(MappingNode node, String key) {
        return get(node, key).filter(ScalarNode.class::isInstance).map(UnverifiedReader::word);
    }

    private static Stream<Node> items(Node node) {
        return node instanceof SequenceNode list ? list.getValue().stream() : Stream.empty();
    }

    private static Stream<MappingNode> mapping(Node node) {
        return node instanceof MappingNode mapping ? Stream.of(mapping) : Stream.empty();
    }

    private static String word(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private static int line(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    /** From the first line of a value to its last: the end mark of a mapping stands at whatever comes after it. */
    private List<String> lines(Node start, MappingNode value) {
        int first = line(start);
        int last = Math.max(first, lastLine(value));
        return lines.subList(Math.max(0, first - 1), Math.min(lines.size(), last)).stream()
                .limit(UnverifiedValue.MOST_LINES)
                .toList();
    }

    private static int lastLine(Node node) {
        Stream<Node> parts = node instanceof MappingNode mapping
                ? mapping.getValue().stream().map(NodeTuple::getValueNode)
                : items(node);
        return parts.mapToInt(UnverifiedReader::lastLine)
                .reduce(node instanceof ScalarNode ? endLine(node) : line(node), Math::max);
    }

    private static int endLine(Node scalar) {
        return scalar.getEndMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
