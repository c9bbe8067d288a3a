/**
 * Keys and signatures on a finished list: who may sign it, and XAdES baseline B as Annex B of ETSI TS 119 612 wants it.
 * Decides nothing about what the list says or when it is issued.
 */
@NullMarked
package org.sceau.trustlist.signing;

import org.jspecify.annotations.NullMarked;
