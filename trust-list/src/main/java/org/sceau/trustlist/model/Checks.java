package org.sceau.trustlist.model;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Checks that several values of a list share; each answers one {@link Rule}. */
final class Checks {
    private static final int LONGEST_EXCERPT = 60;
    private static final String EU_SPACE = "http://uri.etsi.org/TrstSvc/";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Checks() {}

    /** XML 1.0 characters only, not blank, at most {@code maxChars} UTF-16 units. */
    static void text(String value, int maxChars) {
        Rule.TEXT_IS_WRITABLE.require(!value.isBlank(), "blank text");
        Rule.TEXT_IS_WRITABLE.require(
                value.length() <= maxChars, value.length(), " characters where at most ", maxChars, " may stand");
        int unwritable = firstUnwritable(value);
        if (unwritable >= 0) {
            String unit = Integer.toHexString(value.charAt(unwritable));
            Rule.TEXT_IS_WRITABLE.require(false, "unit 0x", unit, " at offset ", unwritable);
        }
    }

    private static int firstUnwritable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == value.length()
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    return i;
                }
                i++;
            } else if (c >= 0xFFFE || (c < 0x20 && c != '\t' && c != '\n' && c != '\r')) {
                return i;
            }
        }
        return -1;
    }

    /** {@link #text} without tabulators and line ends, as {@code normalizedString} of the schema wants names. */
    static void line(String value, int maxChars) {
        text(value, maxChars);
        Rule.TEXT_STANDS_ON_ONE_LINE.require(
                value.indexOf('\n') < 0 && value.indexOf('\r') < 0 && value.indexOf('\t') < 0, excerpt(value));
    }

    static void lines(Collection<Localized> names) {
        for (Localized name : names) {
            line(name.value(), Localized.LONGEST_NAME);
        }
    }

    /** At least one English text, all on one line, one for each language. */
    static void names(Rule english, List<Localized> names) {
        boolean hasEnglish = false;
        for (int i = 0; i < names.size(); i++) {
            String lang = names.get(i).lang();
            hasEnglish |= lang.equals("en");
            for (int before = 0; before < i; before++) {
                Rule.ONE_VALUE_FOR_EACH_LANGUAGE.require(
                        !names.get(before).lang().equals(lang), names);
            }
        }
        english.require(hasEnglish, "no text with language en");
        lines(names);
    }

    static void language(String lang) {
        boolean code = lang.length() >= 2 && lang.length() <= 12;
        for (int i = 0; code && i < lang.length(); i++) {
            char c = lang.charAt(i);
            code = (c >= 'a' && c <= 'z') || (i >= 2 && (c == '-' || (c >= '0' && c <= '9')));
        }
        Rule.LANGUAGE_IS_A_LOWER_CASE_CODE.require(code && !lang.endsWith("-"), excerpt(lang));
    }

    static void absolute(URI uri) {
        String text = uri.toString();
        Rule.URI_IS_ABSOLUTE_ASCII.require(uri.isAbsolute() && text.length() <= 2048, excerpt(text));
        Rule.URI_IS_ABSOLUTE_ASCII.require(isPrintableAscii(text), excerpt(text));
    }

    private static boolean isPrintableAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7F) {
                return false;
            }
        }
        return true;
    }

    /** An identifier of our own: never one that asserts supervision under the eIDAS regulation. */
    static void own(URI uri) {
        absolute(uri);
        Rule.URI_LEAVES_THE_EU_SPACE.require(!uri.toString().startsWith(EU_SPACE), excerpt(uri.toString()));
    }

    /** True for https, and for http on the loopback, where a demonstration runs. */
    static boolean isWeb(URI uri) {
        String host = uri.getHost();
        return host != null
                && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host)));
    }

    static void web(URI uri) {
        absolute(uri);
        Rule.WEB_ADDRESS_IS_HTTPS.require(isWeb(uri), excerpt(uri.toString()));
    }

    static void wholeSeconds(Instant instant) {
        Rule.TIME_HAS_WHOLE_SECONDS.require(instant.equals(instant.truncatedTo(ChronoUnit.SECONDS)), instant);
    }

    static void country(Rule rule, String code) {
        rule.require(
                code.length() == 2 && code.chars().allMatch(c -> c >= 'A' && c <= 'Z'),
                "not an upper-case ISO 3166-1 alpha-2 code: ",
                excerpt(code));
    }

    private static String excerpt(String value) {
        return value.length() <= LONGEST_EXCERPT ? value : value.substring(0, LONGEST_EXCERPT) + "…";
    }
}
