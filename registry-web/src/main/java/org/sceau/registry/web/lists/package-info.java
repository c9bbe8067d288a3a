/** The trust lists: pages about them and their files. */
@NullMarked
package org.sceau.registry.web.lists;

import org.jspecify.annotations.NullMarked;
