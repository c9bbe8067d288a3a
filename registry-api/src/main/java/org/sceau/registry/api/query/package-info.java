/** Query of requests: each is bounded, and a wrong one is named. */
@NullMarked
package org.sceau.registry.api.query;

import org.jspecify.annotations.NullMarked;
