package org.sceau.registry.application.counting;

/**
 * What may be told of how many dossiers there are. That a dossier exists is confidential, so a figure is told of a group that hides each of its
 * members, and of no other:
 *
 * <ol>
 *   <li>Fewer than {@value #FEWEST}, none included, look all alike: a cell that said none would tell of its neighbour that it holds one.
 *   <li>No sum is told over cells some of which are withheld, so that none can be found by subtraction. There is no other suppression to
 *       undo: a cell is withheld for its own count alone.
 *   <li>Where groups lie within one another, as the dossiers of a later stage within those of an earlier one, their sizes are told in steps of
 *       {@value #FEWEST}, so that their difference tells of no smaller group.
 *   <li>A rank that is the last of its group is told of nobody: it is one dossier's.
 * </ol>
 */
final class SmallCounts {
    /** Dossiers of the smallest group that is told of. */
    static final int FEWEST = 5;

    private SmallCounts() {}

    /** Whether a group of this size is told of. */
    static boolean isTold(long count) {
        return count >= FEWEST;
    }

    /** The size of a group whose members may belong to others too, as what it is at least: 10 for 10 to 14. */
    static long atLeast(long count) {
        return count - count % FEWEST;
    }
}
