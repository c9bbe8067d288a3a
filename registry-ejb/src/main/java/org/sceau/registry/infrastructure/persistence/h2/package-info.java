/** What only H2 needs: its triggers are Java classes, and so is the way to it. The one room that may import the embedded database. */
@NullMarked
package org.sceau.registry.infrastructure.persistence.h2;

import org.jspecify.annotations.NullMarked;
