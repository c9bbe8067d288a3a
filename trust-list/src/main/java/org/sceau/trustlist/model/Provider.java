package org.sceau.trustlist.model;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A holder of visas: vendor of products or provider of services (clause 5.4; R40 to R44).
 *
 * @param names           legal name, with an English one
 * @param tradeNames      registered identifiers ({@code NTRFR-…}, {@code VATFR-…}) and trade names, may be empty
 * @param address         post, mail and web; the operator's own where the holder is reached through it
 * @param informationUris at least one web address
 * @param services        at least one; identities are unique for each type
 */
public record Provider(
        List<Localized> names,
        List<Localized> tradeNames,
        Address address,
        List<LocalizedUri> informationUris,
        List<Service> services) {
    public Provider {
        names = List.copyOf(names);
        tradeNames = List.copyOf(tradeNames);
        informationUris = List.copyOf(informationUris);
        services = List.copyOf(services);
        Checks.names(Rule.NAME_HAS_ENGLISH, names);
        Checks.lines(tradeNames);
        Rule.PROVIDER_HAS_INFORMATION.require(!informationUris.isEmpty(), names);
        informationUris.forEach(i -> Checks.web(i.uri()));
        Rule.PROVIDER_HAS_A_SERVICE.require(!services.isEmpty(), names);
        record Key(URI type, URI identity) {}
        Set<Key> seen = new HashSet<>();
        for (Service service : services) {
            Rule.IDENTITY_IS_UNIQUE.require(seen.add(new Key(service.type(), service.identity())), service.identity());
        }
    }
}
