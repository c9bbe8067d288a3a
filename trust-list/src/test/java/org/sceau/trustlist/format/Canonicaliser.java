package org.sceau.trustlist.format;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import javax.xml.crypto.Data;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.dom.DOMCryptoContext;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;

/** Exclusive canonicalisation as the JDK does it, through its public interface. */
public final class Canonicaliser {
    private Canonicaliser() {}

    public static Document parse(byte[] xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    /** Canonical form of the file as it is. */
    public static byte[] exclusive(byte[] xml) throws Exception {
        TransformService service = TransformService.getInstance(CanonicalizationMethod.EXCLUSIVE, "DOM");
        service.init((TransformParameterSpec) null);
        XMLCryptoContext context = new DOMCryptoContext() {};
        Data result = service.transform(new OctetStreamData(new ByteArrayInputStream(xml)), context);
        try (InputStream out = ((OctetStreamData) result).getOctetStream()) {
            return out.readAllBytes();
        }
    }
}
