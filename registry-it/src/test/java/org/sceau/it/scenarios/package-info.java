/** The acceptance scenarios of the field, each told once and run through the use cases and again over the network. */
@NullMarked
package org.sceau.it.scenarios;

import org.jspecify.annotations.NullMarked;
