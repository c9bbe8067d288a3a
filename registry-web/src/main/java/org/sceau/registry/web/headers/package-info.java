/** What every answer tells a browser about its own security. */
@NullMarked
package org.sceau.registry.web.headers;

import org.jspecify.annotations.NullMarked;
