/**
 * Who has an account: organisations, the people they invite, and the way back into an account. Nobody comes in as one of staff by the word of
 * one person.
 */
@NullMarked
package org.sceau.registry.application.inviting;

import org.jspecify.annotations.NullMarked;
