package org.sceau.registry.web.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a request that may change something comes from a page of ours. */
final class SameSite {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private SameSite() {}

    /**
     * @param fetchSite {@code Sec-Fetch-Site}, which a page cannot set; decides when present
     * @param origin    {@code Origin}; decides otherwise. A request with neither comes from no present browser and is refused
     */
    static boolean lets(String method, @Nullable String fetchSite, @Nullable String origin, URI publicUrl) {
        if (HARMLESS.contains(method)) {
            return true;
        }
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        return origin != null && origin.toLowerCase(Locale.ROOT).equals(originOf(publicUrl));
    }

    static String originOf(URI address) {
        String scheme = address.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("https") ? 443 : 80;
        boolean named = address.getPort() >= 0 && address.getPort() != usual;
        return scheme + "://" + address.getHost().toLowerCase(Locale.ROOT) + (named ? ":" + address.getPort() : "");
    }
}
