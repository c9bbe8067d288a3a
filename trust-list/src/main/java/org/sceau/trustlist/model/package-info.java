/**
 * What a trust list says: scheme information, providers, services and their statuses, as values that hold the rules of
 * ETSI TS 119 612 v2.4.1 which concern one value alone. Knows no file format, no key and no registry.
 */
@NullMarked
package org.sceau.trustlist.model;

import org.jspecify.annotations.NullMarked;
