/** The catalogue as a visitor filters it: the question in an address, rows, filters, paging. */
@NullMarked
package org.sceau.registry.web.results;

import org.jspecify.annotations.NullMarked;
