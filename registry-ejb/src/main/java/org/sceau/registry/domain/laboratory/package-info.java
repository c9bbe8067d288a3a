/**
 * Who evaluates. Laboratories and their titles: accreditation, authorisation, licence, each with days, suspensions and what it covers;
 * the body that issues, with what it was given. Says whether a laboratory is competent on a day for what a dossier asks.
 */
@NullMarked
package org.sceau.registry.domain.laboratory;

import org.jspecify.annotations.NullMarked;
