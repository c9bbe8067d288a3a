package org.sceau.trustlist.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.sceau.trustlist.format.CanonicalWriter;
import org.sceau.trustlist.format.Namespaces;

/**
 * XAdES baseline B (EN 319 132-1) enveloped in a list, exactly as Annex B of TS 119 612 wants it: two references, the
 * document by {@code ""} with enveloped-signature and exclusive canonicalisation, and SignedProperties (R70 to R77, R81).
 */
public final class XadesSignature {
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final String ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
    private static final String SIGNED_PROPERTIES = "http://uri.etsi.org/01903#SignedProperties";
    private static final String MEDIA_TYPE = "application/vnd.etsi.tsl+xml";
    private static final int ID_BYTES = 8;

    private final ListSigner signer;
    private final SignatureMethod method;

    /** @throws SignerUnsuitable when the signer's key is too weak or of another kind than a list takes */
    public XadesSignature(ListSigner signer) {
        this.signer = signer;
        this.method = SignatureMethod.of(signer.certificate().getPublicKey());
    }

    /** What the document has to be digested with. */
    public DigestAlgorithm digest() {
        return method.digest();
    }

    /**
     * The {@code ds:Signature} element, relying on the root for the namespaces {@code ds} and {@code xades}.
     *
     * @param documentDigest {@link #digest()} of the exclusive canonical form of the list without signature
     * @param signingTime    claimed signing time, truncated to seconds
     * @throws SignerUnsuitable {@code signer-key-mismatch} when the value made does not verify under the certificate
     */
    public byte[] over(byte[] documentDigest, Instant signingTime) throws GeneralSecurityException, IOException {
        // Ids follow the content, so that two lists in one document would not clash.
        String suffix = HexFormat.of().formatHex(documentDigest, 0, ID_BYTES);
        Ids ids = new Ids("signature-" + suffix, "signed-properties-" + suffix, "list-" + suffix);

        MessageDigest propertiesDigest = method.digest().start();
        byte[] properties = part(
                new DigestOutputStream(OutputStream.nullOutputStream(), propertiesDigest),
                xml -> signedProperties(xml, ids, signingTime));
        byte[] digestOfProperties = propertiesDigest.digest();
        ByteArrayOutputStream toSign = new ByteArrayOutputStream();
        byte[] signedInfo = part(toSign, xml -> signedInfo(xml, ids, documentDigest, digestOfProperties));
        byte[] value = sign(toSign.toByteArray());

        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(ascii("<ds:Signature Id=\"" + ids.signature() + "\">"));
        whole.write(signedInfo);
        whole.write(ascii("<ds:SignatureValue>" + base64(value) + "</ds:SignatureValue><ds:KeyInfo><ds:X509Data>"
                + "<ds:X509Certificate>" + base64(signer.certificate().getEncoded())
                + "</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties Target=\"#"
                + ids.signature() + "\">"));
        whole.write(properties);
        whole.write(ascii("</xades:QualifyingProperties></ds:Object></ds:Signature>"));
        return whole.toByteArray();
    }

    private record Ids(String signature, String properties, String reference) {}

    @FunctionalInterface
    private interface Part {
        void write(CanonicalWriter xml) throws IOException, GeneralSecurityException;
    }

    private static byte[] part(OutputStream canonical, Part part) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        CanonicalWriter xml = CanonicalWriter.fragment(file, canonical, Namespaces.ofSignature());
        part.write(xml);
        xml.flush();
        return file.toByteArray();
    }

    private void signedProperties(CanonicalWriter xml, Ids ids, Instant signingTime)
            throws IOException, GeneralSecurityException {
        X509Certificate certificate = signer.certificate();
        byte[] certificateDigest = method.digest().start().digest(certificate.getEncoded());
        xml.open("xades:SignedProperties", "Id", ids.properties()).open("xades:SignedSignatureProperties");
        xml.element(
                "xades:SigningTime", signingTime.truncatedTo(ChronoUnit.SECONDS).toString());
        xml.open("xades:SigningCertificateV2").open("xades:Cert").open("xades:CertDigest");
        digestMethodAndValue(xml, certificateDigest);
        xml.close().element("xades:IssuerSerialV2", base64(issuerSerial(certificate)));
        xml.close().close().close();
        xml.open("xades:SignedDataObjectProperties")
                .open("xades:DataObjectFormat", "ObjectReference", "#" + ids.reference())
                .element("xades:MimeType", MEDIA_TYPE);
        xml.close().close().close();
    }

    private void signedInfo(CanonicalWriter xml, Ids ids, byte[] documentDigest, byte[] propertiesDigest)
            throws IOException {
        xml.open("ds:SignedInfo");
        algorithm(xml, "ds:CanonicalizationMethod", EXCLUSIVE);
        algorithm(xml, "ds:SignatureMethod", method.uri());
        xml.open("ds:Reference", "Id", ids.reference(), "URI", "").open("ds:Transforms");
        algorithm(xml, "ds:Transform", ENVELOPED);
        algorithm(xml, "ds:Transform", EXCLUSIVE);
        xml.close();
        digestMethodAndValue(xml, documentDigest);
        xml.close();
        xml.open("ds:Reference", "Type", SIGNED_PROPERTIES, "URI", "#" + ids.properties())
                .open("ds:Transforms");
        algorithm(xml, "ds:Transform", EXCLUSIVE);
        xml.close();
        digestMethodAndValue(xml, propertiesDigest);
        xml.close().close();
    }

    private void digestMethodAndValue(CanonicalWriter xml, byte[] digest) throws IOException {
        algorithm(xml, "ds:DigestMethod", method.digest().uri());
        xml.element("ds:DigestValue", base64(digest));
    }

    private static void algorithm(CanonicalWriter xml, String element, String uri) throws IOException {
        xml.open(element, "Algorithm", uri).close();
    }

    private byte[] sign(byte[] canonicalSignedInfo) throws GeneralSecurityException {
        byte[] value = signer.sign(canonicalSignedInfo);
        // A faulty token or a key of another certificate must be found here, not by those who trust the list.
        Signature check = Signature.getInstance(method.jcaName());
        check.initVerify(signer.certificate().getPublicKey());
        check.update(canonicalSignedInfo);
        if (!check.verify(value)) {
            throw new SignerUnsuitable(SignerUnsuitable.KEY_MISMATCH, "the value does not verify");
        }
        return value;
    }

    private static byte[] issuerSerial(X509Certificate certificate) throws IOException {
        X500Name issuer =
                X500Name.getInstance(certificate.getIssuerX500Principal().getEncoded());
        BigInteger serial = certificate.getSerialNumber();
        return new IssuerSerial(new GeneralNames(new GeneralName(issuer)), serial).getEncoded(ASN1Encoding.DER);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
