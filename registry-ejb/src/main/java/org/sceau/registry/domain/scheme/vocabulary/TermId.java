package org.sceau.registry.domain.scheme.vocabulary;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What levels, scopes and categories have in common: the shape of an id and what is accepted as its spelling. */
public final class TermId {
    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}\\+?");

    private TermId() {}

    /** Refuses any other shape with {@link IllegalArgumentException}. */
    public static void check(String what, String id) {
        if (!SHAPE.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    what + " id is not 1 to 60 characters of [A-Z0-9_], with at most a final +");
        }
    }

    /** The printed spellings together with the id and both labels, which are always understood. */
    static Set<Spelling> spellings(String id, Label label, Set<Spelling> printed) {
        Set<Spelling> all = new HashSet<>(printed);
        all.add(Spelling.of(id));
        all.add(Spelling.of(label.fr()));
        all.add(Spelling.of(label.en()));
        return Set.copyOf(all);
    }
}
