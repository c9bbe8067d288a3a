package org.sceau.registry.api.planted;

import jakarta.ws.rs.GET;
import org.sceau.trustlist.model.Provider;

/** Planted: a resource that does not say who may call it and reaches past the application. */
public class ResourceForAnyone {
    Provider provider;

    @GET
    public String anything() {
        return "";
    }
}
