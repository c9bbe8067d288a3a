/**
 * The ledger as anyone can recompute it: canonical entries, leaf hashes and commitments. Knows nothing of the registry
 * and keeps nothing.
 */
@NullMarked
package org.sceau.ledger;

import org.jspecify.annotations.NullMarked;
