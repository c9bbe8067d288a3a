/** Where keys come from: a PKCS#12 file for lists, or the demonstration key that production refuses; a file for sealed secrets. */
@NullMarked
package org.sceau.registry.infrastructure.keystore;

import org.jspecify.annotations.NullMarked;
