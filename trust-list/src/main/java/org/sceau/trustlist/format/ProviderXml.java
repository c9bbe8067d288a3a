package org.sceau.trustlist.format;

import java.io.IOException;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.Service;

/** TrustServiceProvider (clause 5.4). */
final class ProviderXml {
    private final CanonicalWriter xml;
    private final FieldXml fields;
    private final ServiceXml services;

    ProviderXml(CanonicalWriter xml) {
        this.xml = xml;
        this.fields = new FieldXml(xml);
        this.services = new ServiceXml(xml);
    }

    void write(Provider provider) throws IOException {
        xml.open("TrustServiceProvider").open("TSPInformation");
        fields.names("TSPName", provider.names());
        if (!provider.tradeNames().isEmpty()) {
            fields.names("TSPTradeName", provider.tradeNames());
        }
        fields.address("TSPAddress", provider.address());
        fields.uris("TSPInformationURI", provider.informationUris());
        xml.close().open("TSPServices");
        for (Service service : provider.services()) {
            services.write(service);
        }
        xml.close().close();
    }
}
