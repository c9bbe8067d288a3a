/**
 * Who somebody is and what they hold: accounts with their organisations, roles and tokens, the ways in by password and by token, and their end.
 */
@NullMarked
package org.sceau.registry.application.identifying;

import org.jspecify.annotations.NullMarked;
