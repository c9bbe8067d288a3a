/** What the second wall of PostgreSQL costs, beside the same questions of a role before which there is none. */
@NullMarked
package org.sceau.benchmarks.wall;

import org.jspecify.annotations.NullMarked;
