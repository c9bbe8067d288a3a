/** Files that are worked on for a while: the sources of imports. Evaluation documents live in the vault, not here. */
@NullMarked
package org.sceau.registry.infrastructure.spool;

import org.jspecify.annotations.NullMarked;
