package org.sceau.trustlist.format;

import java.io.IOException;
import java.util.List;
import org.sceau.trustlist.model.Address;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.LocalizedUri;
import org.sceau.trustlist.model.PostalAddress;

/** The field types that scheme, provider and service share (clauses 5.1.4 and 5.3.5). */
final class FieldXml {
    private final CanonicalWriter xml;

    FieldXml(CanonicalWriter xml) {
        this.xml = xml;
    }

    void names(String element, List<Localized> names) throws IOException {
        xml.open(element);
        for (Localized name : names) {
            xml.element("Name", name.value(), "xml:lang", name.lang());
        }
        xml.close();
    }

    /** Omitted when empty. */
    void uris(String element, List<LocalizedUri> uris) throws IOException {
        if (uris.isEmpty()) {
            return;
        }
        xml.open(element);
        for (LocalizedUri each : uris) {
            xml.element("URI", each.uri().toString(), "xml:lang", each.lang());
        }
        xml.close();
    }

    void address(String element, Address address) throws IOException {
        xml.open(element).open("PostalAddresses");
        for (PostalAddress postal : address.postal()) {
            xml.open("PostalAddress", "xml:lang", postal.lang());
            xml.element("StreetAddress", postal.street());
            xml.element("Locality", postal.locality());
            String state = postal.stateOrProvince();
            if (state != null) {
                xml.element("StateOrProvince", state);
            }
            String code = postal.postalCode();
            if (code != null) {
                xml.element("PostalCode", code);
            }
            xml.element("CountryName", postal.countryCode()).close();
        }
        xml.close();
        uris("ElectronicAddress", address.electronic());
        xml.close();
    }
}
