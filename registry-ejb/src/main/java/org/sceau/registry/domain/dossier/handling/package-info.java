/**
 * What may be done with a dossier now, by whom, and why not: interprets the definition of its scheme. Every act takes one look
 * ({@link org.sceau.registry.domain.dossier.handling.Handling}) and returns the next dossier or refuses by code.
 */
@NullMarked
package org.sceau.registry.domain.dossier.handling;

import org.jspecify.annotations.NullMarked;
