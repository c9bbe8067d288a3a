package org.sceau.registry.infrastructure.settings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.vulnerability.LegalClocks;
import org.sceau.registry.infrastructure.schemes.BrokenDefinition;
import org.sceau.registry.infrastructure.schemes.ClocksFromResources;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

/** Gives the scheme definitions, loaded once; a broken one stops the start. */
@ApplicationScoped
public class LoadedSchemes {

    @Produces
    @Singleton
    LegalClocks clocks() {
        try {
            return ClocksFromResources.load(LoadedSchemes.class.getClassLoader());
        } catch (BrokenDefinition broken) {
            throw new CannotStart("legal-clocks", broken.getMessage());
        }
    }

    @Produces
    @Singleton
    Schemes schemes() {
        try {
            return SchemesFromResources.load(LoadedSchemes.class.getClassLoader());
        } catch (BrokenDefinition broken) {
            throw new CannotStart("scheme-definition", broken.getMessage());
        }
    }
}
