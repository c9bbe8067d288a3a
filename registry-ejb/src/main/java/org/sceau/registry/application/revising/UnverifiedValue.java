package org.sceau.registry.application.revising;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/**
 * A value of a definition that nobody has read in its source, with its place in the file for whoever looks it up.
 *
 * @param place  keys and ids that lead to it from the outermost mapping, such as {@code deadlines}, {@code evaluation}; not empty
 * @param line   1-based, of the first line that says it
 * @param label  how people name it; absent where the file names it by its place alone
 * @param source article, page or document that is said to state it; empty where none is named
 * @param text   its lines of the file, at most {@value #MOST_LINES}
 */
public record UnverifiedValue(List<String> place, int line, Optional<Label> label, String source, List<String> text) {
    /** Lines of a value that are shown; the file has all. */
    public static final int MOST_LINES = 40;

    public UnverifiedValue {
        place = List.copyOf(place);
        text = List.copyOf(text);
    }
}
