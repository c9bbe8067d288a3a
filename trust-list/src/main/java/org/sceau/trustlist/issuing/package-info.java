/**
 * Sequence number, issue date and next update of a list, and its issue: written, signed and put in place in one pass.
 * Refuses to go backwards.
 */
@NullMarked
package org.sceau.trustlist.issuing;

import org.jspecify.annotations.NullMarked;
