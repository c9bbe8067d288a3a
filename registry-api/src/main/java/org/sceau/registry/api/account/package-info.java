/** Organisations, their people, invitations, roles and tokens over REST. */
@NullMarked
package org.sceau.registry.api.account;

import org.jspecify.annotations.NullMarked;
