/** The texts of each language, and days and numbers in words. */
@NullMarked
package org.sceau.registry.web.words;

import org.jspecify.annotations.NullMarked;
