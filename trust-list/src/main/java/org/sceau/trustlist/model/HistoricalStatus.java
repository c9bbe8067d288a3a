package org.sceau.trustlist.model;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * An earlier status of a service (clause 5.6; R57, R58).
 *
 * @param type     same as the service's
 * @param names    as they were, with an English one
 * @param identity same as the service's
 * @param status   own URI space
 * @param since    when that status began, whole seconds
 */
public record HistoricalStatus(URI type, List<Localized> names, URI identity, URI status, Instant since) {
    public HistoricalStatus {
        names = List.copyOf(names);
        Checks.own(type);
        Checks.names(Rule.NAME_HAS_ENGLISH, names);
        Checks.absolute(identity);
        Checks.own(status);
        Checks.wholeSeconds(since);
    }
}
