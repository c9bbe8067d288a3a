package org.sceau.registry.api.scheduling;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.api.query.Query;

/**
 * A page of what is ordered by journal positions, newest first.
 *
 * @param before position to go on behind
 */
record Pages(Optional<Long> before, int limit) {
    private static final int USUAL = 50;
    private static final int LARGEST = 200;
    private static final Pattern POSITION = Pattern.compile("\\d{1,18}");

    static Pages of(Query query) {
        Optional<Long> before = query.text("before").map(text -> {
            if (!POSITION.matcher(text).matches()) {
                throw Query.invalid("before", "`next` of the page before");
            }
            return Long.valueOf(text);
        });
        return new Pages(before, query.number("limit", USUAL, 1, LARGEST));
    }
}
