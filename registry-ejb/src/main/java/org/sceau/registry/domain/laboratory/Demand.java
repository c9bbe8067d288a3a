package org.sceau.registry.domain.laboratory;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.duty.Competence;

/**
 * What a dossier asks of its laboratory on a day.
 *
 * @param titles             the titles needed in this situation, with what each must cover
 * @param van                AVA_VAN component asked for
 * @param technicalDomain    technical domain asked for
 * @param protectionProfiles protection profiles claimed
 * @param category           product category
 * @param scopes             activities asked for
 * @param level              level asked for
 * @param purposes           purposes beyond the ordinary that are asked for
 */
public record Demand(
        LocalDate day,
        SchemeId scheme,
        List<Competence> titles,
        OptionalInt van,
        Optional<String> technicalDomain,
        Set<String> protectionProfiles,
        Optional<String> category,
        Set<String> scopes,
        Optional<String> level,
        Set<Coverage.Purpose> purposes) {

    public Demand {
        purposes = Set.copyOf(purposes);
        titles = List.copyOf(titles);
        protectionProfiles = Collections.unmodifiableSet(new TreeSet<>(protectionProfiles));
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }
}
