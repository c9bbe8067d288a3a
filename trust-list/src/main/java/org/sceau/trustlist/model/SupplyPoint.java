package org.sceau.trustlist.model;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is reached (clause 5.5.7).
 *
 * @param type what is found there, own URI space; null when not said
 * @param uri  a web address
 */
public record SupplyPoint(@Nullable URI type, URI uri) {
    public SupplyPoint {
        if (type != null) {
            Checks.own(type);
        }
        Checks.web(uri);
    }
}
