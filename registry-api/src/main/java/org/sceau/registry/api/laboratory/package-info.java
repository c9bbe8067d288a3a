/** Laboratories and their titles. */
@NullMarked
package org.sceau.registry.api.laboratory;

import org.jspecify.annotations.NullMarked;
