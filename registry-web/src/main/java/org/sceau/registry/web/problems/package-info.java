/** What each public code means and what would help: the pages that the {@code type} of a problem document leads to (RFC 9457). */
@NullMarked
package org.sceau.registry.web.problems;

import org.jspecify.annotations.NullMarked;
