/** The second wall on a real PostgreSQL: what its policies give to whom, whatever a statement asks for (ADR 0035). */
@NullMarked
package org.sceau.it.wall;

import org.jspecify.annotations.NullMarked;
