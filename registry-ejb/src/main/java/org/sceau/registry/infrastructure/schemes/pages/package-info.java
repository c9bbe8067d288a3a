/** The pages of the documentation about schemes, made from the definitions so that the two never differ. */
@NullMarked
package org.sceau.registry.infrastructure.schemes.pages;

import org.jspecify.annotations.NullMarked;
