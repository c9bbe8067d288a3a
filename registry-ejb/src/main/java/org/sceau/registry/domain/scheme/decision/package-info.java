/**
 * What may be decided under a scheme version, by whom, and what follows: kinds of decisions, limits of suspensions, what a change
 * of the subject leads to, numbering, retention and publication.
 */
@NullMarked
package org.sceau.registry.domain.scheme.decision;

import org.jspecify.annotations.NullMarked;
