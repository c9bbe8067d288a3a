/** Where something is applied for: which scheme, the form that its definition draws, and what still stands in the way of sending it. */
@NullMarked
package org.sceau.registry.web.applying;

import org.jspecify.annotations.NullMarked;
