package org.sceau.registry.application.leasing;

/** Somebody else does the work now; whatever this node was about to commit is rolled back. */
public final class LeaseLost extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLost(String name) {
        super("the lease " + name + " was taken over", null, false, false);
    }
}
