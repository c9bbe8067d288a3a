/** What each scheme demands, as data: families, versions, levels, scopes, validity, numbering. Holds no visa. */
@NullMarked
package org.sceau.registry.domain.scheme;

import org.jspecify.annotations.NullMarked;
