/** Who is there: bearer tokens below {@code /api}, the form everywhere else, the session between, and the page of an invitation. */
@NullMarked
package org.sceau.registry.web.identity;

import org.jspecify.annotations.NullMarked;
