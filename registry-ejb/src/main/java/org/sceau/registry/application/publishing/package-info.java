/**
 * What leaves the house: the signed trust lists, one per family, each issue kept for ever. Decides when to issue and what a
 * list says; how bytes are written and signed is the business of {@code trust-list}.
 */
@NullMarked
package org.sceau.registry.application.publishing;

import org.jspecify.annotations.NullMarked;
