package org.sceau.registry.application.importing;

import java.text.Normalizer;
import java.util.Locale;
import org.sceau.registry.domain.visa.VisaFacts;

/** Keys under which rows and visas meet. */
public final class MatchingKeys {
    private MatchingKeys() {}

    public static String referenceKey(VisaFacts facts) {
        return facts.family() + "|" + facts.reference().year() + "|"
                + letters(facts.reference().text());
    }

    public static String subjectKey(VisaFacts facts) {
        return letters(facts.holder().name()) + "|" + letters(facts.subject().name()) + "|"
                + letters(facts.subject().versions().orElse(""));
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
