/**
 * Tools that others wrote, asked about what we publish. A judge answers with its complaints; none means accepted.
 */
package org.sceau.it.judges;
