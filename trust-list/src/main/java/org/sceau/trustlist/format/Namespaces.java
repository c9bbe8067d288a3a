package org.sceau.trustlist.format;

import java.net.URI;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The namespaces of a list, by prefix. All are declared on the root and nowhere else. */
public final class Namespaces {
    public static final String TRUST_LIST = "http://uri.etsi.org/02231/v2#";
    public static final String ADDITIONAL_TYPES = "http://uri.etsi.org/02231/v2/additionaltypes#";
    public static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";
    public static final String XADES = "http://uri.etsi.org/01903/v1.3.2#";

    private Namespaces() {}

    /** What a signature uses: {@code ds} and {@code xades}. */
    public static SortedMap<String, String> ofSignature() {
        return new TreeMap<>(Map.of("ds", SIGNATURE, "xades", XADES));
    }

    /** What a list uses, its own extension under {@code cx}. */
    static SortedMap<String, String> ofList(URI extension) {
        SortedMap<String, String> all = ofSignature();
        all.put("", TRUST_LIST);
        all.put("cx", extension.toString());
        all.put("tslx", ADDITIONAL_TYPES);
        return all;
    }
}
