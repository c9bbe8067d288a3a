/** What a kill leaves of the embedded database: started by {@code benchmarks/kill.sh}. */
@NullMarked
package org.sceau.benchmarks.kill;

import org.jspecify.annotations.NullMarked;
