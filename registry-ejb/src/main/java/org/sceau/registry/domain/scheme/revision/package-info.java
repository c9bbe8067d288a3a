/** Corrections of scheme definitions: which edition is in use, and who has to agree before another one is. */
@NullMarked
package org.sceau.registry.domain.scheme.revision;

import org.jspecify.annotations.NullMarked;
