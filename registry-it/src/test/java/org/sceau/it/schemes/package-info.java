/** Judges of the scheme definitions that the registry itself does not need. */
@NullMarked
package org.sceau.it.schemes;

import org.jspecify.annotations.NullMarked;
