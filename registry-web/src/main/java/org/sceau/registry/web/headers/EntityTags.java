package org.sceau.registry.web.headers;

import org.jspecify.annotations.Nullable;

/** Comparison of entity tags (RFC 9110, 13.1.2): a reader that holds one of them needs no bytes. */
public final class EntityTags {
    private static final int MOST_TAGS = 50;

    private EntityTags() {}

    /**
     * @param condition the header {@code If-None-Match}; null when the request has none
     * @param tag       the present tag with its quotes
     */
    public static boolean isHeld(@Nullable String condition, String tag) {
        if (condition == null) {
            return false;
        }
        String[] held = condition.split(",", MOST_TAGS);
        for (String one : held) {
            String bare = one.strip();
            if (bare.equals("*") || bare.equals(tag) || bare.equals("W/" + tag)) {
                return true;
            }
        }
        return false;
    }
}
