/** Who evaluates: conformity bodies with what they cover. */
@NullMarked
package org.sceau.registry.domain.laboratory;

import org.jspecify.annotations.NullMarked;
