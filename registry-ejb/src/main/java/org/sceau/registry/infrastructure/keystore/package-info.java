/** Where signing keys come from: a PKCS#12 file, or the demonstration key that production refuses. */
@NullMarked
package org.sceau.registry.infrastructure.keystore;

import org.jspecify.annotations.NullMarked;
