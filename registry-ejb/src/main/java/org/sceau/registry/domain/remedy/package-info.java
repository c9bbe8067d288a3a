/** Remedies: what a certification body asks of a holder, what the holder proposes, and when a decision is due (EUCC Art. 28-29). */
@NullMarked
package org.sceau.registry.domain.remedy;

import org.jspecify.annotations.NullMarked;
