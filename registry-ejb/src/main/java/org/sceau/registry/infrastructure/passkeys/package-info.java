/** Passkeys as a library knows them. */
@NullMarked
package org.sceau.registry.infrastructure.passkeys;

import org.jspecify.annotations.NullMarked;
