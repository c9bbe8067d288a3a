/** Who may do what: the expectation as data, the visit that asks a running registry for every cell of it, and what nobody else may read. */
@NullMarked
package org.sceau.it.access;

import org.jspecify.annotations.NullMarked;
