package org.sceau.trustlist.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes XML once into two sinks: a file, where every namespace is declared on the root alone, and the exclusive
 * canonical form of that file (W3C exc-c14n, without comments), where a declaration stands at each first visible use.
 *
 * <p>The two differ only in declarations and in the XML declaration, so the common bytes are encoded once. Elements may
 * carry attributes without prefix and {@code xml:} attributes only, hence at most one declaration per element. Memory is
 * one buffer; not thread-safe. The sinks are flushed, never closed.
 */
public final class CanonicalWriter {
    private static final int BUFFER_BYTES = 1 << 15;
    private static final int DEEPEST = 64;
    private static final int LONGEST_STEP_BYTES = 8;

    private final OutputStream file;
    private final OutputStream canonical;
    private final SortedMap<String, String> namespaces;
    private final boolean document;

    private final byte[] shared = new byte[BUFFER_BYTES];
    private int length;

    private final String[] names = new String[DEEPEST];
    private final @Nullable String[] renderedHere = new @Nullable String[DEEPEST];
    private final boolean[] hasChildren = new boolean[DEEPEST];
    private final Set<String> rendered = new HashSet<>();
    private int depth;

    private CanonicalWriter(
            OutputStream file, OutputStream canonical, Map<String, String> namespaces, boolean document) {
        this.file = file;
        this.canonical = canonical;
        this.namespaces = new TreeMap<>(namespaces);
        this.document = document;
    }

    /**
     * A whole document: the file gets an XML declaration and all of {@code namespaces} on its root, and each element
     * starts a line.
     *
     * @param namespaces URI by prefix, the empty prefix for the default namespace
     */
    public static CanonicalWriter document(OutputStream file, OutputStream canonical, Map<String, String> namespaces) {
        return new CanonicalWriter(file, canonical, namespaces, true);
    }

    /**
     * A part of a document that declares {@code namespaces} above: the file gets no declaration, the canonical form is
     * that of the part taken as apex of the node set.
     */
    public static CanonicalWriter fragment(OutputStream file, OutputStream canonical, Map<String, String> namespaces) {
        return new CanonicalWriter(file, canonical, namespaces, false);
    }

    /**
     * Opens an element.
     *
     * @param name       with its prefix, if any
     * @param attributes names and values in turn, in canonical order: those without prefix by name, then {@code xml:}
     */
    public CanonicalWriter open(String name, String... attributes) throws IOException {
        requireCanonicalOrder(name, attributes);
        if (depth == 0 && document) {
            toFile("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        } else if (document) {
            hasChildren[depth - 1] = true;
            put('\n');
        }
        put('<');
        ascii(name);
        declare(name);
        for (int i = 0; i < attributes.length; i += 2) {
            put(' ');
            ascii(attributes[i]);
            put('=');
            put('"');
            escaped(attributes[i + 1], Escapes.ATTRIBUTE);
            put('"');
        }
        put('>');
        names[depth] = name;
        hasChildren[depth] = false;
        depth++;
        return this;
    }

    /**
     * Writes character data into the open element.
     *
     * @throws UnwritableText for control characters, lone surrogates, U+FFFE and U+FFFF
     */
    public CanonicalWriter text(String value) throws IOException {
        escaped(value, Escapes.TEXT);
        return this;
    }

    /** Closes the element opened last; the root of a document is closed by {@link #closeRoot}. */
    public CanonicalWriter close() throws IOException {
        depth--;
        if (document && hasChildren[depth]) {
            put('\n');
        }
        endTag();
        String prefix = renderedHere[depth];
        if (prefix != null) {
            rendered.remove(prefix);
        }
        return this;
    }

    /** {@code open}, {@code text}, {@code close}. */
    public CanonicalWriter element(String name, String text, String... attributes) throws IOException {
        return open(name, attributes).text(text).close();
    }

    /** Closes the root: completes the canonical form, then asks for what the file alone gets before its end tag. */
    public void closeRoot(Splice splice) throws IOException {
        if (depth != 1) {
            throw new IllegalStateException(depth + " elements are open, not the root alone");
        }
        depth--;
        put('\n');
        flushShared();
        canonical.write(ascii7("</" + names[0] + ">"));
        canonical.flush();
        file.write(splice.whenCanonicalFormIsComplete());
        toFile("</" + names[0] + ">\n");
        file.flush();
    }

    /** Sends what is buffered to both sinks. */
    public void flush() throws IOException {
        flushShared();
        file.flush();
        canonical.flush();
    }

    private void declare(String name) throws IOException {
        if (depth == DEEPEST) {
            throw new IllegalStateException("more than " + DEEPEST + " elements are open");
        }
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : name.substring(0, colon);
        if (depth == 0 && document) {
            for (Map.Entry<String, String> namespace : namespaces.entrySet()) {
                toFile(declaration(namespace.getKey(), namespace.getValue()));
            }
        }
        renderedHere[depth] = null;
        if (rendered.add(prefix)) {
            String uri = namespaces.get(prefix);
            if (uri == null) {
                throw new IllegalArgumentException("no namespace for the prefix of " + name);
            }
            renderedHere[depth] = prefix;
            flushShared();
            canonical.write(ascii7(declaration(prefix, uri)));
        }
    }

    private static String declaration(String prefix, String uri) {
        return (prefix.isEmpty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"") + uri + "\"";
    }

    private static void requireCanonicalOrder(String name, String... attributes) {
        for (int i = 2; i < attributes.length; i += 2) {
            boolean before = attributes[i - 2].startsWith("xml:");
            boolean after = attributes[i].startsWith("xml:");
            if (before == after ? attributes[i - 2].compareTo(attributes[i]) >= 0 : before) {
                throw new IllegalArgumentException("attributes of " + name + " are not in canonical order");
            }
        }
    }

    private void endTag() throws IOException {
        put('<');
        put('/');
        ascii(names[depth]);
        put('>');
    }

    private void toFile(String text) throws IOException {
        flushShared();
        file.write(ascii7(text));
    }

    private static byte[] ascii7(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private void flushShared() throws IOException {
        file.write(shared, 0, length);
        canonical.write(shared, 0, length);
        length = 0;
    }

    private void put(int oneByte) throws IOException {
        if (length == BUFFER_BYTES) {
            flushShared();
        }
        shared[length++] = (byte) oneByte;
    }

    private void ascii(String name) throws IOException {
        int units = name.length();
        if (length + units > BUFFER_BYTES) {
            flushShared();
        }
        for (int i = 0; i < units; i++) {
            shared[length++] = (byte) name.charAt(i);
        }
    }

    private void escaped(String value, byte[][] escapes) throws IOException {
        int units = value.length();
        for (int i = 0; i < units; i++) {
            if (length > BUFFER_BYTES - LONGEST_STEP_BYTES) {
                flushShared();
            }
            char c = value.charAt(i);
            if (c < 0x80) {
                byte[] escape = escapes[c];
                if (escape.length == 1) {
                    shared[length++] = (byte) c;
                } else if (escape.length == 0) {
                    throw new UnwritableText(c, i);
                } else {
                    System.arraycopy(escape, 0, shared, length, escape.length);
                    length += escape.length;
                }
            } else if (c < 0x800) {
                shared[length++] = (byte) (0xC0 | (c >> 6));
                shared[length++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c) || i + 1 == units || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw new UnwritableText(c, i);
                }
                int point = Character.toCodePoint(c, value.charAt(++i));
                shared[length++] = (byte) (0xF0 | (point >> 18));
                shared[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
                shared[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
                shared[length++] = (byte) (0x80 | (point & 0x3F));
            } else if (c >= 0xFFFE) {
                throw new UnwritableText(c, i);
            } else {
                shared[length++] = (byte) (0xE0 | (c >> 12));
                shared[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                shared[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }
}
