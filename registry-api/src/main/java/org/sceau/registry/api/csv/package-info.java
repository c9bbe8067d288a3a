/** Lines of the CSV files that the registry hands out. */
@NullMarked
package org.sceau.registry.api.csv;

import org.jspecify.annotations.NullMarked;
