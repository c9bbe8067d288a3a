/** The first page: one box, the families, the latest changes. */
@NullMarked
package org.sceau.registry.web.home;

import org.jspecify.annotations.NullMarked;
