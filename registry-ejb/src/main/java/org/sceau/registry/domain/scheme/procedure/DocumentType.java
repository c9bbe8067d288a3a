package org.sceau.registry.domain.scheme.procedure;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.TermId;

/**
 * A type of document of a dossier.
 *
 * @param id          upper-case, such as {@code SECURITY_TARGET}
 * @param documentClass who may read it
 * @param by          roles that may deposit it; not empty
 * @param neededFrom  id of the stage from which on it must be there; absent when nothing but a move asks for it
 * @param neededWhen  when it is needed; always, if absent
 * @param languages   ISO 639-1 codes it must be there in, each; most often none
 * @param publishedAs the public document it becomes, if it may become one
 * @param sanitises   type of the confidential document it is the public form of; it has an id of its own (EUCC Annex V.2)
 * @param source      clause that asks for it
 * @param verified    false when that source was not read
 */
public record DocumentType(
        String id,
        Label label,
        DocumentClass documentClass,
        Set<Role> by,
        Optional<String> neededFrom,
        Optional<Condition> neededWhen,
        List<String> languages,
        Optional<DocumentKind> publishedAs,
        Optional<String> sanitises,
        String source,
        boolean verified) {

    /** Who may read a document. Ascending: each class is read by fewer people than the one before. */
    public enum DocumentClass {
        PUBLIC("Public", "Public"),
        /** The parties of the dossier and its handlers. */
        RESTRICTED("Restreint aux parties", "Restricted to the parties"),
        /** The handlers, and who deposited it. */
        CONFIDENTIAL("Confidentiel", "Confidential"),
        /** How to exploit a vulnerability: a compartment of its own (EUCC Art. 35(3)). */
        EXPLOITATION("Éléments d'exploitation", "Exploitation details");

        private final Label label;

        DocumentClass(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Refuses nobody to deposit it, a language that is no code and a public form of exploitation details. */
    public DocumentType {
        TermId.check("document", id);
        Sourced.requireSource(source);
        by = Collections.unmodifiableSet(new TreeSet<>(by));
        languages = List.copyOf(languages);
        if (by.isEmpty()) {
            throw new IllegalArgumentException("document " + id + ": somebody deposits it");
        }
        if (languages.stream().anyMatch(code -> !code.matches("[a-z]{2}"))) {
            throw new IllegalArgumentException("document " + id + ": a language is a two-letter code");
        }
        if (publishedAs.isPresent() && documentClass.compareTo(DocumentClass.CONFIDENTIAL) >= 0) {
            throw new IllegalArgumentException("document " + id + ": what is confidential is never published");
        }
    }
}
