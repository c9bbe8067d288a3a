/** Corrected scheme definitions: what lies in the folder, proposing it, and the second administrator's word. */
@NullMarked
package org.sceau.registry.api.revision;

import org.jspecify.annotations.NullMarked;
