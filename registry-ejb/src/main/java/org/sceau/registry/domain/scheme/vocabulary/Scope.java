package org.sceau.registry.domain.scheme.vocabulary;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An activity a service visa may cover.
 *
 * @param id        such as {@code PENETRATION_TEST}
 * @param code      short code such as {@code REC}, if it has one
 * @param spellings how catalogues print it; id, code and labels are added
 * @param source    where the row comes from
 * @param verified  false when that source was not read
 */
public record Scope(
        String id, Optional<String> code, Label label, Set<Spelling> spellings, String source, boolean verified) {
    private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,12}");

    /** Refuses ill-formed ids and codes with {@link IllegalArgumentException}. */
    public Scope {
        TermId.check("scope", id);
        if (code.isPresent() && !CODE.matcher(code.get()).matches()) {
            throw new IllegalArgumentException("code of a scope is 2 to 12 letters");
        }
        Sourced.requireSource(source);
        Set<Spelling> all = new HashSet<>(TermId.spellings(id, label, spellings));
        code.map(Spelling::of).ifPresent(all::add);
        spellings = Set.copyOf(all);
    }
}
