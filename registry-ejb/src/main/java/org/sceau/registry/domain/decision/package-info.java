/**
 * Decisions: what is proposed, by whom it is approved, within which limits, and what it makes of a visa. Two people, always; which
 * kinds there are and who takes them is data of the scheme.
 */
@NullMarked
package org.sceau.registry.domain.decision;

import org.jspecify.annotations.NullMarked;
