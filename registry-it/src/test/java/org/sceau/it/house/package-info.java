/** The registry's own parts put together without a server, on a real database, with a clock that a test sets. */
package org.sceau.it.house;
