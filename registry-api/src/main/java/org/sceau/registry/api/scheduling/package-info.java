/** What people are asked and told because a day has come, and how far that work is. */
@NullMarked
package org.sceau.registry.api.scheduling;

import org.jspecify.annotations.NullMarked;
