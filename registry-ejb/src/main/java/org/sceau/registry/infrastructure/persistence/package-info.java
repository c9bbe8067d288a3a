/**
 * How the registry lies in the database: JDBC on the transaction's own connection for the record and its projections, JPA rows
 * for accounts and import jobs. Nothing above this room sees a row.
 */
@NullMarked
package org.sceau.registry.infrastructure.persistence;

import org.jspecify.annotations.NullMarked;
