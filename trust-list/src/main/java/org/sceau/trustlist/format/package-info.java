/**
 * Text in and out: a list as ETSI TS 119 612 v2.4.1 XML, written once into the file and into its exclusive canonical
 * form. Knows no key; what is spliced in before the end tag is only bytes here.
 */
@NullMarked
package org.sceau.trustlist.format;

import org.jspecify.annotations.NullMarked;
