/** Whole matters by browser, from the application to the public catalogue: one story for each scheme, told by mouse and by keyboard. */
@org.jspecify.annotations.NullMarked
package org.sceau.it.browser.journey;
