package org.sceau.registry.web.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where somebody is led after the sign-in: a desk of ours, never an address from outside. */
public final class WayBack {
    private static final Pattern DESK = Pattern.compile("(/en)?/desk(/|(/[a-z0-9][a-z0-9-]{0,60}){1,3})");

    private WayBack() {}

    /** The sign-in page in the language of a path, with the way back to it. */
    public static String signInFor(String path) {
        String page = isEnglish(path) ? "/en/sign-in" : "/sign-in";
        String desk = path.endsWith("/desk") ? path + "/" : path;
        return DESK.matcher(desk).matches() ? page + "?to=" + URLEncoder.encode(desk, StandardCharsets.UTF_8) : page;
    }

    /** The desk somebody asked for; the first desk of the language when it is none of ours. */
    static String safe(@Nullable String to, boolean english) {
        if (to != null && DESK.matcher(to).matches()) {
            return to;
        }
        return english ? "/en/desk/" : "/desk/";
    }

    static boolean isEnglish(String path) {
        return path.equals("/en") || path.startsWith("/en/");
    }
}
