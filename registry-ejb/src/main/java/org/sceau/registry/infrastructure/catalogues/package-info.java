/**
 * Catalogues from outside as rows of facts: what both formats share. Text is read strictly and within bounds, words are
 * recognised through the schemes, and whatever is unusual is said in a problem or a notice, never dropped in silence.
 *
 * <p>Knows nothing of storage: the import that stages and compares the rows lives in {@code application.importing}.
 */
@NullMarked
package org.sceau.registry.infrastructure.catalogues;

import org.jspecify.annotations.NullMarked;
