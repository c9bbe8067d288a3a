/**
 * Who evaluates. Laboratories and their titles: accreditation, authorisation, licence, each with days, suspensions and what it covers;
 * conformity bodies as the official catalogue lists them. Says whether one is competent on a day for what a dossier asks.
 */
@NullMarked
package org.sceau.registry.domain.laboratory;

import org.jspecify.annotations.NullMarked;
