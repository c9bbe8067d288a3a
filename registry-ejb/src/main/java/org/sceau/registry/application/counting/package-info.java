/**
 * The registry in figures: public counts of listed visas, and what may be told of dossiers, whose existence is confidential. Reads what is on
 * record and changes nothing.
 */
@NullMarked
package org.sceau.registry.application.counting;

import org.jspecify.annotations.NullMarked;
