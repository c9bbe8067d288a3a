package org.sceau.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The Merkle tree of RFC 6962 section 2.1 over leaf hashes in memory: roots and proofs straight from the definition,
 * for tests, tools and small logs. Its answers are what any faster tree must give.
 */
public final class MerkleTree {
    private static final byte[] NODE = {0x01};

    private final List<Hash> leaves;

    /** @param leaves leaf hashes in ledger order, see {@link LeafHash} */
    public MerkleTree(List<Hash> leaves) {
        this.leaves = List.copyOf(leaves);
    }

    /** Number of leaves. */
    public int size() {
        return leaves.size();
    }

    /** Hash of an inner node. */
    public static Hash node(Hash left, Hash right) {
        return Hash.over(NODE, left.bytes(), right.bytes());
    }

    /** Root over all leaves; SHA-256 of nothing for the empty tree. */
    public Hash root() {
        return root(leaves);
    }

    /**
     * Audit path of a leaf (section 2.1.1), from its sibling up.
     *
     * @throws IndexOutOfBoundsException unless 0 ≤ {@code index} &lt; {@link #size()}
     */
    public List<Hash> inclusion(int index) {
        List<Hash> path = new ArrayList<>();
        inclusion(leaves, Objects.checkIndex(index, leaves.size()), path);
        return List.copyOf(path);
    }

    /**
     * Proof that the tree of the first leaves is a prefix of this one (section 2.1.2).
     *
     * @throws IllegalArgumentException unless 0 &lt; {@code earlierSize} ≤ {@link #size()}
     */
    public List<Hash> consistency(int earlierSize) {
        if (earlierSize < 1 || earlierSize > leaves.size()) {
            throw new IllegalArgumentException("no tree of " + earlierSize + " leaves within " + leaves.size());
        }
        List<Hash> path = new ArrayList<>();
        consistency(leaves, earlierSize, true, path);
        return List.copyOf(path);
    }

    private static Hash root(List<Hash> range) {
        if (range.isEmpty()) {
            return Hash.over();
        }
        if (range.size() == 1) {
            return range.get(0);
        }
        int split = split(range.size());
        return node(root(range.subList(0, split)), root(range.subList(split, range.size())));
    }

    private static void inclusion(List<Hash> range, int index, List<Hash> path) {
        if (range.size() == 1) {
            return;
        }
        int split = split(range.size());
        List<Hash> left = range.subList(0, split);
        List<Hash> right = range.subList(split, range.size());
        if (index < split) {
            inclusion(left, index, path);
            path.add(root(right));
        } else {
            inclusion(right, index - split, path);
            path.add(root(left));
        }
    }

    private static void consistency(List<Hash> range, int earlier, boolean earlierRootIsKnown, List<Hash> path) {
        if (earlier == range.size()) {
            if (!earlierRootIsKnown) {
                path.add(root(range));
            }
            return;
        }
        int split = split(range.size());
        List<Hash> left = range.subList(0, split);
        List<Hash> right = range.subList(split, range.size());
        if (earlier <= split) {
            consistency(left, earlier, earlierRootIsKnown, path);
            path.add(root(right));
        } else {
            consistency(right, earlier - split, false, path);
            path.add(root(left));
        }
    }

    /** Largest power of two below {@code size}. */
    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
