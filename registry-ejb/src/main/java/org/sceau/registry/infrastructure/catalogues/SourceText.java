package org.sceau.registry.infrastructure.catalogues;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.sceau.registry.application.importing.UnreadableCatalogue;

/**
 * The characters of a source, read strictly as UTF-8 in constant memory. A byte order mark at the start is skipped.
 *
 * <p>Ends the reading with {@code encoding} at bytes that are not UTF-8 and at a NUL character (the sign of UTF-16), with
 * {@code source-too-long} beyond the bound of the whole, and with the given code beyond the bound of one record.
 */
public final class SourceText {
    /** What {@link #read} and {@link #peek} answer after the last character. */
    public static final int END = -1;

    private static final int BUFFER = 8192;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream source;
    private final Bounds bounds;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private boolean ended;
    private long received;
    private long recordBytes;
    private long line = 1;

    /**
     * How much is read at most.
     *
     * @param sourceBytes bytes of the whole source
     * @param recordBytes bytes between two calls of {@link #startRecord}
     * @param recordCode  refusal of a longer record
     */
    public record Bounds(long sourceBytes, long recordBytes, String recordCode) {}

    public SourceText(InputStream source, Bounds bounds) throws IOException {
        this.source = source;
        this.bounds = bounds;
        if (peek() == BYTE_ORDER_MARK) {
            chars.get();
        }
    }

    /** The next UTF-16 unit, or {@link #END}. */
    public int read() throws IOException {
        int next = peek();
        if (next == END) {
            return END;
        }
        chars.get();
        recordBytes += next < 0x80 ? 1 : next < 0x800 || Character.isSurrogate((char) next) ? 2 : 3;
        if (recordBytes > bounds.recordBytes()) {
            throw new UnreadableCatalogue(bounds.recordCode(), line, "more than " + bounds.recordBytes() + " bytes");
        }
        if (next == '\n') {
            line++;
        } else if (next == 0) {
            throw new UnreadableCatalogue("encoding", line, "NUL");
        }
        return next;
    }

    /** What {@link #read} will answer, without taking it. */
    public int peek() throws IOException {
        while (!chars.hasRemaining()) {
            if (!fill()) {
                return END;
            }
        }
        return chars.get(chars.position());
    }

    /** From here on counts a new record. */
    public void startRecord() {
        recordBytes = 0;
    }

    /** Line of the next character, from 1. */
    public long line() {
        return line;
    }

    private boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, false);
        if (result.isUnderflow() && chars.position() == 0) {
            bytes.compact();
            // At most one byte beyond the bound is asked for: enough to see that there is more.
            long room = bounds.sourceBytes() - received + 1;
            int count = source.read(bytes.array(), bytes.position(), (int) Math.min(bytes.remaining(), room));
            if (count > 0) {
                received += count;
                bytes.position(bytes.position() + count);
            }
            bytes.flip();
            if (received > bounds.sourceBytes()) {
                throw new UnreadableCatalogue("source-too-long", line, "more than " + bounds.sourceBytes() + " bytes");
            }
            ended = count < 0;
            result = decoder.decode(bytes, chars, ended);
        }
        chars.flip();
        // The characters before a bad byte are handed out first, so that the line named is the right one.
        if (result.isError() && !chars.hasRemaining()) {
            throw new UnreadableCatalogue("encoding", line, badByte());
        }
        ended = ended && !result.isError();
        return true;
    }

    private String badByte() {
        return bytes.hasRemaining() ? String.format("byte 0x%02X", bytes.get(bytes.position()) & 0xFF) : "cut short";
    }
}
