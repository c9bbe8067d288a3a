package org.sceau.registry.infrastructure.planted;

import jakarta.ejb.Singleton;
import org.eclipse.persistence.sessions.Session;
import org.h2.api.Trigger;
import org.sceau.registry.api.ApiApplication;

/** Planted: an infrastructure class that imports a resource, names H2 and the server's library, and is a container bean. */
@Singleton
public class InfrastructureKnowsScreens {
    ApiApplication application;
    Trigger trigger;
    Session session;
}
