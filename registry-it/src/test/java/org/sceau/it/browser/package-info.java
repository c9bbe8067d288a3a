/** The registry as people meet it: pages in a real browser, with and without scripts, by mouse and keyboard, small and large. */
package org.sceau.it.browser;
