package org.sceau.registry.domain.scheme;

import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;

/**
 * A family of the public catalogue: what visitors browse and what one trust list covers.
 *
 * @param order           place among all families, from 1, unique
 * @param officialSection section of the official catalogue edition of 5 Dec 2025, such as {@code 3.2.10}
 * @param officialHeading heading of that section without its number; the French text is as printed
 */
public record Family(
        FamilyId id,
        Label label,
        Label summary,
        FamilyGroup group,
        int order,
        String officialSection,
        Label officialHeading) {
    private static final Pattern SECTION = Pattern.compile("\\d(\\.\\d{1,2}){1,2}");

    /** Refuses an order below 1 and a section that is no dotted number with {@link IllegalArgumentException}. */
    public Family {
        if (order < 1) {
            throw new IllegalArgumentException("order of a family starts at 1");
        }
        if (!SECTION.matcher(officialSection).matches()) {
            throw new IllegalArgumentException("official section is a dotted number");
        }
    }

    /** Whether this is the printed heading of the family, with or without its section number. */
    public boolean hasHeading(String printed) {
        Spelling spelling = Spelling.of(printed);
        return spelling.equals(Spelling.of(officialHeading.fr()))
                || spelling.equals(Spelling.of(officialSection + "." + officialHeading.fr()))
                || spelling.equals(Spelling.of(officialSection + officialHeading.fr()));
    }
}
