/**
 * The ledger as anyone can recompute it: canonical entries, leaf hashes, commitments, the tree and its proofs. Knows nothing of the registry
 * and keeps nothing.
 */
@NullMarked
package org.sceau.ledger;

import org.jspecify.annotations.NullMarked;
