/** What is to be looked at because something else changed. */
@NullMarked
package org.sceau.registry.api.surveilling;

import org.jspecify.annotations.NullMarked;
