/** The second ring: the registry on H2 and on a real PostgreSQL, without a server. */
package org.sceau.it.persistence;
