/** The status of a visa in plain words, with its seal and tone. */
@NullMarked
package org.sceau.registry.web.status;

import org.jspecify.annotations.NullMarked;
