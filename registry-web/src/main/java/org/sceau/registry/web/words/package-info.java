/** The two languages of the public pages, their texts, and days and numbers in words. */
@NullMarked
package org.sceau.registry.web.words;

import org.jspecify.annotations.NullMarked;
