/** Who may not do what beside what: separation of duties, and the competence a laboratory needs. Data only. */
@NullMarked
package org.sceau.registry.domain.scheme.duty;

import org.jspecify.annotations.NullMarked;
