/** Whether the registry can do its work, for load balancers and operators. */
@NullMarked
package org.sceau.registry.api.health;

import org.jspecify.annotations.NullMarked;
