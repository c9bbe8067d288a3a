/**
 * Use cases of decisions: propose, edit, approve or reject, and carry out. An approved decision, its number, the visa it makes and the
 * entries that tell of it are one transaction.
 */
@NullMarked
package org.sceau.registry.application.deciding;

import org.jspecify.annotations.NullMarked;
