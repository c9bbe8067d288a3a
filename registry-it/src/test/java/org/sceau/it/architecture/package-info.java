/** The rules that keep the rooms apart, and planted violations that show each rule can fail. */
package org.sceau.it.architecture;
