/**
 * Reading the record: the journal of accepted acts and the audit log of refusals. Writing them is the door's business.
 */
@NullMarked
package org.sceau.registry.application.auditing;

import org.jspecify.annotations.NullMarked;
