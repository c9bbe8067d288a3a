/** What a decision must be able to say in public: the lines of a certificate, the sections of a report, the package for the agency. */
@NullMarked
package org.sceau.registry.domain.publication;

import org.jspecify.annotations.NullMarked;
