package org.sceau.trustlist.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes the certificate of a list signer, as clause 5.7.1 profiles it (R79). */
public final class SignerCertificates {
    /** id-tsl-kp-tslSigning. */
    public static final String LIST_SIGNING = "0.4.0.2231.3.0";

    private static final int SERIAL_BITS = 127;

    private SignerCertificates() {}

    /**
     * A self-signed certificate: signing only, no authority, subject key identifier, extended key usage for lists.
     *
     * @param territory  upper-case country code, as SchemeTerritory
     * @param operator   one of the operator's names, letter for letter
     * @param commonName tells this signer from the operator's others
     * @param notBefore  first instant of validity, whole seconds count
     * @param notAfter   last instant of validity, after {@code notBefore}
     * @throws SignerUnsuitable for a key that is too weak or of another kind than a list takes
     */
    public static X509Certificate selfSigned(
            KeyPair keys, String territory, String operator, String commonName, Instant notBefore, Instant notAfter) {
        SignatureMethod method = SignatureMethod.of(keys.getPublic());
        if (!notAfter.isAfter(notBefore)) {
            throw new IllegalArgumentException("a certificate from " + notBefore + " cannot end " + notAfter);
        }
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, territory)
                .addRDN(BCStyle.O, operator)
                .addRDN(BCStyle.CN, commonName)
                .build();
        try {
            JcaX509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                    name,
                    new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1),
                    Date.from(notBefore),
                    Date.from(notAfter),
                    name,
                    keys.getPublic());
            certificate
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(
                            Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))
                    .addExtension(
                            Extension.extendedKeyUsage,
                            false,
                            new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier(LIST_SIGNING))))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            // The name without "inP1363Format": certificates carry ECDSA values in DER.
            String algorithm = method.jcaName().replace("inP1363Format", "");
            byte[] der = certificate
                    .build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
                    .getEncoded();
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException | OperatorCreationException | IOException notMade) {
            throw new IllegalStateException("no certificate could be made for " + operator, notMade);
        }
    }
}
