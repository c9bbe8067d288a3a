/** The order in which the house opens: schema, first accounts, demonstration, index, lists. The one room that knows all others. */
@NullMarked
package org.sceau.registry.application.opening;

import org.jspecify.annotations.NullMarked;
