package org.sceau.registry.domain.dossier;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sceau.registry.domain.party.Organisation;

/**
 * The organisations of a dossier besides its laboratories.
 *
 * @param sponsor   asks and pays
 * @param developer makes the product, when it is not the sponsor
 * @param holder    would hold the visa
 * @param observers read one evaluation, act on nothing (ANSSI-CSPN-CER-P-01 v1.1); at most 10
 */
public record Parties(
        Organisation sponsor, Optional<Organisation> developer, Organisation holder, List<Organisation> observers) {

    /** Refuses more than ten observers with {@link IllegalArgumentException}. */
    public Parties {
        observers = List.copyOf(observers);
        if (observers.size() > 10) {
            throw new IllegalArgumentException("at most ten observers");
        }
    }

    /** Whether an organisation is on the applicant's side: sponsor, developer or holder. */
    public boolean isApplicant(String organisation) {
        return Stream.of(Optional.of(sponsor), developer, Optional.of(holder))
                .flatMap(Optional::stream)
                .anyMatch(party -> party.name().equals(organisation));
    }

    public boolean isObserver(String organisation) {
        return observers.stream().anyMatch(party -> party.name().equals(organisation));
    }
}
