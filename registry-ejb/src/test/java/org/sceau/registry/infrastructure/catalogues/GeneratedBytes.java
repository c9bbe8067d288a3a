package org.sceau.registry.infrastructure.catalogues;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A source of any length that nobody has to store: a beginning, then one text again and again. Counts what is taken. */
public final class GeneratedBytes extends InputStream {
    private final byte[] beginning;
    private final byte[] repeated;
    private final long length;
    private long taken;

    public GeneratedBytes(String beginning, String repeated, long length) {
        this.beginning = beginning.getBytes(StandardCharsets.UTF_8);
        this.repeated = repeated.getBytes(StandardCharsets.UTF_8);
        this.length = length;
    }

    public long taken() {
        return taken;
    }

    @Override
    public int read() {
        if (taken == length) {
            return -1;
        }
        int next = taken < beginning.length
                ? beginning[(int) taken]
                : repeated[(int) ((taken - beginning.length) % repeated.length)];
        taken++;
        return next & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int most) {
        int count = 0;
        while (count < most) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            into[offset + count++] = (byte) next;
        }
        return count;
    }
}
