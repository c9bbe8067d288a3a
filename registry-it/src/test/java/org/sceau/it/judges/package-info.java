/**
 * Tools that others wrote, asked about what we publish. A judge answers with its complaints; none means accepted.
 */
@NullMarked
package org.sceau.it.judges;

import org.jspecify.annotations.NullMarked;
