package org.sceau.trustlist.format;

import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.sceau.trustlist.model.DocumentLink;
import org.sceau.trustlist.model.VisaExtension;

/** The project's own extension (clause 5.5.9), never critical: a reader that does not know it loses nothing it needs. */
final class VisaXml {
    private final CanonicalWriter xml;

    VisaXml(CanonicalWriter xml) {
        this.xml = xml;
    }

    void write(VisaExtension visa) throws IOException {
        xml.open("Extension", "Critical", "false").open("cx:Visa");
        xml.element("cx:Reference", visa.reference());
        for (String version : visa.versions()) {
            xml.element("cx:Version", version);
        }
        optional("cx:Level", visa.level());
        for (String scope : visa.scopes()) {
            xml.element("cx:Scope", scope);
        }
        optional("cx:ValidFrom", visa.validFrom());
        optional("cx:ValidUntil", visa.validUntil());
        optional("cx:Laboratory", visa.laboratory());
        for (DocumentLink document : visa.documents()) {
            String href = document.href().toString();
            String sha256 = document.sha256();
            if (sha256 == null) {
                xml.open("cx:Document", "href", href, "kind", document.kind());
            } else {
                xml.open("cx:Document", "href", href, "kind", document.kind(), "sha256", base64(sha256));
            }
            xml.close();
        }
        xml.close().close();
    }

    private void optional(String element, @Nullable Object value) throws IOException {
        if (value != null) {
            xml.element(element, value.toString());
        }
    }

    private static String base64(String hex) {
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }
}
