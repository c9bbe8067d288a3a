/** Files that machines ask for at fixed addresses. */
@NullMarked
package org.sceau.registry.web.wellknown;

import org.jspecify.annotations.NullMarked;
