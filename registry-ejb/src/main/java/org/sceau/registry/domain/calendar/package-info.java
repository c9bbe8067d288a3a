/** Legal days and how terms are counted: calendar days, working days, and the rules of Regulation (EEC, Euratom) No 1182/71. */
@NullMarked
package org.sceau.registry.domain.calendar;

import org.jspecify.annotations.NullMarked;
