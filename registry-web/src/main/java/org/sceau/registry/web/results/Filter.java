package org.sceau.registry.web.results;

import org.sceau.registry.application.searching.CataloguePage.Facet;
import org.sceau.registry.domain.coded.Coded;

/** The filters of the catalogue as they are named in addresses, in the order they are shown. */
public enum Filter {
    SCHEME(Facet.FAMILY),
    LEVEL(Facet.LEVEL),
    STATUS(Facet.STATUS),
    CATEGORY(Facet.CATEGORY),
    HOLDER(Facet.HOLDER),
    LABORATORY(Facet.LABORATORY);

    private final Facet facet;

    Filter(Facet facet) {
        this.facet = facet;
    }

    /** Name of its parameter. */
    public String parameter() {
        return Coded.of(this);
    }

    Facet facet() {
        return facet;
    }
}
