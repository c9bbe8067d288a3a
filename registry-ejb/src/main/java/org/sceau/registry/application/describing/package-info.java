/**
 * Scheme versions in words: what a definition says as tables in both languages, each row with its source, for whoever checks it
 * against the law. Pages of the product and of the documentation show the same tables; no scheme is named here.
 */
@NullMarked
package org.sceau.registry.application.describing;

import org.jspecify.annotations.NullMarked;
