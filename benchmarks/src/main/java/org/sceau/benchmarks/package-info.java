/** Measurements of what the registry does, beside the tools that do the same. Nothing here is shipped. */
@NullMarked
package org.sceau.benchmarks;

import org.jspecify.annotations.NullMarked;
