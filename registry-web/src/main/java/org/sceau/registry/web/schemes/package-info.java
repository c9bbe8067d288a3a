/** The schemes a visa may be granted under, and the definitions that the URIs of the lists lead to. */
@NullMarked
package org.sceau.registry.web.schemes;

import org.jspecify.annotations.NullMarked;
