package org.sceau.registry.web.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A browser and its system in words that its owner knows again; all it says of itself would tell more than a list of sessions needs. */
final class Browser {
    /** What browsers pretend to be comes last: Edge says Chrome, and Chrome says Safari. */
    private static final Map<String, String> BROWSERS =
            ordered("Edg/", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows",
            "Windows",
            "Android",
            "Android",
            "iPhone",
            "iOS",
            "iPad",
            "iPadOS",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private Browser() {}

    /** {@code ?} for what is not known. */
    static String of(@Nullable String agent) {
        String said = agent == null ? "" : agent.substring(0, Math.min(agent.length(), 400));
        return first(BROWSERS, said) + ", " + first(SYSTEMS, said);
    }

    private static String first(Map<String, String> marks, String said) {
        return marks.entrySet().stream()
                .filter(mark -> said.contains(mark.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("?");
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> marks = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            marks.put(pairs[i], pairs[i + 1]);
        }
        return marks;
    }
}
