package org.sceau.registry.application.searching;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
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

    /**
     * What is counted of a public visa on a day.
     *
     * @param status   on that day
     * @param firstDay first legal day, inclusive
     * @param lastDay  last legal day as it was told on that day, inclusive; empty without one
     */
    record Shown(FamilyId family, VisaStatus status, LocalDate firstDay, Optional<LocalDate> lastDay) {}

    /**
     * Hands over every public visa as it is shown on a day, in no order, without holding copies of them; none whose first day has not come.
     * All of one state of the public data.
     */
    void forEachShown(LocalDate day, Consumer<Shown> reader);

    /** The visas recorded or changed last, newest first. */
    List<Visa> latest(int count);

    /** Number that rises with each change of the public data; part of every ETag. */
    long generation();
}
