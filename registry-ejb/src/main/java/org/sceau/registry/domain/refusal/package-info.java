/** Why an act was not done: a stable code with typed details, the same for domain, use cases, screens and interface. */
@NullMarked
package org.sceau.registry.domain.refusal;

import org.jspecify.annotations.NullMarked;
