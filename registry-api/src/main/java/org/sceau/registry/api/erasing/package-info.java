/** Until when a dossier is kept, asking for its erasure, and the second word that carries it out. */
@NullMarked
package org.sceau.registry.api.erasing;

import org.jspecify.annotations.NullMarked;
