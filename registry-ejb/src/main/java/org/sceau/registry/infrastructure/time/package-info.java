/** The one clock of the house. */
@NullMarked
package org.sceau.registry.infrastructure.time;

import org.jspecify.annotations.NullMarked;
