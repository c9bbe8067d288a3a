package org.sceau.trustlist.format;

import java.nio.charset.StandardCharsets;

/**
 * How each ASCII character stands in canonical XML 1.0 (sections 1.1 and 2.3): itself, a reference, or nothing (an empty
 * row) where XML cannot carry it.
 */
final class Escapes {
    static final byte[][] TEXT = table();
    static final byte[][] ATTRIBUTE = table();

    static {
        set(TEXT, '&', "&amp;");
        set(TEXT, '<', "&lt;");
        set(TEXT, '>', "&gt;");
        set(TEXT, '\r', "&#xD;");
        set(ATTRIBUTE, '&', "&amp;");
        set(ATTRIBUTE, '<', "&lt;");
        set(ATTRIBUTE, '"', "&quot;");
        set(ATTRIBUTE, '\t', "&#x9;");
        set(ATTRIBUTE, '\n', "&#xA;");
        set(ATTRIBUTE, '\r', "&#xD;");
    }

    private Escapes() {}

    private static byte[][] table() {
        byte[][] rows = new byte[0x80][];
        for (int c = 0; c < rows.length; c++) {
            boolean carried = c >= 0x20 || c == '\t' || c == '\n' || c == '\r';
            rows[c] = carried ? new byte[] {(byte) c} : new byte[0];
        }
        return rows;
    }

    private static void set(byte[][] rows, char c, String reference) {
        rows[c] = reference.getBytes(StandardCharsets.US_ASCII);
    }
}
