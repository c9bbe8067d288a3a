package org.sceau.trustlist.issuing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.format.Canonicaliser;
import org.sceau.trustlist.format.Namespaces;
import org.sceau.trustlist.format.TrustListXml;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.signing.AnnouncedSigners;
import org.sceau.trustlist.signing.KeySigner;
import org.sceau.trustlist.signing.ListSigner;
import org.sceau.trustlist.signing.SignerKey;
import org.sceau.trustlist.signing.SignerUnsuitable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrustListIssuerTest {
    private static final Instant NOW = FictionalList.ISSUED.plusSeconds(2);

    private static final ListSigner SIGNER = FictionalList.signer(SignerKey.P256);

    private final SchemeInformation scheme = FictionalList.scheme(FictionalList.issue());
    private final TrustListIssuer issuer = at(NOW);

    @TempDir
    Path directory;

    @Test
    void a_clock_behind_the_issue_date_is_refused() {
        assertThatThrownBy(() -> at(FictionalList.ISSUED.minusSeconds(1))
                        .issue(scheme, providers(), signer(), directory.resolve("list.xml")))
                .isInstanceOfSatisfying(
                        IssueRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo(IssueRefused.CLOCK_BEHIND_THIS_ISSUE));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void invariant_54_a_list_of_a_signer_that_was_not_announced_is_not_written() {
        ListSigner stranger = FictionalList.signer(SignerKey.P256);
        assertThatThrownBy(() -> issuer.issue(scheme, providers(), stranger, directory.resolve("list.xml")))
                .isInstanceOfSatisfying(
                        SignerUnsuitable.class, no -> assertThat(no.code()).isEqualTo(SignerUnsuitable.NOT_ANNOUNCED));
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void an_expired_signer_leaves_the_list_of_before_in_place() throws Exception {
        Path target = Files.writeString(directory.resolve("list.xml"), "the list of before");
        TrustListIssuer late = at(Instant.parse("2030-01-01T00:00:00Z"));
        assertThatThrownBy(() -> late.issue(scheme, providers(), signer(), target))
                .isInstanceOfSatisfying(
                        SignerUnsuitable.class, no -> assertThat(no.code()).isEqualTo(SignerUnsuitable.EXPIRED));
        assertThat(target).hasContent("the list of before");
    }

    @Test
    void a_failure_in_the_middle_leaves_nothing_behind() throws Exception {
        Path target = Files.writeString(directory.resolve("list.xml"), "the list of before");
        Iterator<Provider> breaking = Stream.of(1, 2)
                .map(i -> {
                    if (i == 2) {
                        throw new IllegalStateException("the database went away");
                    }
                    return FictionalList.providers().get(0);
                })
                .iterator();
        assertThatThrownBy(() -> issuer.issue(scheme, breaking, signer(), target))
                .hasMessage("the database went away");
        assertThat(target).hasContent("the list of before");
        assertThat(directory).isDirectoryNotContaining(file -> !file.equals(target));
    }

    @Test
    void a_key_that_does_not_fit_its_certificate_leaves_nothing_behind() {
        KeyPair keys = SignerKey.P256.generate();
        ListSigner mixed = new KeySigner(SignerKey.P256.generate().getPrivate(), FictionalList.certificate(keys));
        assertThatThrownBy(() -> at(NOW, mixed).issue(scheme, providers(), mixed, directory.resolve("list.xml")))
                .isInstanceOf(SignerUnsuitable.class);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void a_list_is_named_as_readers_expect_it() {
        assertThatThrownBy(() -> issuer.issue(scheme, providers(), signer(), directory.resolve("list.json")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_companion_holds_the_digest_of_the_bytes_served() throws Exception {
        IssuedList issued = issuer.issue(scheme, providers(), signer(), directory.resolve("list.xml"));
        byte[] bytes = Files.readAllBytes(issued.file());
        String expected =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        assertThat(issued.digestFile())
                .isEqualTo(directory.resolve("list.sha2"))
                .hasContent(expected);
        assertThat(issued.sha256()).isEqualTo(expected);
        assertThat(issued.sizeBytes()).isEqualTo(bytes.length);
        assertThat(issued.services()).isEqualTo(6);
        assertThat(directory).isDirectoryNotContaining("glob:**.part");
    }

    @ParameterizedTest
    @EnumSource(SignerKey.class)
    void the_platform_verifies_the_signature_and_sees_annex_b_exactly(SignerKey kind) throws Exception {
        ListSigner signer = FictionalList.signer(kind);
        IssuedList issued = at(NOW, signer).issue(scheme, providers(), signer, directory.resolve("list.xml"));
        byte[] bytes = Files.readAllBytes(issued.file());

        XMLSignature signature = verified(bytes, signer, true);
        List<Reference> references = signature.getSignedInfo().getReferences();
        assertThat(references).extracting(Reference::getURI).hasSize(2).first().isEqualTo("");
        assertThat(references.get(0).getTransforms())
                .extracting(transform -> ((Transform) transform).getAlgorithm())
                .containsExactly(Transform.ENVELOPED, "http://www.w3.org/2001/10/xml-exc-c14n#");
        assertThat(references.get(1).getType()).isEqualTo("http://uri.etsi.org/01903#SignedProperties");
        assertThat(signature.getSignedInfo().getCanonicalizationMethod().getAlgorithm())
                .isEqualTo("http://www.w3.org/2001/10/xml-exc-c14n#");

        String withdrawn =
                new String(bytes, StandardCharsets.UTF_8).replaceFirst("Svcstatus/withdrawn", "Svcstatus/granted");
        verified(withdrawn.getBytes(StandardCharsets.UTF_8), signer, false);
    }

    @Test
    void the_signature_is_the_last_child_and_holds_one_certificate() throws Exception {
        IssuedList issued = issuer.issue(scheme, List.<Provider>of().iterator(), signer(), directory.resolve("a.xml"));
        Document list = Canonicaliser.parse(Files.readAllBytes(issued.file()));
        assertThat(list.getDocumentElement().getLastChild().getLocalName()).isEqualTo("Signature");
        assertThat(list.getElementsByTagNameNS(Namespaces.SIGNATURE, "X509Certificate")
                        .getLength())
                .isEqualTo(1);
        assertThat(list.getElementsByTagNameNS(Namespaces.XADES, "SigningTime")
                        .item(0)
                        .getTextContent())
                .isEqualTo(NOW.toString());
    }

    private static XMLSignature verified(byte[] list, ListSigner signer, boolean expected) throws Exception {
        Document document = Canonicaliser.parse(list);
        Element element = (Element) document.getElementsByTagNameNS(Namespaces.SIGNATURE, "Signature")
                .item(0);
        DOMValidateContext context = new DOMValidateContext(
                KeySelector.singletonKeySelector(signer.certificate().getPublicKey()), element);
        context.setIdAttributeNS(
                (Element) document.getElementsByTagNameNS(Namespaces.XADES, "SignedProperties")
                        .item(0),
                null,
                "Id");
        XMLSignature signature = XMLSignatureFactory.getInstance("DOM").unmarshalXMLSignature(context);
        assertThat(signature.validate(context)).isEqualTo(expected);
        return signature;
    }

    private static TrustListIssuer at(Instant now) {
        return at(now, SIGNER);
    }

    private static TrustListIssuer at(Instant now, ListSigner announced) {
        return new TrustListIssuer(
                new TrustListXml(FictionalList.EXTENSION),
                AnnouncedSigners.only(announced.certificate()),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Iterator<Provider> providers() {
        return FictionalList.providers().iterator();
    }

    private static ListSigner signer() {
        return SIGNER;
    }
}
