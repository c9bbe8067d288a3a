package org.sceau.registry.domain.scheme.surveillance;

import java.util.List;
import java.util.Optional;

/**
 * All that a scheme version says of surveillance.
 *
 * @param complaints where complaints go, the first row that is for a visa counts; empty where the definition does not say
 * @param remedies   limits of a remedy; absent where the scheme knows none
 * @param sampling   the yearly sample; absent where the scheme knows none
 * @param duties     what is owed without an act here, one row each; empty where the definition tells none
 */
public record Surveillance(
        List<ComplaintRoute> complaints,
        Optional<RemedyRule> remedies,
        Optional<SamplingRule> sampling,
        List<Duty> duties) {

    public Surveillance {
        complaints = List.copyOf(complaints);
        duties = List.copyOf(duties);
    }

    /** Where a complaint about a visa of this level goes; empty when no row is for it. */
    public Optional<ComplaintRoute> route(Optional<String> level) {
        return complaints.stream().filter(row -> row.isFor(level)).findFirst();
    }
}
