package org.sceau.it.browser;

import java.util.ArrayList;
import java.util.List;

/** What somebody types who means ill, or whose text came that way: text all the same, and shown as such. */
public final class HostileWords {
    /** Taken as text. Each in one line. */
    public static final List<String> TEXTS = List.of(
            "<script>window.pwned=1</script>",
            "</textarea></option></title><script>window.pwned=1</script>",
            "\"><img src=x onerror=window.pwned=1>",
            "' onfocus=window.pwned=1 autofocus x='",
            "<svg onload=window.pwned=1>",
            "javascript:window.pwned=1",
            "&#60;script&#62; &lt;b&gt; \\u003cscript\\u003e",
            "#{7*7} ${7*7} {{7*7}} *{7*7} #{desk.actor()}",
            "${jndi:ldap://x.example/a} <%= 7*7 %>",
            "'; drop table dossier; -- ' or '1'='1",
            "=cmd|' /C calc'!A0",
            "+1+1 -2+3 @SUM(A1) =1+1",
            "\u202Egnp.exe a\u200Bb \u2066c\u2069 \uFEFFd",
            "На\u04CFсуоn Саrds",
            "e\u0301 \uFB01 \u212B \u1E9E",
            "\uD835\uDD73\uD835\uDD86\uD835\uDD91 \uD83D\uDE00",
            "../../../etc/passwd ..\\..\\windows CON",
            "%0d%0aSet-Cookie: x=1 %00",
            "]]> <!-- {0} %s %n --> \\ ` \"",
            "\u2028 \u2029 \u00A0");

    /** Characters that no text has: refused. */
    public static final List<String> REFUSED =
            List.of("a\u0000b", "a\u0007b", "\u001B[31mrouge", "a\u0085b", "a\uFFFEb");

    private HostileWords() {}

    /** All that is text, one a line. */
    public static String lines() {
        return String.join("\n", TEXTS);
    }

    /** All of it, in as few pieces of at most so many characters as it takes; what alone is longer is left out. */
    public static List<String> pieces(String between, int most) {
        List<String> pieces = new ArrayList<>();
        String piece = "";
        for (String text : TEXTS) {
            String longer = piece.isEmpty() ? text : piece + between + text;
            if (longer.length() <= most) {
                piece = longer;
            } else if (text.length() <= most) {
                pieces.add(piece);
                piece = text;
            }
        }
        pieces.add(piece);
        return pieces;
    }
}
