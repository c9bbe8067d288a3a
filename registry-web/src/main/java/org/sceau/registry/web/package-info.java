/** The screens of the registry. Public pages are plain HTML, stateless and without script. */
@NullMarked
package org.sceau.registry.web;

import org.jspecify.annotations.NullMarked;
