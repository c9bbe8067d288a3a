package org.sceau.registry.infrastructure.schemes;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Where definition files come from. */
@FunctionalInterface
interface DefinitionSource {

    /** The bytes of a file named in the index, or null when there is none. Closed by the caller. */
    @Nullable
    InputStream open(String file);
}
