package org.sceau.trustlist.format;

import java.io.IOException;
import java.net.URI;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.Pointer;
import org.sceau.trustlist.model.SchemeInformation;

/** SchemeInformation (clause 5.3). */
final class SchemeXml {
    private final CanonicalWriter xml;
    private final FieldXml fields;

    SchemeXml(CanonicalWriter xml) {
        this.xml = xml;
        this.fields = new FieldXml(xml);
    }

    void write(SchemeInformation scheme) throws IOException {
        xml.open("SchemeInformation");
        xml.element("TSLVersionIdentifier", Integer.toString(SchemeInformation.VERSION));
        xml.element("TSLSequenceNumber", Long.toString(scheme.issue().sequenceNumber()));
        xml.element("TSLType", scheme.type().toString());
        fields.names("SchemeOperatorName", scheme.operatorNames());
        fields.address("SchemeOperatorAddress", scheme.operatorAddress());
        fields.names("SchemeName", scheme.names());
        fields.uris("SchemeInformationURI", scheme.informationUris());
        xml.element("StatusDeterminationApproach", scheme.statusDetermination().toString());
        fields.uris("SchemeTypeCommunityRules", scheme.communityRules());
        xml.element("SchemeTerritory", scheme.territory());
        xml.open("PolicyOrLegalNotice");
        for (Localized notice : scheme.legalNotices()) {
            xml.element("TSLLegalNotice", notice.value(), "xml:lang", notice.lang());
        }
        xml.close();
        xml.element("HistoricalInformationPeriod", Integer.toString(SchemeInformation.HISTORY_KEPT_FOR_EVER));
        pointers(scheme.pointers());
        // Instant.toString of whole seconds is the form of clause 5.1.3: UTC, seconds, Z.
        xml.element("ListIssueDateTime", scheme.issue().issuedAt().toString());
        xml.open("NextUpdate")
                .element("dateTime", scheme.issue().nextUpdate().toString())
                .close();
        if (!scheme.distributionPoints().isEmpty()) {
            xml.open("DistributionPoints");
            for (URI point : scheme.distributionPoints()) {
                xml.element("URI", point.toString());
            }
            xml.close();
        }
        xml.close();
    }

    private void pointers(List<Pointer> pointers) throws IOException {
        if (pointers.isEmpty()) {
            return;
        }
        xml.open("PointersToOtherTSL");
        for (Pointer pointer : pointers) {
            xml.open("OtherTSLPointer").open("ServiceDigitalIdentities");
            for (X509Certificate signer : pointer.signers()) {
                xml.open("ServiceDigitalIdentity").open("DigitalId");
                xml.element("X509Certificate", base64(signer));
                xml.close().close();
            }
            xml.close();
            xml.element("TSLLocation", pointer.location().toString());
            xml.open("AdditionalInformation");
            information("TSLType", pointer.type().toString());
            xml.open("OtherInformation");
            fields.names("SchemeOperatorName", pointer.operatorNames());
            xml.close().open("OtherInformation");
            fields.uris("SchemeTypeCommunityRules", pointer.communityRules());
            xml.close();
            information("SchemeTerritory", pointer.territory());
            information("tslx:MimeType", pointer.mediaType());
            xml.close().close();
        }
        xml.close();
    }

    private void information(String element, String value) throws IOException {
        xml.open("OtherInformation").element(element, value).close();
    }

    private static String base64(X509Certificate certificate) throws IOException {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException notEncodable) {
            throw new IOException("a pointer's signer certificate has no encoding", notEncodable);
        }
    }
}
