/** What a scheme says of the time after the decision: where complaints go, how long a remedy may take, how many visas are sampled. Data only. */
@NullMarked
package org.sceau.registry.domain.scheme.surveillance;

import org.jspecify.annotations.NullMarked;
