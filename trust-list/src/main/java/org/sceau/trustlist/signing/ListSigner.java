package org.sceau.trustlist.signing;

import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

/** Who signs a list: a certificate, and a key that may live in a file, a token or another machine. */
public interface ListSigner {
    /** Certificate of the key; the only one that goes into the list (R77). */
    X509Certificate certificate();

    /**
     * Signs with the {@link SignatureMethod} of the certificate's key.
     *
     * @param canonicalSignedInfo bytes to hash and sign
     * @return signature value: raw r‖s for ECDSA, PKCS#1 for RSA
     */
    byte[] sign(byte[] canonicalSignedInfo) throws GeneralSecurityException;
}
