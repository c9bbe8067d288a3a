/** Use cases of the time after the grant: what else a change puts in question. */
@NullMarked
package org.sceau.registry.application.surveilling;

import org.jspecify.annotations.NullMarked;
