package org.sceau.registry.application.searching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;

/**
 * The public catalogue: visas whose holder consented to be listed, or whose scheme is always public (invariant 62); where the scheme takes
 * effect with its list, from the issue on that holds them (invariant 55).
 */
public interface Catalogue {

    CataloguePage search(CatalogueQuery query);

    /** The visa at a permanent address, whatever its status; empty when there is none or it is not public. */
    Optional<Visa> find(Slug slug);

    /** How many visas of each family are in force on a day. */
    Map<FamilyId, Long> inForce(LocalDate day);

    /** The visas recorded or changed last, newest first. */
    List<Visa> latest(int count);

    /** Number that rises with each change of the public data; part of every ETag. */
    long generation();
}
