package org.sceau.registry.application.content;

import java.util.Map;
import org.sceau.ledger.CanonicalJson;

/** Content of entries as canonical text (RFC 8785). */
public final class CanonicalText {
    private CanonicalText() {}

    public static String of(Map<String, Object> content) {
        return CanonicalJson.text(content);
    }
}
