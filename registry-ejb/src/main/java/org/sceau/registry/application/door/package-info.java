/**
 * The one door through which every change enters: authenticate, authorise, act and journal in one transaction, announce after
 * the commit.
 *
 * <p>The door stands outside the transaction, so that a refusal is recorded even when the commit itself fails. Nothing else in
 * the house opens a transaction.
 */
@NullMarked
package org.sceau.registry.application.door;

import org.jspecify.annotations.NullMarked;
