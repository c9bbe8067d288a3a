package org.sceau.registry.web.address;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.domain.visa.Slug;

/** Reads the public addresses. The first part of the path may be the code of a language: {@code /en/…}. */
public final class Addresses {
    /** Characters of the variable part of an address that are looked at; longer ones lead nowhere. */
    public static final int LONGEST_KEY = 300;

    /** Folder of the files behind the charts. Like every file, they lie where the first language does, and there alone. */
    public static final String FIGURES_FILES = "/figures/";

    private static final String VISAS = "/visas/";
    private static final String LISTS = "/trust-lists/";
    private static final String SCHEMES = "/schemes/";
    private static final String PROBLEMS = "/problems/";
    private static final String URIS = "/uri/";
    private static final Map<String, View> FIXED = Map.of(
            "/",
            View.HOME,
            "/catalogue",
            View.RESULTS,
            LISTS,
            View.TRUST_LISTS,
            "/schemes",
            View.SCHEMES,
            PROBLEMS,
            View.PROBLEMS,
            "/figures",
            View.FIGURES,
            "/about",
            View.ABOUT);
    private static final Map<String, String> MOVED = Map.of(
            "/catalogue/",
            "/catalogue",
            "/visas",
            "/catalogue",
            VISAS,
            "/catalogue",
            "/trust-lists",
            LISTS,
            SCHEMES,
            "/schemes",
            "/problems",
            PROBLEMS,
            FIGURES_FILES,
            "/figures",
            "/about/",
            "/about");

    private Addresses() {}

    /**
     * @param path decoded path below the context root, starting with a slash
     */
    public static Destination read(String path, Languages languages) {
        Links links = new Links(languages, languages.of(path));
        String bare = languages.bare(path);
        if (bare.startsWith(View.FOLDER) || languages.isNowhere(path)) {
            return new Destination.Nowhere();
        }
        if (bare.length() > LONGEST_KEY + URIS.length()) {
            return isOurs(bare) ? new Destination.Nowhere() : new Destination.Elsewhere();
        }
        View fixed = FIXED.get(bare);
        if (fixed != null) {
            return links.to(bare).equals(path)
                    ? new Destination.Page(fixed, links.language(), bare, "")
                    : new Destination.Moved(links.to(bare));
        }
        String moved = MOVED.get(bare);
        return moved == null ? variable(bare, links) : new Destination.Moved(links.to(moved));
    }

    /** The address of a visa, without its language. */
    public static String ofVisa(Slug slug) {
        return VISAS + slug.value();
    }

    /** The address of a public code, without its language: what {@code type} says in a problem document (RFC 9457). */
    public static String ofProblem(String code) {
        return PROBLEMS + code;
    }

    /** A text as one part of an address or of a query; a tilde, which some slugs have, needs no code (RFC 3986, 2.3). */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%7E", "~");
    }

    private static Destination variable(String bare, Links links) {
        if (bare.startsWith(VISAS)) {
            return visa(bare.substring(VISAS.length()), links);
        }
        if (bare.startsWith(SCHEMES)) {
            return named(View.SCHEME, SCHEMES, withoutSlash(bare.substring(SCHEMES.length())), "", links, bare);
        }
        if (bare.startsWith(PROBLEMS)) {
            return named(View.PROBLEMS, PROBLEMS, withoutSlash(bare.substring(PROBLEMS.length())), "", links, bare);
        }
        if (bare.startsWith(LISTS)) {
            return list(bare, links);
        }
        if (bare.startsWith(FIGURES_FILES)) {
            return file(bare, links);
        }
        if (bare.startsWith(URIS)) {
            // A definition stands on one page in every language: the URI in a list has no language.
            return links.isFirst()
                    ? new Destination.Page(View.DEFINITION, links.language(), bare, bare.substring(URIS.length()))
                    : new Destination.Moved(escapedPath(bare));
        }
        return new Destination.Elsewhere();
    }

    private static Destination visa(String typed, Links links) {
        String name = withoutSlash(typed);
        String dashed = name.replace('/', '-');
        if (!dashed.equals(typed) && isSlug(dashed)) {
            return new Destination.Moved(links.to(VISAS + dashed));
        }
        return new Destination.Page(View.VISA, links.language(), escapedPath(VISAS + typed), typed);
    }

    private static Destination list(String bare, Links links) {
        String rest = bare.substring(LISTS.length());
        boolean isFile = rest.indexOf('/') >= 0 && !rest.endsWith("/");
        if (isFile) {
            return file(bare, links);
        }
        return named(View.TRUST_LIST, LISTS, withoutSlash(rest), "/", links, bare);
    }

    private static Destination file(String bare, Links links) {
        return links.isFirst() ? new Destination.Elsewhere() : new Destination.Moved(escapedPath(bare));
    }

    private static Destination named(View view, String folder, String name, String end, Links links, String typed) {
        if (!name.matches("[a-z][a-z0-9-]{0,59}")) {
            return new Destination.Nowhere();
        }
        String path = folder + name + end;
        return path.equals(typed)
                ? new Destination.Page(view, links.language(), path, name)
                : new Destination.Moved(links.to(path));
    }

    private static boolean isSlug(String text) {
        try {
            return !new Slug(text).value().isEmpty();
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static boolean isOurs(String bare) {
        return Stream.of(VISAS, SCHEMES, PROBLEMS, LISTS, FIGURES_FILES, URIS).anyMatch(bare::startsWith);
    }

    private static String withoutSlash(String text) {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** A decoded path as it may stand in a header or a link: each part encoded, slashes kept. */
    private static String escapedPath(String path) {
        return encoded(path).replace("%2F", "/");
    }
}
