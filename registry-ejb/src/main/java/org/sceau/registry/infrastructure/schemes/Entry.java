package org.sceau.registry.infrastructure.schemes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A mapping of a definition with its place: hands out typed values and refuses everything else with its line. */
final class Entry {
    private static final int MAX_TEXT = 600;
    private static final int MAX_ITEMS = 200;

    private final String file;
    private final String name;
    private final MappingNode node;
    private final String sha256;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> keyLines = new LinkedHashMap<>();

    /** The outermost mapping of a file. */
    static Entry ofFile(String file, String sha256, MappingNode node) {
        return new Entry(file, "the file", node, sha256);
    }

    Entry(String file, String name, MappingNode node) {
        this(file, name, node, "");
    }

    private Entry(String file, String name, MappingNode node, String sha256) {
        this.sha256 = sha256;
        this.file = file;
        this.name = name;
        this.node = node;
        for (NodeTuple tuple : node.getValue()) {
            int line = lineOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw broken(line, "wrong-type", "a key is a word");
            }
            if (values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw broken(line, "duplicate-key", key.getValue());
            }
            keyLines.put(key.getValue(), line);
        }
    }

    /** Refuses keys that are in neither set, and missing ones of the first. */
    Entry expect(Set<String> required, Set<String> optional) {
        keyLines.forEach((key, line) -> {
            if (!required.contains(key) && !optional.contains(key)) {
                throw broken(line, "unknown-key", key + " in " + name);
            }
        });
        required.stream()
                .filter(key -> !values.containsKey(key))
                .sorted()
                .findFirst()
                .ifPresent(key -> {
                    throw broken(line(), "missing-key", key + " in " + name);
                });
        return this;
    }

    /** SHA-256 of the bytes of the file whose outermost mapping this is, lower-case hexadecimal. */
    String sha256() {
        return sha256;
    }

    /** As it was read. */
    MappingNode node() {
        return node;
    }

    int line() {
        return lineOf(node);
    }

    int line(String key) {
        return keyLines.getOrDefault(key, line());
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        return scalar(get(key), key, Tag.STR);
    }

    Optional<String> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    boolean flag(String key) {
        return Boolean.parseBoolean(scalar(get(key), key, Tag.BOOL));
    }

    boolean optionalFlag(String key, boolean otherwise) {
        return has(key) ? flag(key) : otherwise;
    }

    int number(String key) {
        String digits = scalar(get(key), key, Tag.INT);
        if (!digits.matches("\\d{1,6}")) {
            throw broken(lineOf(get(key)), "wrong-type", key + " is a whole number from 0 to 999999");
        }
        return Integer.parseInt(digits);
    }

    Optional<LocalDate> optionalDay(String key) {
        return has(key) ? Optional.of(day(key)) : Optional.empty();
    }

    LocalDate day(String key) {
        return parse(key, "bad-date", LocalDate::parse);
    }

    Optional<Period> optionalPeriod(String key) {
        return has(key) ? Optional.of(parse(key, "bad-period", Entry::positive)) : Optional.empty();
    }

    /** A period that may be no time at all. */
    Period periodOrNone(String key) {
        return parse(key, "bad-period", Entry::notNegative);
    }

    /** The enum constant named so, exactly. */
    <E extends Enum<E>> E constant(Class<E> type, String key) {
        return constant(type, text(key), lineOf(get(key)));
    }

    <E extends Enum<E>> List<E> constants(Class<E> type, String key) {
        List<E> constants = new ArrayList<>();
        for (Node item : items(key)) {
            E constant = constant(type, scalar(item, key, Tag.STR), lineOf(item));
            if (constants.contains(constant)) {
                throw broken(lineOf(item), "duplicate-id", constant.name());
            }
            constants.add(constant);
        }
        return constants;
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        items(key).forEach(item -> texts.add(scalar(item, key, Tag.STR)));
        return texts;
    }

    /** The items of a list whose items are a word or a mapping: exactly one of the two functions sees each. */
    <T> List<T> wordsOrEntries(String key, BiFunction<String, Integer, T> word, Function<Entry, T> entry) {
        List<T> read = new ArrayList<>();
        for (Node item : items(key)) {
            read.add(
                    item instanceof MappingNode mapping
                            ? entry.apply(new Entry(file, "an item of " + key, mapping))
                            : word.apply(scalar(item, key, Tag.STR), lineOf(item)));
        }
        return read;
    }

    List<String> optionalTexts(String key) {
        return has(key) ? texts(key) : List.of();
    }

    Entry entry(String key) {
        return mapping(get(key), key);
    }

    Optional<Entry> optionalEntry(String key) {
        return has(key) ? Optional.of(entry(key)) : Optional.empty();
    }

    List<Entry> entries(String key) {
        List<Entry> entries = new ArrayList<>();
        items(key).forEach(item -> entries.add(mapping(item, "an item of " + key)));
        return entries;
    }

    Label label(String key) {
        Entry label = entry(key).expect(Set.of("fr", "en"), Set.of());
        return label.build(() -> new Label(label.text("fr"), label.text("en")));
    }

    /** Builds a value of the domain; what the domain refuses is refused with the line of this entry. */
    <T> T build(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException refused) {
            throw broken(line(), "refused-value", String.valueOf(refused.getMessage()));
        }
    }

    BrokenDefinition broken(int line, String code, String reason) {
        return new BrokenDefinition(file, line, code, reason);
    }

    private <T> T parse(String key, String code, Function<String, T> parser) {
        String text = text(key);
        try {
            return parser.apply(text);
        } catch (DateTimeException | IllegalArgumentException bad) {
            throw broken(lineOf(get(key)), code, text);
        }
    }

    private static Period positive(String text) {
        Period period = notNegative(text);
        if (period.isZero()) {
            throw new IllegalArgumentException("a period is positive");
        }
        return period;
    }

    private static Period notNegative(String text) {
        Period period = Period.parse(text);
        if (period.isNegative()) {
            throw new IllegalArgumentException("a period is not negative");
        }
        return period;
    }

    private <E extends Enum<E>> E constant(Class<E> type, String text, int line) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        throw broken(line, "unknown-value", text + " is no " + type.getSimpleName());
    }

    private Node get(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw broken(line(), "missing-key", key + " in " + name);
        }
        return value;
    }

    private Entry mapping(Node item, String itemName) {
        if (item instanceof MappingNode mapping) {
            return new Entry(file, itemName, mapping);
        }
        throw broken(lineOf(item), "wrong-type", itemName + " is a mapping");
    }

    private List<Node> items(String key) {
        if (!(get(key) instanceof SequenceNode list)) {
            throw broken(line(key), "wrong-type", key + " is a list");
        }
        if (list.getValue().size() > MAX_ITEMS) {
            throw broken(line(key), "too-large", key + " has more than " + MAX_ITEMS + " items");
        }
        return list.getValue();
    }

    private String scalar(Node item, String key, Tag expected) {
        if (!(item instanceof ScalarNode scalar) || !scalar.getTag().equals(expected)) {
            throw broken(lineOf(item), "wrong-type", key + " is not of type " + expected.getValue());
        }
        String value = scalar.getValue();
        if (value.isBlank() || value.length() > MAX_TEXT) {
            throw broken(lineOf(item), "wrong-type", key + " is blank or longer than " + MAX_TEXT);
        }
        return value;
    }

    private static int lineOf(@Nullable Node node) {
        return node == null ? 0 : node.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }
}
