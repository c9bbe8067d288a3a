/**
 * Scheme definitions as files: read into {@link org.sceau.registry.domain.scheme.Schemes} or refused with file and line, and
 * the schemas of our import format made from them.
 */
@NullMarked
package org.sceau.registry.infrastructure.schemes;

import org.jspecify.annotations.NullMarked;
