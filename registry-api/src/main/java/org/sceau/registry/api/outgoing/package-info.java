/** Files on their way out, and how they are packed. */
@NullMarked
package org.sceau.registry.api.outgoing;

import org.jspecify.annotations.NullMarked;
