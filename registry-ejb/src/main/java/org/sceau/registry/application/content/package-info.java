/**
 * Canonical JSON of what the registry keeps: records of the domain as objects, read back to equal records. The same bytes are
 * stored, digested and committed to.
 */
@NullMarked
package org.sceau.registry.application.content;

import org.jspecify.annotations.NullMarked;
