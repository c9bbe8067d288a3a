/** Until when what is known of a dossier is kept, and why it may not be erased before. */
@NullMarked
package org.sceau.registry.domain.retention;

import org.jspecify.annotations.NullMarked;
