package org.sceau.ledger;

import java.util.Iterator;
import java.util.List;

/**
 * Checks proofs of a Merkle tree without having the tree (RFC 9162 sections 2.1.3.2 and 2.1.4.2, same tree as RFC 6962).
 * Every input may be hostile: the answer is only ever true or false, after at most one step for each hash of the path.
 */
public final class MerkleProof {
    private MerkleProof() {}

    /** True when {@code leaf} is leaf number {@code index} of the tree with {@code size} leaves and this root. */
    public static boolean includes(Hash leaf, long index, long size, List<Hash> path, Hash root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long node = index;
        long last = size - 1;
        Hash computed = leaf;
        for (Hash sibling : path) {
            if (last == 0) {
                return false;
            }
            if (isOdd(node) || node == last) {
                computed = MerkleTree.node(sibling, computed);
                while (!isOdd(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                computed = MerkleTree.node(computed, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && computed.equals(root);
    }

    /** True when the tree of {@code size} leaves starts with the tree of {@code earlierSize} leaves. */
    public static boolean extendsTree(long earlierSize, Hash earlierRoot, long size, Hash root, List<Hash> path) {
        if (earlierSize < 1 || earlierSize > size) {
            return false;
        }
        if (earlierSize == size) {
            return path.isEmpty() && earlierRoot.equals(root);
        }
        long node = earlierSize - 1;
        long last = size - 1;
        while (isOdd(node)) {
            node >>= 1;
            last >>= 1;
        }
        Iterator<Hash> rest = path.iterator();
        // A complete earlier tree is itself a node of the later one, and so is left out of the path.
        boolean complete = Long.bitCount(earlierSize) == 1;
        if (!complete && !rest.hasNext()) {
            return false;
        }
        Hash first = complete ? earlierRoot : rest.next();
        Hash earlier = first;
        Hash later = first;
        while (rest.hasNext()) {
            Hash sibling = rest.next();
            if (last == 0) {
                return false;
            }
            if (isOdd(node) || node == last) {
                earlier = MerkleTree.node(sibling, earlier);
                later = MerkleTree.node(sibling, later);
                while (!isOdd(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                later = MerkleTree.node(later, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && earlier.equals(earlierRoot) && later.equals(root);
    }

    private static boolean isOdd(long node) {
        return (node & 1) == 1;
    }
}
