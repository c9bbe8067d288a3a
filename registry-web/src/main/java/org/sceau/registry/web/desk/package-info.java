/** The signed-in desks: what an account can do today. Screens hold state and words; the door decides. */
@NullMarked
package org.sceau.registry.web.desk;

import org.jspecify.annotations.NullMarked;
