package org.sceau.registry.web.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;

/** Where somebody is led after the sign-in: a desk of ours, never an address from outside. */
public record WayBack(Languages languages) {
    /** The short name of a visa may have more characters than the addresses of the other desks. */
    private static final Pattern DESK = Pattern.compile(
            "/desk(/|/visas/[A-Za-z0-9][A-Za-z0-9._~-]{0,119}(/decision)?|(/[a-z0-9][a-z0-9-]{0,60}){1,3})"
                    // Which decision is about to be proposed.
                    + "((?<=/decision)[?]kind=[a-z][a-z-]{0,39})?");

    private static final Pattern KIND = Pattern.compile("(?:^|&)(kind=[a-z][a-z-]{0,39})(?:&|$)");

    /** What was asked for: its path, and of a decision the kind. */
    public static String asked(String path, @Nullable String query) {
        Matcher kind = KIND.matcher(query == null ? "" : query);
        return path.endsWith("/decision") && kind.find() ? path + "?" + kind.group(1) : path;
    }

    /** The sign-in page in the language of a path, with the way back to it. */
    public String signInFor(String path) {
        String page = languages.address(languages.of(path), "/sign-in");
        String desk = path.endsWith("/desk") ? path + "/" : path;
        return isDesk(desk) ? page + "?to=" + URLEncoder.encode(desk, StandardCharsets.UTF_8) : page;
    }

    /**
     * The desk somebody asked for; when it is none of ours, the first desk in the language of the way in.
     *
     * @param path of the sign-in page that was used
     */
    public String safe(@Nullable String to, String path) {
        return to != null && isDesk(to) ? to : languages.address(languages.of(path), "/desk/");
    }

    /** Where somebody shows a second factor, with the way back to a path. */
    public String confirmFor(String path) {
        String page = languages.address(languages.of(path), "/desk/confirm");
        String desk = path.endsWith("/desk") ? path + "/" : path;
        return isDesk(desk) ? page + "?to=" + URLEncoder.encode(desk, StandardCharsets.UTF_8) : page;
    }

    /** The home page in the language of a path. */
    String home(String path) {
        return languages.address(languages.of(path), "/");
    }

    private boolean isDesk(String path) {
        return DESK.matcher(languages.bare(path)).matches();
    }
}
