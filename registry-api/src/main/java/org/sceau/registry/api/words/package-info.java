/** Small parts that representations share: texts in both languages, and codes of closed lists. */
@NullMarked
package org.sceau.registry.api.words;

import org.jspecify.annotations.NullMarked;
