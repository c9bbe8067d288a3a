package org.sceau.registry.domain.scheme;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Spelling;

/**
 * A family of visas: what visitors browse and what one trust list covers, unless none of its visas is ever public
 * ({@link Schemes#isPublic}).
 *
 * @param order           place among all families, from 1, unique
 * @param officialSection section of the official catalogue edition of 5 Dec 2025, such as {@code 3.2.10}; absent where that
 *                        catalogue has none
 * @param officialHeading heading of that section without its number, and present together with it; the French text is as
 *                        printed
 */
public record Family(
        FamilyId id,
        Label label,
        Label summary,
        FamilyGroup group,
        int order,
        Optional<String> officialSection,
        Optional<Label> officialHeading) {
    private static final Pattern SECTION = Pattern.compile("\\d(\\.\\d{1,2}){1,2}");

    /** Refuses an order below 1, a section that is no dotted number and one half of a heading with {@link IllegalArgumentException}. */
    public Family {
        if (order < 1) {
            throw new IllegalArgumentException("order of a family starts at 1");
        }
        if (officialSection
                .filter(section -> !SECTION.matcher(section).matches())
                .isPresent()) {
            throw new IllegalArgumentException("official section is a dotted number");
        }
        if (officialSection.isPresent() != officialHeading.isPresent()) {
            throw new IllegalArgumentException("an official section has a heading, and a heading its section");
        }
    }

    /** Whether this is the printed heading of the family, with or without its section number. */
    public boolean hasHeading(String printed) {
        Spelling spelling = Spelling.of(printed);
        String section = officialSection.orElse("");
        return officialHeading
                .map(Label::fr)
                .filter(heading -> spelling.equals(Spelling.of(heading))
                        || spelling.equals(Spelling.of(section + "." + heading))
                        || spelling.equals(Spelling.of(section + heading)))
                .isPresent();
    }
}
