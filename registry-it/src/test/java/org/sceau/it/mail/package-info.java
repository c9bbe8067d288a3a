/** What mail servers answer, and what that means here. */
@NullMarked
package org.sceau.it.mail;

import org.jspecify.annotations.NullMarked;
