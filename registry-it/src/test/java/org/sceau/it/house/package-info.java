/** The registry's own parts put together without a server, on a real database, with a clock that a test sets. */
@NullMarked
package org.sceau.it.house;

import org.jspecify.annotations.NullMarked;
