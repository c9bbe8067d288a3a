package org.sceau.registry.web.visa;

import java.util.List;

/**
 * What else the holder of a visa holds.
 *
 * @param address   the catalogue, filtered by the holder; empty when its name gives no key
 * @param count     visas under all spellings, this one included
 * @param spellings other spellings of the holder met in the registry, at most five
 */
record HolderVisas(String address, long count, List<String> spellings) {
    static final int MOST_SPELLINGS = 5;
}
