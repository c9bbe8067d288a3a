/** Roles of accounts, under one scheme or all of them, how far they reach, the walls between them (CSA Art. 58(4)), and invitations to accounts. */
@NullMarked
package org.sceau.registry.domain.access;

import org.jspecify.annotations.NullMarked;
