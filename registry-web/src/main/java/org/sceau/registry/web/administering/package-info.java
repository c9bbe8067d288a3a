/**
 * The desks of whoever runs the registry: scheme definitions with what nobody has verified in them, how the registry is doing, and for publishers the
 * lists with an issue of one of them.
 */
@NullMarked
package org.sceau.registry.web.administering;

import org.jspecify.annotations.NullMarked;
