/** Who takes part: the organisations that hold, ask for, evaluate and decide, and the people who act for them. */
@NullMarked
package org.sceau.registry.domain.party;

import org.jspecify.annotations.NullMarked;
