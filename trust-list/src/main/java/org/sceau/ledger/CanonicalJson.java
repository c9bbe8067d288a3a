package org.sceau.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A ledger entry as RFC 8785 (JCS) bytes, at most 16 KiB.
 *
 * <p>Values are {@code Map} with {@code String} keys or {@link Ordered}, {@code List}, {@code String}, {@code Long}, {@code Integer},
 * {@code Boolean} and null. Numbers are whole and within ±(2^53 − 1), where every JSON reader agrees; there are no
 * fractions. Keys are ordered by their UTF-16 code units (RFC 8785 section 3.2.3).
 */
public final class CanonicalJson {
    /** Longest entry. */
    public static final int MAX_BYTES = 16 * 1024;

    /** Largest magnitude of a number: 2^53 − 1. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    private static final int DEEPEST = 32;

    private final StringBuilder out = new StringBuilder(512);

    private final int most;

    /** An object whose members come in the order of RFC 8785 by themselves: it need not be made a map first. */
    public interface Ordered {
        /** Tells each member, in ascending order of names and none twice. */
        void each(BiConsumer<String, @Nullable Object> members);
    }

    private CanonicalJson(int most) {
        this.most = most;
    }

    /**
     * The canonical bytes of one entry.
     *
     * @throws EntryRefused with one of its codes
     */
    public static byte[] of(Map<String, ? extends @Nullable Object> entry) {
        return text(entry).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The canonical bytes of one entry, as the text whose UTF-8 they are.
     *
     * @throws EntryRefused with one of its codes
     */
    public static String text(Map<String, ? extends @Nullable Object> entry) {
        return text(entry, MAX_BYTES);
    }

    /**
     * The same of what is no entry of the ledger and has a bound of its own.
     *
     * @param most bytes it may have
     * @throws EntryRefused with one of its codes
     */
    public static String text(Map<String, ? extends @Nullable Object> content, int most) {
        CanonicalJson json = new CanonicalJson(most);
        json.value(content, 0);
        String text = json.out.toString();
        // No character takes more than three bytes: most entries need not be counted.
        if (text.length() > most / 3) {
            json.requireRoom(text.getBytes(StandardCharsets.UTF_8).length);
        }
        return text;
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new EntryRefused(EntryRefused.TOO_DEEP, "more than " + DEEPEST + " levels");
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String text) {
            string(text);
        } else if (value instanceof Long || value instanceof Integer) {
            number(((Number) value).longValue());
        } else if (value instanceof Ordered object) {
            ordered(object, depth);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof List<?> list) {
            array(list, depth);
        } else {
            throw new EntryRefused(EntryRefused.VALUE_UNKNOWN, value.getClass().getName());
        }
        // Each character is at least one byte: stop before a hostile value fills the memory.
        requireRoom(out.length());
    }

    private void ordered(Ordered object, int depth) {
        Members members = new Members(depth);
        object.each(members);
        out.append(members.separator == '{' ? "{}" : "}");
    }

    /** Members as they are told, one after the other. */
    private final class Members implements BiConsumer<String, @Nullable Object> {
        private final int depth;
        private String before = "";
        private char separator = '{';

        private Members(int depth) {
            this.depth = depth;
        }

        @Override
        public void accept(String name, @Nullable Object value) {
            if (separator != '{' && before.compareTo(name) >= 0) {
                throw new IllegalStateException("members out of order: " + name);
            }
            before = name;
            out.append(separator);
            string(name);
            out.append(':');
            value(value, depth + 1);
            separator = ',';
        }
    }

    private void object(Map<?, ?> map, int depth) {
        char separator = '{';
        for (Map.Entry<?, ?> member : inOrder(map).entrySet()) {
            out.append(separator);
            string(name(member));
            out.append(':');
            value(member.getValue(), depth + 1);
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    /** The members by {@link String#compareTo}, which goes by UTF-16 code units as RFC 8785 does. Most maps are in this order already. */
    private static Map<?, ?> inOrder(Map<?, ?> map) {
        if (isInOrder(map)) {
            return map;
        }
        SortedMap<String, @Nullable Object> members = new TreeMap<>();
        for (Map.Entry<?, ?> member : map.entrySet()) {
            members.put(name(member), member.getValue());
        }
        return members;
    }

    private static boolean isInOrder(Map<?, ?> map) {
        String before = "";
        boolean first = true;
        for (Map.Entry<?, ?> member : map.entrySet()) {
            String name = name(member);
            if (!first && before.compareTo(name) >= 0) {
                return false;
            }
            before = name;
            first = false;
        }
        return true;
    }

    private static String name(Map.Entry<?, ?> member) {
        if (member.getKey() instanceof String name) {
            return name;
        }
        throw new EntryRefused(EntryRefused.VALUE_UNKNOWN, "a member name that is no text");
    }

    private void array(List<?> list, int depth) {
        out.append('[');
        String separator = "";
        for (Object element : list) {
            out.append(separator);
            value(element, depth + 1);
            separator = ",";
        }
        out.append(']');
    }

    private void number(long number) {
        if (number > MAX_INTEGER || number < -MAX_INTEGER) {
            throw new EntryRefused(EntryRefused.NUMBER_OUT_OF_RANGE, Long.toString(number));
        }
        out.append(number);
    }

    private void string(String text) {
        requireRoom(text.length());
        out.append('"');
        int plain = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x20 && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw new EntryRefused(EntryRefused.TEXT_MALFORMED, "lone surrogate at offset " + i);
                }
                i++;
                continue;
            }
            out.append(text, plain, i);
            escaped(c);
            plain = i + 1;
        }
        if (plain == 0) {
            out.append(text);
        } else {
            out.append(text, plain, text.length());
        }
        out.append('"');
    }

    private void escaped(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
    }

    private void requireRoom(int bytes) {
        if (bytes > most) {
            throw new EntryRefused(EntryRefused.TOO_LARGE, "more than " + most + " bytes");
        }
    }
}
