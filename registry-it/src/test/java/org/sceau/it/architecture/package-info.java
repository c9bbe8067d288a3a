/** The rules that keep the rooms apart, and planted violations that show each rule can fail. */
@NullMarked
package org.sceau.it.architecture;

import org.jspecify.annotations.NullMarked;
