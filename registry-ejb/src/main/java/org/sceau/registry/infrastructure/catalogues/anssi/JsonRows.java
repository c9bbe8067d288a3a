package org.sceau.registry.infrastructure.catalogues.anssi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.application.importing.UnreadableCatalogue;
import org.sceau.registry.infrastructure.catalogues.SourceText;

/**
 * The elements of one JSON array (RFC 8259), one after the other. An element lies whole in memory and no more than one
 * does; its size is bounded by the text, its depth here, because the readers of Jakarta JSON Processing bound neither.
 *
 * <p>Ends the reading with {@code json-shape} when the text is no array, {@code json-syntax}, {@code json-too-deep}, or
 * {@code json-duplicate-name}, since one of two members would be lost in silence.
 */
final class JsonRows {
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,30})(\\.\\d{1,30})?([eE][+-]?\\d{1,5})?");

    private final SourceText text;
    private final int deepest;
    private boolean begun;

    /** @param deepest arrays and objects inside one another, the outer array counted */
    JsonRows(SourceText text, int deepest) {
        this.text = text;
        this.deepest = deepest;
    }

    /** The next element; empty after the last one. */
    Optional<Json> next() throws IOException {
        text.startRecord();
        int c = skipSpaces();
        if (!begun) {
            begun = true;
            if (c != '[') {
                throw c == SourceText.END ? broken("empty") : refused("json-shape", "not an array");
            }
            text.read();
            if (skipSpaces() == ']') {
                return end();
            }
        } else if (c == ']') {
            return end();
        } else {
            expect(',');
        }
        return Optional.of(value(2));
    }

    private Optional<Json> end() throws IOException {
        expect(']');
        if (skipSpaces() != SourceText.END) {
            throw broken("text after the end");
        }
        return Optional.empty();
    }

    private Json value(int depth) throws IOException {
        int c = skipSpaces();
        return switch (c) {
            case '{' -> members(depth);
            case '[' -> array(depth);
            case '"' -> new Json.Text(string());
            default -> word();
        };
    }

    private Json members(int depth) throws IOException {
        checkDepth(depth);
        expect('{');
        Map<String, Json> members = new LinkedHashMap<>();
        if (skipSpaces() != '}') {
            do {
                skipSpaces();
                String name = string();
                skipSpaces();
                expect(':');
                if (members.put(name, value(depth + 1)) != null) {
                    throw refused("json-duplicate-name", name);
                }
            } while (another('}'));
        } else {
            text.read();
        }
        return new Json.Members(members);
    }

    private Json array(int depth) throws IOException {
        checkDepth(depth);
        expect('[');
        List<Json> values = new ArrayList<>();
        if (skipSpaces() != ']') {
            do {
                values.add(value(depth + 1));
            } while (another(']'));
        } else {
            text.read();
        }
        return new Json.Array(values);
    }

    private boolean another(char end) throws IOException {
        if (skipSpaces() == ',') {
            text.read();
            return true;
        }
        expect(end);
        return false;
    }

    private String string() throws IOException {
        expect('"');
        StringBuilder string = new StringBuilder();
        for (int c = text.read(); c != '"'; c = text.read()) {
            if (c == SourceText.END || c < 0x20) {
                throw broken("unfinished text");
            }
            string.append(c == '\\' ? escaped() : (char) c);
        }
        checkPairs(string);
        return string.toString();
    }

    private char escaped() throws IOException {
        int c = text.read();
        return switch (c) {
            case '"', '\\', '/' -> (char) c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int unit = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(text.read(), 16);
                    if (digit < 0) {
                        throw broken("escape");
                    }
                    unit = unit * 16 + digit;
                }
                yield (char) unit;
            }
            default -> throw broken("escape");
        };
    }

    /** Half of a surrogate pair is no character and could not be stored or sent on. */
    private void checkPairs(CharSequence string) {
        for (int i = 0; i < string.length(); i++) {
            char c = string.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < string.length()
                    && Character.isLowSurrogate(string.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw refused("encoding", "lone surrogate");
            }
        }
    }

    private Json word() throws IOException {
        StringBuilder word = new StringBuilder();
        while (word.length() <= 80 && isOfWord(text.peek())) {
            word.append((char) text.read());
        }
        return switch (word.toString()) {
            case "true" -> new Json.Literal(true);
            case "false" -> new Json.Literal(false);
            case "null" -> Json.Null.NULL;
            default -> {
                if (!NUMBER.matcher(word).matches()) {
                    throw broken(word.isEmpty() ? printed(text.peek()) : word.toString());
                }
                yield new Json.Numeral(word.toString());
            }
        };
    }

    private static boolean isOfWord(int c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'E';
    }

    private int skipSpaces() throws IOException {
        int c = text.peek();
        while (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            text.read();
            c = text.peek();
        }
        return c;
    }

    private void expect(char wanted) throws IOException {
        if (text.peek() != wanted) {
            throw broken(printed(text.peek()) + " instead of " + wanted);
        }
        text.read();
    }

    private void checkDepth(int depth) {
        if (depth > deepest) {
            throw refused("json-too-deep", "more than " + deepest);
        }
    }

    private UnreadableCatalogue broken(String what) {
        return refused("json-syntax", what);
    }

    private UnreadableCatalogue refused(String code, String detail) {
        return new UnreadableCatalogue(code, text.line(), detail);
    }

    private static String printed(int c) {
        return c == SourceText.END ? "end" : Character.isISOControl(c) ? "control character" : String.valueOf((char) c);
    }
}
