package org.sceau.registry.infrastructure.schemes;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Maps, lists, texts, numbers and booleans as indented JSON, in the order given: the same value gives the same bytes. */
final class JsonText {
    private static final String STEP = "  ";

    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    static String of(Map<String, ?> value) {
        JsonText text = new JsonText();
        text.write(value, "");
        return text.out.append('\n').toString();
    }

    private void write(Object value, String indent) {
        if (value instanceof Map<?, ?> map) {
            all(map.entrySet().iterator(), '{', '}', indent, entry -> {
                quote(String.valueOf(entry.getKey()));
                out.append(": ");
                write(entry.getValue(), indent + STEP);
            });
        } else if (value instanceof List<?> list) {
            all(list.iterator(), '[', ']', indent, item -> write(item, indent + STEP));
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            quote(String.valueOf(value));
        }
    }

    private <T> void all(Iterator<T> items, char open, char close, String indent, Consumer<T> writer) {
        out.append(open);
        boolean any = items.hasNext();
        while (items.hasNext()) {
            out.append('\n').append(indent).append(STEP);
            writer.accept(items.next());
            out.append(items.hasNext() ? "," : "");
        }
        out.append(any ? "\n" + indent : "").append(close);
    }

    private void quote(String text) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < ' ') {
                out.append(String.format(Locale.ROOT, "\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
