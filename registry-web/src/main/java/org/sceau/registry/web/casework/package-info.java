/** The desks of cases: the queue, and one dossier on one page with what the reader may do next. */
@NullMarked
package org.sceau.registry.web.casework;

import org.jspecify.annotations.NullMarked;
