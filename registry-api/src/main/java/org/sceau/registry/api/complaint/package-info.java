/** Complaints and appeals over REST: filed, handled, told. */
@NullMarked
package org.sceau.registry.api.complaint;

import org.jspecify.annotations.NullMarked;
