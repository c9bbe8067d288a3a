/** Roles of accounts: under one scheme or all of them, and the walls between them (CSA Art. 58(4)). */
@NullMarked
package org.sceau.registry.domain.access;

import org.jspecify.annotations.NullMarked;
