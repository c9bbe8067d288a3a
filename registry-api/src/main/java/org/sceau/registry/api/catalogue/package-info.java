/** The public catalogue and its visas, as JSON. */
@NullMarked
package org.sceau.registry.api.catalogue;

import org.jspecify.annotations.NullMarked;
