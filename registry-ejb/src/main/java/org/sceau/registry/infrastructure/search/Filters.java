package org.sceau.registry.infrastructure.search;

/** Which filters of a question a visa fails, as bits. */
final class Filters {
    static final int FAMILY = 1;
    static final int LEVEL = 2;
    static final int STATUS = 4;
    static final int HOLDER = 8;
    static final int LABORATORY = 16;
    static final int CATEGORY = 32;

    private int failed;

    void check(int filter, boolean passed) {
        failed |= passed ? 0 : filter;
    }

    boolean none() {
        return failed == 0;
    }

    /** Whether the visa would match if this one filter were not set: then it counts in that filter's facet. */
    boolean noneBut(int filter) {
        return (failed & ~filter) == 0;
    }
}
