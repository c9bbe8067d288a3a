package org.sceau.trustlist.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;

/** Signature algorithms a list may carry (TS 119 312; R73). ECDSA values are raw r‖s, as XML signatures want them. */
public enum SignatureMethod {
    ECDSA_P256_SHA256(
            "SHA256withECDSAinP1363Format",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
            DigestAlgorithm.SHA256,
            "secp256r1"),
    ECDSA_P384_SHA384(
            "SHA384withECDSAinP1363Format",
            "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384",
            DigestAlgorithm.SHA512,
            "secp384r1"),
    RSA_SHA512("SHA512withRSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", DigestAlgorithm.SHA512, "");

    /** Smallest RSA modulus accepted, in bits. */
    public static final int SMALLEST_RSA_BITS = 3072;

    private final String jcaName;
    private final String uri;
    private final DigestAlgorithm digest;
    private final String curve;

    SignatureMethod(String jcaName, String uri, DigestAlgorithm digest, String curve) {
        this.jcaName = jcaName;
        this.uri = uri;
        this.digest = digest;
        this.curve = curve;
    }

    /**
     * The method that fits a key.
     *
     * @throws SignerUnsuitable {@code signer-key-too-weak} for RSA under 3072 bits, {@code signer-key-unsupported} for
     *                          any other curve or kind of key
     */
    public static SignatureMethod of(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < SMALLEST_RSA_BITS) {
                throw new SignerUnsuitable(SignerUnsuitable.KEY_TOO_WEAK, "RSA of " + bits + " bits");
            }
            return RSA_SHA512;
        }
        if (key instanceof ECPublicKey ec) {
            for (SignatureMethod method : values()) {
                if (!method.curve.isEmpty() && isOn(method.curve, ec)) {
                    return method;
                }
            }
            int bits = ec.getParams().getOrder().bitLength();
            throw new SignerUnsuitable(
                    bits < 256 ? SignerUnsuitable.KEY_TOO_WEAK : SignerUnsuitable.KEY_UNSUPPORTED,
                    "curve of " + bits + " bits; P-256 or P-384 are taken");
        }
        throw new SignerUnsuitable(SignerUnsuitable.KEY_UNSUPPORTED, key.getAlgorithm());
    }

    /** Name for {@link java.security.Signature#getInstance(String)}. */
    public String jcaName() {
        return jcaName;
    }

    /** Identifier in XML signatures. */
    public String uri() {
        return uri;
    }

    /** Digest of the references, as strong as the key asks for. */
    public DigestAlgorithm digest() {
        return digest;
    }

    private static boolean isOn(String curve, ECPublicKey key) {
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec(curve));
            ECParameterSpec expected = named.getParameterSpec(ECParameterSpec.class);
            ECParameterSpec actual = key.getParams();
            BigInteger order = expected.getOrder();
            return order.equals(actual.getOrder())
                    && expected.getCurve().equals(actual.getCurve())
                    && expected.getGenerator().equals(actual.getGenerator())
                    && expected.getCofactor() == actual.getCofactor();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
