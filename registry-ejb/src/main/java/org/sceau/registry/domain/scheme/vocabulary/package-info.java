/** The words of the field: closed lists, bilingual labels, the levels, scopes and categories of a scheme, each with its source. */
@NullMarked
package org.sceau.registry.domain.scheme.vocabulary;

import org.jspecify.annotations.NullMarked;
