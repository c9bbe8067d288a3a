package org.sceau.trustlist.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;

/** Kinds of key that may be made for a list signer. */
public enum SignerKey {
    P256,
    P384,
    RSA3072;

    /** A fresh pair from the platform's random source. */
    public KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(this == RSA3072 ? "RSA" : "EC");
            generator.initialize(
                    switch (this) {
                        case P256 -> new ECGenParameterSpec("secp256r1");
                        case P384 -> new ECGenParameterSpec("secp384r1");
                        case RSA3072 ->
                            new RSAKeyGenParameterSpec(SignatureMethod.SMALLEST_RSA_BITS, RSAKeyGenParameterSpec.F4);
                    });
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
