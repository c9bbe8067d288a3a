/** The registry as people meet it: pages in a real browser, with and without scripts, by mouse and keyboard, small and large. */
@NullMarked
package org.sceau.it.browser;

import org.jspecify.annotations.NullMarked;
