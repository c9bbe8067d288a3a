/**
 * Canonical JSON of what the registry keeps: records of the domain as objects, read back to equal records. The same bytes are
 * stored, digested and committed to; what became different between two of them is told as a patch.
 */
@NullMarked
package org.sceau.registry.application.content;

import org.jspecify.annotations.NullMarked;
