/** Who is there: bearer tokens below {@code /api}, the form everywhere else, and the session between. */
@NullMarked
package org.sceau.registry.web.identity;

import org.jspecify.annotations.NullMarked;
