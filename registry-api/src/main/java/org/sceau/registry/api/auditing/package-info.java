/** What the registry says about its own record. */
@NullMarked
package org.sceau.registry.api.auditing;

import org.jspecify.annotations.NullMarked;
