package org.sceau.registry.web.problems;

import java.util.List;
import java.util.Optional;
import java.util.ResourceBundle;
import org.sceau.registry.api.problem.ProblemTexts;
import org.sceau.registry.web.address.Addresses;
import org.sceau.registry.web.address.Links;

/** Every code that has a text, in one language: those of the interface, the desks and the rows of imports. */
final class KnownProblems {
    private static final String BUNDLE = "org.sceau.registry.api.problems";
    private static final String TITLE = ".title";

    private final Links links;
    private final ProblemTexts texts;

    KnownProblems(Links links) {
        this.links = links;
        this.texts = ProblemTexts.in(links.language().locale());
    }

    /** In the order of their codes, so that the same code stands at the same place in both languages. */
    List<KnownProblem> all() {
        return ResourceBundle.getBundle(BUNDLE, texts.language(), ProblemTexts.class.getClassLoader()).keySet().stream()
                .filter(key -> key.endsWith(TITLE))
                .map(key -> key.substring(0, key.length() - TITLE.length()))
                .sorted()
                .map(this::known)
                .toList();
    }

    /** Empty for a code without a text. */
    Optional<KnownProblem> find(String code) {
        return texts.knows(code) ? Optional.of(known(code)) : Optional.empty();
    }

    private KnownProblem known(String code) {
        String address = links.to(Addresses.ofProblem(code));
        return new KnownProblem(code, address, texts.title(code), texts.remedy(code));
    }
}
