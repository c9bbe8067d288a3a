/** Our own exchange format: one visa per record of a comma- or semicolon-separated file. */
@NullMarked
package org.sceau.registry.infrastructure.catalogues.csv;

import org.jspecify.annotations.NullMarked;
