/** Plain forms of the desks: what was sent, bounded; carried out once, or refused with what was typed kept in sight. */
@NullMarked
package org.sceau.registry.web.form;

import org.jspecify.annotations.NullMarked;
