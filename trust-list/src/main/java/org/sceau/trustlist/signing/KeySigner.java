package org.sceau.trustlist.signing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * Signs with a key of the Java security architecture. A key of a PKCS#11 provider works too: the provider of the key is
 * found when signing starts.
 */
public final class KeySigner implements ListSigner {
    private final PrivateKey key;
    private final X509Certificate certificate;
    private final SignatureMethod method;

    /** @throws SignerUnsuitable when the certificate's key is too weak or of another kind than a list takes */
    public KeySigner(PrivateKey key, X509Certificate certificate) {
        this.key = Objects.requireNonNull(key);
        this.certificate = Objects.requireNonNull(certificate);
        this.method = SignatureMethod.of(certificate.getPublicKey());
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public byte[] sign(byte[] canonicalSignedInfo) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(method.jcaName());
        signature.initSign(key);
        signature.update(canonicalSignedInfo);
        return signature.sign();
    }
}
