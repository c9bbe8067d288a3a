package org.sceau.registry.application.notifying;

import java.util.List;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/**
 * What a mail says: of which kinds there is something, and how many. Nothing that a mail is made of has room for what is confidential.
 *
 * @param id       UUID; names the mail at every attempt
 * @param to       address of the person, as the profile has it
 * @param language of the person
 * @param lines    one for each kind, at least one
 */
public record Mail(String id, String to, Language language, List<Line> lines) {

    /** @param count 1 or more */
    public record Line(Label kind, int count) {}

    public Mail {
        lines = List.copyOf(lines);
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a mail says something");
        }
    }

    /** Of how many things it tells. */
    public int count() {
        return lines.stream().mapToInt(Line::count).sum();
    }
}
