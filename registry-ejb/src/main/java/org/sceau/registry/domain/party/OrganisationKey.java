package org.sceau.registry.domain.party;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under one key meet the spellings of one organisation: case, accents, spaces, punctuation and the legal form at the end
 * are set aside, so "Thales DIS France", "Thales Dis France" and "THALES DIS FRANCE SAS" are found together.
 *
 * <p>It helps people to find and to filter, and keeps a facility from deciding under another spelling of its name. It gives no right:
 * two companies may share a key.
 *
 * @param value lower-case letters and digits, possibly empty for a name of symbols only
 */
public record OrganisationKey(String value) {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> LEGAL_FORMS = Set.of(
            "sa", "sas", "sasu", "sarl", "eurl", "snc", "scop", "gmbh", "ag", "ltd", "llc", "inc", "bv", "nv", "spa");

    public static OrganisationKey of(String name) {
        String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        String[] words = NOT_WORD.split(bare);
        int end = words.length;
        while (end > 1 && LEGAL_FORMS.contains(words[end - 1])) {
            end--;
        }
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < end; i++) {
            key.append(words[i]);
        }
        return new OrganisationKey(key.toString());
    }
}
