/** How the official references of a scheme are written, recognised and brought to one form. Gives no number out. */
@NullMarked
package org.sceau.registry.domain.scheme.numbering;

import org.jspecify.annotations.NullMarked;
