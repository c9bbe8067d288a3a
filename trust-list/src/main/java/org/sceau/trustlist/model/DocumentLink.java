package org.sceau.trustlist.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A public document of a visa (R61).
 *
 * @param kind   what it is: {@code certificate}, {@code security-target} …
 * @param href   a web address
 * @param sha256 64 lower-case hexadecimal digits; null when the bytes were never held
 */
public record DocumentLink(String kind, URI href, @Nullable String sha256) {
    private static final int LONGEST_KIND = 100;
    private static final int HEX_DIGITS = 64;

    public DocumentLink {
        Checks.line(kind, LONGEST_KIND);
        Checks.web(href);
        Rule.DOCUMENT_HASH_IS_SHA256.require(sha256 == null || isLowerCaseHex(sha256), kind, " ", href);
    }

    private static boolean isLowerCaseHex(String digits) {
        boolean hex = digits.length() == HEX_DIGITS;
        for (int i = 0; hex && i < HEX_DIGITS; i++) {
            char c = digits.charAt(i);
            hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return hex;
    }
}
