/** Public addresses: which page, language and thing a path stands for, and the filter that leads there. */
@NullMarked
package org.sceau.registry.web.address;

import org.jspecify.annotations.NullMarked;
