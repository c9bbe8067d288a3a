/** Proposals and decisions by two people. */
@NullMarked
package org.sceau.registry.api.decision;

import org.jspecify.annotations.NullMarked;
