package org.sceau.trustlist.format;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.sceau.trustlist.model.HistoricalStatus;
import org.sceau.trustlist.model.Localized;
import org.sceau.trustlist.model.LocalizedUri;
import org.sceau.trustlist.model.Service;
import org.sceau.trustlist.model.SupplyPoint;
import org.sceau.trustlist.model.VisaExtension;

/** TSPService with its history (clauses 5.5 and 5.6). */
final class ServiceXml {
    private final CanonicalWriter xml;
    private final FieldXml fields;
    private final VisaXml visas;

    ServiceXml(CanonicalWriter xml) {
        this.xml = xml;
        this.fields = new FieldXml(xml);
        this.visas = new VisaXml(xml);
    }

    void write(Service service) throws IOException {
        xml.open("TSPService").open("ServiceInformation");
        state(service.type(), service.names(), service.identity(), service.status(), service.since());
        fields.uris("SchemeServiceDefinitionURI", service.schemeDefinitionUris());
        if (!service.supplyPoints().isEmpty()) {
            xml.open("ServiceSupplyPoints");
            for (SupplyPoint point : service.supplyPoints()) {
                supplyPoint(point);
            }
            xml.close();
        }
        fields.uris("TSPServiceDefinitionURI", service.definitionUris());
        extensions(service);
        xml.close();
        if (!service.history().isEmpty()) {
            xml.open("ServiceHistory");
            for (HistoricalStatus earlier : service.history()) {
                xml.open("ServiceHistoryInstance");
                state(earlier.type(), earlier.names(), earlier.identity(), earlier.status(), earlier.since());
                xml.close();
            }
            xml.close();
        }
        xml.close();
    }

    private void state(URI type, List<Localized> names, URI identity, URI status, Instant since) throws IOException {
        xml.element("ServiceTypeIdentifier", type.toString());
        fields.names("ServiceName", names);
        xml.open("ServiceDigitalIdentity").open("DigitalId");
        xml.element("Other", identity.toString());
        xml.close().close();
        xml.element("ServiceStatus", status.toString());
        xml.element("StatusStartingTime", since.toString());
    }

    private void supplyPoint(SupplyPoint point) throws IOException {
        URI type = point.type();
        if (type == null) {
            xml.element("ServiceSupplyPoint", point.uri().toString());
        } else {
            xml.element("ServiceSupplyPoint", point.uri().toString(), "type", type.toString());
        }
    }

    private void extensions(Service service) throws IOException {
        VisaExtension visa = service.visa();
        if (visa == null && service.additionalInformation().isEmpty()) {
            return;
        }
        xml.open("ServiceInformationExtensions");
        for (LocalizedUri information : service.additionalInformation()) {
            xml.open("Extension", "Critical", "false").open("AdditionalServiceInformation");
            xml.element("URI", information.uri().toString(), "xml:lang", information.lang());
            xml.close().close();
        }
        if (visa != null) {
            visas.write(visa);
        }
        xml.close();
    }
}
