/** Imports of catalogues: send, follow, cancel, read the report. */
@NullMarked
package org.sceau.registry.api.importing;

import org.jspecify.annotations.NullMarked;
