/** Every failure of the interface as a problem document (RFC 9457), with titles and remedies in both languages. */
@NullMarked
package org.sceau.registry.api.problem;

import org.jspecify.annotations.NullMarked;
