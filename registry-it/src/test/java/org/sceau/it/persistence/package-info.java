/** The second ring: the registry on H2 and on a real PostgreSQL, without a server. */
@NullMarked
package org.sceau.it.persistence;

import org.jspecify.annotations.NullMarked;
