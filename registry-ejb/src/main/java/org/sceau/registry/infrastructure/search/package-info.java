/**
 * The catalogue's index: Lucene for words, columns in memory for filters and counts. Each node has its own; it can be thrown away
 * and is rebuilt from the database.
 */
@NullMarked
package org.sceau.registry.infrastructure.search;

import org.jspecify.annotations.NullMarked;
