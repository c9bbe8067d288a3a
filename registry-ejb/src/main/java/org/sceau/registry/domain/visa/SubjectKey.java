package org.sceau.registry.domain.visa;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Under one key meet the spellings of one name of a product or service: case, accents, spaces and punctuation are set aside, so
 * "Zone Central" and "ZONECENTRAL" are found together. It is no identity: two vendors may name their products alike.
 *
 * @param value lower-case letters, digits, {@code +} and {@code *}, possibly empty for a name of other symbols only
 */
public record SubjectKey(String value) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    // "Qualified Identity" and "Qualified Identity+" are two services, "RGS*" and "RGS**" two grades.
    private static final Pattern NOT_OF_NAME = Pattern.compile("[^\\p{L}\\p{N}+*]+");

    public static SubjectKey of(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return new SubjectKey(NOT_OF_NAME.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    /** Whether two names are spellings of one; of names without any letter only the same one. */
    static boolean meet(String one, String other) {
        SubjectKey key = of(one);
        return key.value.isEmpty() ? one.equals(other) : key.equals(of(other));
    }

    /** What follows a name in a longer one, from a space on; empty when that does not start with it. */
    static Optional<String> rest(String name, String longer) {
        Optional<String> rest = Optional.empty();
        for (int space = longer.indexOf(' '); space >= 0; space = longer.indexOf(' ', space + 1)) {
            if (meet(name, longer.substring(0, space))) {
                rest = Optional.of(longer.substring(space + 1));
            }
        }
        return rest;
    }
}
