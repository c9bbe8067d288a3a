package org.sceau.it.access;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;

/** Who may do what, asked of a running registry. One class, so that one process starts the registry that all of it asks. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class AccessIT {
    /** What is let in leaves its traces. */
    private static final int AFTER_THE_OTHERS = Order.DEFAULT + 1;

    private static final int LAST = Order.DEFAULT + 2;

    @Nested
    class Methods extends EveryMethod {}

    @Nested
    class Addresses extends EveryScreen {}

    @Nested
    class Words extends Canaries {}

    @Nested
    @Order(AFTER_THE_OTHERS)
    class Bodies extends EveryBody {}

    @Nested
    @Order(LAST)
    class Forms extends EveryForm {}
}
