/** What the registry never does, in the words of its page, and how that page is written from the tests that hold it. */
@NullMarked
package org.sceau.registry.invariants;

import org.jspecify.annotations.NullMarked;
