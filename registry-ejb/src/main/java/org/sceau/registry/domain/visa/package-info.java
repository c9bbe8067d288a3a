/**
 * What a decision grants and what became of it: the facts of a visa, its status on any day, its advice to buyers.
 *
 * <p>Knows schemes, because a status follows the rule of the scheme. Knows nothing of storage, screens or imports.
 */
@NullMarked
package org.sceau.registry.domain.visa;

import org.jspecify.annotations.NullMarked;
