/** What a visitor sees when a page cannot be given. Depends on no database and no view. */
@NullMarked
package org.sceau.registry.web.error;

import org.jspecify.annotations.NullMarked;
