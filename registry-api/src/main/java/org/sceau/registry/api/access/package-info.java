/** Who calls, and whether a resource method is for them. */
@NullMarked
package org.sceau.registry.api.access;

import org.jspecify.annotations.NullMarked;
