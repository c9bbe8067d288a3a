/** A dossier: one application and its evaluation under one scheme version, with everything that ever happened to it. */
@NullMarked
package org.sceau.registry.domain.dossier;

import org.jspecify.annotations.NullMarked;
