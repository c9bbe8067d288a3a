/** The registry in figures. */
@NullMarked
package org.sceau.registry.api.counting;

import org.jspecify.annotations.NullMarked;
