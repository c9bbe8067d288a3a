/** Setting the house up and keeping it: the operating authority, its calendar and languages, settings, whether the house is ready. */
@NullMarked
package org.sceau.registry.application.administering;

import org.jspecify.annotations.NullMarked;
