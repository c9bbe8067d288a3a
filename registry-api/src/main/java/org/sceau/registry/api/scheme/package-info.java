/** Scheme definitions as the registry applies them, for anyone. */
@NullMarked
package org.sceau.registry.api.scheme;

import org.jspecify.annotations.NullMarked;
