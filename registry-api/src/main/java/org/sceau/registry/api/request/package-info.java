/** Requests that change something: a bounded JSON body, the version it was based on, the key of its repetitions. */
@NullMarked
package org.sceau.registry.api.request;

import org.jspecify.annotations.NullMarked;
