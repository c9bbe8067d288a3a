package org.sceau.registry.domain.complaint;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.duty.Separation;

/**
 * Who stands around a contested matter at the moment of an act.
 *
 * @param separations  rows of the schemes the matter is under; none for the conduct of a body
 * @param acted        who acted in the dossiers behind the matter, or proposed, approved or rejected a decision about it, in which roles
 * @param applicants   organisations that sponsor, develop or hold
 * @param laboratories organisations that evaluated, or whose conduct is contested
 * @param complainants organisations of the complainant
 * @param filers       accounts that complain themselves
 */
public record Contest(
        List<Separation> separations,
        Map<String, Set<Role>> acted,
        Set<String> applicants,
        Set<String> laboratories,
        Set<String> complainants,
        Set<String> filers) {

    public Contest {
        separations = List.copyOf(separations);
        Map<String, Set<Role>> copy = new HashMap<>();
        acted.forEach((name, roles) -> copy.put(name, Set.copyOf(roles)));
        acted = Map.copyOf(copy);
        applicants = Set.copyOf(applicants);
        laboratories = Set.copyOf(laboratories);
        complainants = Set.copyOf(complainants);
        filers = Set.copyOf(filers);
    }
}
