/** The yearly sample of a scheme: which visas, drawn by which criteria, and never fewer than the scheme demands (EUCC Art. 25(3)-(5)). */
@NullMarked
package org.sceau.registry.domain.sampling;

import org.jspecify.annotations.NullMarked;
