/** What a decision costs beside raw JDBC that writes the same rows: started by {@code benchmarks/decision.sh}. */
@NullMarked
package org.sceau.benchmarks.decision;

import org.jspecify.annotations.NullMarked;
