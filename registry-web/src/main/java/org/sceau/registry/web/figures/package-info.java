/** The page of figures: charts that need no script, a table behind each, and the same as a file. */
@NullMarked
package org.sceau.registry.web.figures;

import org.jspecify.annotations.NullMarked;
