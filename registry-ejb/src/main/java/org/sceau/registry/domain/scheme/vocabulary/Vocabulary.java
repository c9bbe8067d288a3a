package org.sceau.registry.domain.scheme.vocabulary;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The closed lists of a scheme version or of a family. A printed text is recognised whatever its line breaks, spaces,
 * hyphens, case, accents and apostrophes ({@link Spelling}); an unknown text gives an empty answer, to be kept and flagged.
 *
 * @param levels        weakest first, {@code NOT_APPLICABLE} last; may be empty
 * @param levelOptional true when a visa may have no level at all
 * @param scopes        in the order of the catalogue; may be empty
 * @param categories    in the order of the catalogue; may be empty
 */
public record Vocabulary(List<Level> levels, boolean levelOptional, List<Scope> scopes, List<Category> categories) {

    /** Refuses two terms with one id or one spelling with {@link IllegalArgumentException}. */
    public Vocabulary {
        levels = List.copyOf(levels);
        scopes = List.copyOf(scopes);
        categories = List.copyOf(categories);
        requireDistinct("level", levels, Level::spellings);
        requireDistinct("scope", scopes, Scope::spellings);
        requireDistinct("category", categories, Category::spellings);
    }

    /** The level printed so; empty for a blank or an unknown one. */
    public Optional<Level> level(String printed) {
        return find(levels, Level::spellings, Spelling.of(printed));
    }

    /** The scope printed so, in a cell or as a column heading with a footnote number. */
    public Optional<Scope> scope(String printed) {
        return find(scopes, Scope::spellings, Spelling.of(printed))
                .or(() -> find(scopes, Scope::spellings, Spelling.ofHeading(printed)));
    }

    /** The category printed so. */
    public Optional<Category> category(String printed) {
        return find(categories, Category::spellings, Spelling.of(printed));
    }

    private static <T> Optional<T> find(List<T> terms, Function<T, Set<Spelling>> spellings, Spelling printed) {
        return terms.stream().filter(t -> spellings.apply(t).contains(printed)).findFirst();
    }

    private static <T> void requireDistinct(String what, List<T> terms, Function<T, Set<Spelling>> spellings) {
        Set<Spelling> seen = new HashSet<>();
        for (T term : terms) {
            for (Spelling spelling : spellings.apply(term)) {
                if (spelling.isBlank() || !seen.add(spelling)) {
                    throw new IllegalArgumentException("two terms are spelled alike: " + what + " " + spelling.key());
                }
            }
        }
    }
}
