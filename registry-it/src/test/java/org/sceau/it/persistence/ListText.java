package org.sceau.it.persistence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.sceau.it.house.House;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.PublishedLists.Part;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What an issued list says, read by a parser that knows nothing of what wrote it. */
final class ListText {
    private ListText() {}

    static Document list(House house, PublishedList list)
            throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setNamespaceAware(true);
        try (InputStream in = house.lists.open(list, Part.XML)) {
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(in.readAllBytes()));
        }
    }

    static List<Element> all(Node within, String name) {
        NodeList found = within instanceof Document document
                ? document.getElementsByTagNameNS("*", name)
                : ((Element) within).getElementsByTagNameNS("*", name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static List<String> texts(Node within, String name) {
        return all(within, name).stream().map(Element::getTextContent).toList();
    }

    static String tail(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    static String slug(Element service) {
        String urn = texts(service, "Other").get(0);
        return urn.substring(urn.lastIndexOf(':') + 1);
    }

    /** {@code visa status since} of every status, present and past. */
    static Set<String> statuses(Document list) {
        Set<String> told = new LinkedHashSet<>();
        for (Element service : all(list, "TSPService")) {
            List<String> statuses = texts(service, "ServiceStatus");
            List<String> since = texts(service, "StatusStartingTime");
            for (int i = 0; i < statuses.size(); i++) {
                told.add(slug(service) + " " + tail(statuses.get(i)) + " " + since.get(i));
            }
        }
        return told;
    }
}
