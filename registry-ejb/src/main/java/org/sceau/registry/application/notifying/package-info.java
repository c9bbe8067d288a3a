/**
 * Who is told by mail that the desk has something for them. Notices and tasks are told in the product by themselves; from here goes out
 * that there are some, to whoever reads them there, as each person chose, and never what stands in them.
 */
@NullMarked
package org.sceau.registry.application.notifying;

import org.jspecify.annotations.NullMarked;
