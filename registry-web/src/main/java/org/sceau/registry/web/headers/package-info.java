/** What every answer tells a browser about its own security and about keeping it. */
@NullMarked
package org.sceau.registry.web.headers;

import org.jspecify.annotations.NullMarked;
