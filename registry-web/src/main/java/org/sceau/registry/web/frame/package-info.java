/** What surrounds every public page: operator, navigation, freshness, the same page in the other language. */
@NullMarked
package org.sceau.registry.web.frame;

import org.jspecify.annotations.NullMarked;
