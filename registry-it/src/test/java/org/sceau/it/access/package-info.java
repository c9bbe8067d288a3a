/**
 * Who may do what: the expectation as data, the visit that asks a running registry for every cell of it, what nobody else may read, and
 * what becomes of a body or a form that is sent what it is not for.
 */
@NullMarked
package org.sceau.it.access;

import org.jspecify.annotations.NullMarked;
