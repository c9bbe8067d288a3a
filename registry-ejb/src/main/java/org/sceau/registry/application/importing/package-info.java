/**
 * A list of visas from outside becomes visas of the registry, each row accounted for: read and staged first, compared with
 * what is known, then recorded in small whole steps that a kill cannot halve.
 *
 * <p>Formats are read behind {@link org.sceau.registry.application.importing.CatalogueFormat}; their readers live in
 * {@code infrastructure.catalogues}.
 */
@NullMarked
package org.sceau.registry.application.importing;

import org.jspecify.annotations.NullMarked;
