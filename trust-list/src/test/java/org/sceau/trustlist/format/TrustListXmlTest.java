package org.sceau.trustlist.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.trustlist.FictionalList;
import org.sceau.trustlist.model.Pointer;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;
import org.sceau.trustlist.signing.SignerKey;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TrustListXmlTest {
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final ByteArrayOutputStream canonical = new ByteArrayOutputStream();

    @Test
    void an_extension_namespace_that_is_not_absolute_is_refused() {
        assertThatThrownBy(() -> new TrustListXml(URI.create("visa/1"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_list_without_provider_has_no_container_for_them() throws Exception {
        write(FictionalList.scheme(FictionalList.issue()), List.of());
        assertThat(text()).doesNotContain("TrustServiceProviderList");
        assertThat(Canonicaliser.exclusive(file.toByteArray())).isEqualTo(canonical.toByteArray());
    }

    @Test
    void the_canonical_form_of_the_file_is_what_was_digested() throws Exception {
        write(FictionalList.scheme(FictionalList.issue()), FictionalList.providers());
        assertThat(new String(Canonicaliser.exclusive(file.toByteArray()), StandardCharsets.UTF_8))
                .isEqualTo(canonical.toString(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_content_gives_the_same_bytes() throws Exception {
        write(FictionalList.scheme(FictionalList.issue()), FictionalList.providers());
        byte[] first = file.toByteArray();
        file.reset();
        write(FictionalList.scheme(FictionalList.issue()), FictionalList.providers());
        assertThat(file.toByteArray()).isEqualTo(first);
    }

    @Test
    void namespaces_are_declared_on_the_root_alone() throws Exception {
        write(FictionalList.scheme(FictionalList.issue()), FictionalList.providers());
        int endOfRootTag = text().indexOf('>', text().indexOf("<TrustServiceStatusList"));
        assertThat(text().substring(endOfRootTag)).doesNotContain("xmlns");
    }

    @Test
    void what_was_said_of_a_visa_is_read_back() throws Exception {
        TrustListXml.Content content = write(FictionalList.scheme(FictionalList.issue()), FictionalList.providers());
        Document list = Canonicaliser.parse(file.toByteArray());

        assertThat(content).isEqualTo(new TrustListXml.Content(3, 6));
        assertThat(texts(list, Namespaces.TRUST_LIST, "Other")).contains("urn:vigie:visa:brume-2");
        assertThat(texts(list, Namespaces.TRUST_LIST, "Name"))
                .contains("Halcyon Vault & Key <mini>", "Œil d'Arvor — édition 𝔸");
        assertThat(texts(list, Namespaces.TRUST_LIST, "TSLVersionIdentifier")).containsExactly("6");
        assertThat(texts(list, Namespaces.TRUST_LIST, "HistoricalInformationPeriod"))
                .containsExactly("65535");
        assertThat(texts(list, Namespaces.TRUST_LIST, "ListIssueDateTime")).containsExactly("2026-03-02T09:00:00Z");
        assertThat(texts(list, FictionalList.EXTENSION.toString(), "ValidUntil"))
                .contains("2027-04-30");
        assertThat(list.getElementsByTagNameNS(FictionalList.EXTENSION.toString(), "Document")
                        .item(0)
                        .getAttributes()
                        .getNamedItem("sha256")
                        .getNodeValue())
                .isEqualTo("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
        assertThat(list.getElementsByTagNameNS(Namespaces.TRUST_LIST, "ServiceHistoryInstance")
                        .getLength())
                .isEqualTo(12);
    }

    @Test
    void a_pointer_carries_location_signers_and_kind() throws Exception {
        SchemeInformation plain = FictionalList.scheme(FictionalList.issue());
        Pointer pointer = new Pointer(
                URI.create("https://vigie.example/trust-lists/eucc/current.xml"),
                List.of(FictionalList.signer(SignerKey.P256).certificate()),
                plain.type(),
                plain.operatorNames(),
                plain.communityRules(),
                "FR",
                "application/vnd.etsi.tsl+xml");
        write(FictionalList.pointing(plain, pointer), List.of());
        Document list = Canonicaliser.parse(file.toByteArray());
        assertThat(texts(list, Namespaces.TRUST_LIST, "TSLLocation"))
                .containsExactly("https://vigie.example/trust-lists/eucc/current.xml");
        assertThat(texts(list, Namespaces.ADDITIONAL_TYPES, "MimeType"))
                .containsExactly("application/vnd.etsi.tsl+xml");
        assertThat(Canonicaliser.exclusive(file.toByteArray())).isEqualTo(canonical.toByteArray());
    }

    private TrustListXml.Content write(SchemeInformation scheme, List<Provider> providers) throws Exception {
        return new TrustListXml(FictionalList.EXTENSION)
                .write(scheme, providers.iterator(), file, canonical, Splice.NOTHING);
    }

    private String text() {
        return file.toString(StandardCharsets.UTF_8);
    }

    private static List<String> texts(Document document, String namespace, String element) {
        NodeList nodes = document.getElementsByTagNameNS(namespace, element);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getTextContent())
                .toList();
    }
}
