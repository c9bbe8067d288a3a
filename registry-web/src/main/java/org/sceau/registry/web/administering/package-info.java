/** The desks of whoever runs the registry: scheme definitions with what nobody has verified in them, and how the registry is doing. */
@NullMarked
package org.sceau.registry.web.administering;

import org.jspecify.annotations.NullMarked;
