/** What the registry says of itself and of who keeps it. */
@NullMarked
package org.sceau.registry.web.about;

import org.jspecify.annotations.NullMarked;
