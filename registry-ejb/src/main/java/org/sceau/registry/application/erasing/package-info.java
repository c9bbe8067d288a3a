/** Erasing what was confidential of a dossier once its retention is over: asked for by one, ordered by another, done in one act. */
@NullMarked
package org.sceau.registry.application.erasing;

import org.jspecify.annotations.NullMarked;
