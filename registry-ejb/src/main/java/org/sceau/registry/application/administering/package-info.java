/** Setting the house up and keeping it: the operating authority, accounts, the order of the start. */
@NullMarked
package org.sceau.registry.application.administering;

import org.jspecify.annotations.NullMarked;
