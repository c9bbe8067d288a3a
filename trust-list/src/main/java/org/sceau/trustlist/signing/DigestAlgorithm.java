package org.sceau.trustlist.signing;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests a list may be signed with (TS 119 312; R73). */
public enum DigestAlgorithm {
    SHA256("SHA-256", "http://www.w3.org/2001/04/xmlenc#sha256"),
    SHA512("SHA-512", "http://www.w3.org/2001/04/xmlenc#sha512");

    private final String jcaName;
    private final String uri;

    DigestAlgorithm(String jcaName, String uri) {
        this.jcaName = jcaName;
        this.uri = uri;
    }

    /** Identifier in XML signatures. */
    public String uri() {
        return uri;
    }

    /** A fresh digest. */
    public MessageDigest start() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
