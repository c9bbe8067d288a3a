/** What the environment and the operator's file say, read once and checked. */
@NullMarked
package org.sceau.registry.infrastructure.settings;

import org.jspecify.annotations.NullMarked;
