/** Judges of the scheme definitions that the registry itself does not need. */
package org.sceau.it.schemes;
