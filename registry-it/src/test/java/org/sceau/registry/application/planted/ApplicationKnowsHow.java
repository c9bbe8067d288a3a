package org.sceau.registry.application.planted;

import jakarta.persistence.Entity;
import jakarta.transaction.UserTransaction;
import org.sceau.registry.infrastructure.persistence.Sql;

/** Planted: an application class that imports infrastructure, is a row, and opens transactions. */
@Entity
public class ApplicationKnowsHow {
    Sql sql;
    UserTransaction transaction;
}
