/** The interface for machines below {@code /api}: translates requests into use cases and answers into JSON. Decides nothing. */
@NullMarked
package org.sceau.registry.api;

import org.jspecify.annotations.NullMarked;
