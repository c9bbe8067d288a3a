/** How constants are called outside the program. */
@NullMarked
package org.sceau.registry.domain.coded;

import org.jspecify.annotations.NullMarked;
