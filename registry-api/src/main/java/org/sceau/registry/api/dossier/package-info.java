/** Dossiers: opening, reading, and every act on them, as DTOs and thin resources. */
@NullMarked
package org.sceau.registry.api.dossier;

import org.jspecify.annotations.NullMarked;
