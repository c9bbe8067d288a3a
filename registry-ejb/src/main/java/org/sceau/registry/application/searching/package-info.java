/**
 * The catalogue as people ask for it: one question, one page of answers, one visa. Reads what the projections hold and
 * changes nothing.
 */
@NullMarked
package org.sceau.registry.application.searching;

import org.jspecify.annotations.NullMarked;
