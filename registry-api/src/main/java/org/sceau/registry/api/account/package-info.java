/** Roles of accounts over REST. */
@NullMarked
package org.sceau.registry.api.account;

import org.jspecify.annotations.NullMarked;
