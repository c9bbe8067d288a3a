package org.sceau.registry.application.importing;

import java.util.Locale;
import java.util.regex.Pattern;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.visa.SubjectKey;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * Under what a row of a source and a visa of the registry may be found to be the same. Neither key is an identity
 * (invariant 68): official ids stand on two rows, and one decision may grant several visas. A row matches the one visa with
 * both keys; the further meaning of one key alone is for the import to decide.
 *
 * @param reference family, year and reference, however its separators, case, leading zeros and version marks are written
 * @param subject   holder, subject and versions: as {@link SubjectKey} makes them
 */
public record MatchingKeys(String reference, String subject) {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LEADING_ZEROS = Pattern.compile("(?<![0-9])0+(?=[0-9])");
    // "2021-18v2" and "2021-18-v2" are both printed.
    private static final Pattern SPLIT_VERSION_MARK = Pattern.compile("-V(?=[0-9])");

    public static MatchingKeys of(VisaFacts facts) {
        return new MatchingKeys(referenceKey(facts), subjectKey(facts));
    }

    /** {@code family|year|reference}, the reference in capitals with {@code -} between its parts. */
    public static String referenceKey(VisaFacts facts) {
        String parts = NOT_WORD.matcher(facts.reference().text().toUpperCase(Locale.ROOT))
                .replaceAll("-");
        String normal = SPLIT_VERSION_MARK
                .matcher(LEADING_ZEROS.matcher(parts).replaceAll(""))
                .replaceAll("V");
        return facts.family() + "|" + facts.reference().year() + "|" + normal;
    }

    /** {@code holder|subject|versions}, the holder as {@link Organisation#key} makes it. */
    public static String subjectKey(VisaFacts facts) {
        return facts.holder().key().value() + "|"
                + SubjectKey.of(facts.subject().name()).value() + "|"
                + facts.subject()
                        .versions()
                        .map(SubjectKey::of)
                        .map(SubjectKey::value)
                        .orElse("");
    }
}
