package org.sceau.trustlist.format;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.Iterator;
import org.sceau.trustlist.model.Provider;
import org.sceau.trustlist.model.SchemeInformation;

/**
 * Writes a list as ETSI TS 119 612 v2.4.1 XML (TSLVersionIdentifier 6), in memory that does not grow with the list.
 *
 * <p>The same content gives the same bytes. Element order and mandatory elements follow the schema of v2.4.1.
 */
public final class TrustListXml {
    /** Value of the TSLTag attribute (clause 5.2.1; R07). */
    public static final String TAG = "http://uri.etsi.org/19612/TSLTag";

    private static final String ROOT = "TrustServiceStatusList";

    private final URI extensionNamespace;

    /** How much a list held when it was written. */
    public record Content(long providers, long services) {}

    /**
     * A writer whose own extension lives in the operator's URI space.
     *
     * @param extensionNamespace absolute URI of the {@code Visa} element, ASCII, without characters that XML escapes
     */
    public TrustListXml(URI extensionNamespace) {
        String text = extensionNamespace.toString();
        if (!extensionNamespace.isAbsolute() || !text.chars().allMatch(c -> c > 0x20 && c < 0x7F && c != '&')) {
            throw new IllegalArgumentException("extension namespace must be an absolute ASCII URI: " + text);
        }
        this.extensionNamespace = extensionNamespace;
    }

    /**
     * Writes one list.
     *
     * @param providers in the order they shall stand; when there is none, their container is omitted (R45)
     * @param file      gets the list; flushed, not closed
     * @param canonical gets the exclusive canonical form of the list without its signature
     * @param splice    asked for the signature once {@code canonical} has everything
     * @throws UnwritableText for text that XML cannot carry; the sinks then hold part of a list
     */
    public Content write(
            SchemeInformation scheme,
            Iterator<Provider> providers,
            OutputStream file,
            OutputStream canonical,
            Splice splice)
            throws IOException {
        CanonicalWriter xml = CanonicalWriter.document(file, canonical, Namespaces.ofList(extensionNamespace));
        xml.open(ROOT, "Id", ROOT, "TSLTag", TAG);
        new SchemeXml(xml).write(scheme);
        long providerCount = 0;
        long serviceCount = 0;
        if (providers.hasNext()) {
            ProviderXml each = new ProviderXml(xml);
            xml.open("TrustServiceProviderList");
            while (providers.hasNext()) {
                Provider provider = providers.next();
                each.write(provider);
                providerCount++;
                serviceCount += provider.services().size();
            }
            xml.close();
        }
        xml.closeRoot(splice);
        return new Content(providerCount, serviceCount);
    }
}
