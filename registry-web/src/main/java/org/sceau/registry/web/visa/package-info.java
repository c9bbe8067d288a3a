/** One visa at its permanent address, from verdict to provenance. */
@NullMarked
package org.sceau.registry.web.visa;

import org.jspecify.annotations.NullMarked;
