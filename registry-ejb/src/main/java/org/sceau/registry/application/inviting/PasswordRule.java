package org.sceau.registry.application.inviting;

import java.util.Locale;
import java.util.stream.Stream;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * What a password has to be: long, and not what anybody would try first (NIST SP 800-63B cl. 5.1.1.2). Which characters it has is nobody's
 * business.
 */
final class PasswordRule {
    static final int SHORTEST = 12;
    static final int LONGEST = 200;
    private static final int FEWEST_CHARACTERS = 6;
    private static final int LONGEST_RUN = 8;
    private static final int SHORTEST_WORD = 4;

    private PasswordRule() {}

    /** @throws org.sceau.registry.domain.refusal.Refused {@code password-short}, {@code password-long}, {@code password-easy} */
    static void require(String password, String username, String organisation) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw Refusal.of("password-short", Refusal.Kind.INVALID)
                    .with("least", Integer.toString(SHORTEST))
                    .asException();
        }
        if (password.length() > LONGEST) {
            throw Refusal.of("password-long", Refusal.Kind.INVALID)
                    .with("most", Integer.toString(LONGEST))
                    .asException();
        }
        if (isEasy(password.toLowerCase(Locale.ROOT), username, organisation)) {
            throw Refusal.of("password-easy", Refusal.Kind.INVALID).asException();
        }
    }

    /** Few characters, a long run such as 12345678 or aaaaaaaa, or little besides the names that everybody knows. */
    private static boolean isEasy(String password, String username, String organisation) {
        if (password.chars().distinct().count() < FEWEST_CHARACTERS || longestRun(password) >= LONGEST_RUN) {
            return true;
        }
        String rest = password;
        for (String word : words(username, organisation)) {
            rest = rest.replace(word, "");
        }
        return rest.length() < SHORTEST - SHORTEST_WORD && !rest.equals(password);
    }

    private static String[] words(String username, String organisation) {
        return Stream.of((username + " " + organisation + " sceau password motdepasse azerty qwerty")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toArray(String[]::new);
    }

    /** How many neighbours go up, go down or stay the same in a row. */
    private static int longestRun(String text) {
        int longest = 1;
        for (int step = -1; step <= 1; step++) {
            int run = 1;
            for (int i = 1; i < text.length(); i++) {
                run = text.charAt(i) - text.charAt(i - 1) == step ? run + 1 : 1;
                longest = Math.max(longest, run);
            }
        }
        return longest;
    }
}
