package org.sceau.registry.domain.dossier.handling;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Something that is missing in a dossier or contradicts itself, before anybody refuses anything.
 *
 * @param code    stable, kebab-case; the remedy's text hangs on it, in the scheme's file or in the bundles
 * @param details typed facts: which document, which fact, which scope
 * @param source  clause that asks for it
 * @param step    the later step that will be refused for it; absent when it stands in the way of being complete
 * @param words   what a rule of the scheme says; absent where the bundles have the text
 */
public record Finding(
        String code, Map<String, String> details, String source, Optional<String> step, Optional<Refusal.Words> words) {

    public Finding {
        details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
    }

    Finding(String code, Map<String, String> details, String source) {
        this(code, details, source, Optional.empty(), Optional.empty());
    }

    static Finding of(String code, String what, String which, String source) {
        return new Finding(code, Map.of(what, which), source);
    }

    /** The refusal of a move that this finding stands in the way of. */
    public Refusal asRefusal() {
        return new Refusal(code, Refusal.Kind.CONFLICT, details, words);
    }
}
