/** Complaints and appeals: filed by anyone, handled by somebody who was not involved, told to the complainant. */
@NullMarked
package org.sceau.registry.application.complaining;

import org.jspecify.annotations.NullMarked;
