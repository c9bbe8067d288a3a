/** The official catalogue as rows extracted from its print: cells of broken lines, link annotations and coloured marks. */
@NullMarked
package org.sceau.registry.infrastructure.catalogues.anssi;

import org.jspecify.annotations.NullMarked;
