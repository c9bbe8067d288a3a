package org.sceau.ledger;

/** Hash of a ledger entry as a leaf of the tree (RFC 6962 section 2.1). */
public final class LeafHash {
    private static final byte[] LEAF = {0x00};

    private LeafHash() {}

    /** SHA-256 of 0x00 and the entry. */
    public static Hash of(byte[] entry) {
        return Hash.over(LEAF, entry);
    }
}
