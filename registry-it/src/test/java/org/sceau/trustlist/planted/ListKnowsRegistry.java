package org.sceau.trustlist.planted;

import org.sceau.registry.domain.scheme.FamilyId;

/** Planted: a list that knows the registry. */
public class ListKnowsRegistry {
    FamilyId family;
}
