package org.sceau.registry.domain.visa;

import java.net.URI;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;

/**
 * A public document or page of a visa.
 *
 * @param kind    what it is
 * @param address absolute {@code https} or {@code http} address, at most 2000 characters
 * @param sha256  64 lower-case hexadecimal digits of its bytes, when they were seen
 */
public record VisaDocument(DocumentKind kind, URI address, Optional<String> sha256) {

    public VisaDocument {
        String scheme = String.valueOf(address.getScheme());
        if (!(scheme.equals("https") || scheme.equals("http"))
                || address.toString().length() > 2000) {
            throw new IllegalArgumentException("a document has an http(s) address of at most 2000 characters");
        }
        if (sha256.filter(hex -> !hex.matches("[0-9a-f]{64}")).isPresent()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
        }
    }
}
