package org.sceau.registry.web.schemes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.words.Texts;

/** The page that a URI of the trust lists leads to, in every language of this registry. */
@Named
@RequestScoped
public class DefinitionPage {
    @Inject
    Schemes schemes;

    @Inject
    Operator operator;

    @Inject
    Languages languages;

    @Inject
    Frame frame;

    private @Nullable Definition definition;

    /** Finds the definition; called before the view is drawn. */
    public void open() {
        Optional<Definition> found =
                new Definitions(schemes, operator.name()).find(frame.page().key());
        definition = found.orElse(null);
        if (found.isEmpty()) {
            frame.notFound();
        }
    }

    /** Whether the URI means anything here. */
    public boolean known() {
        return definition != null;
    }

    /** What the URI means, in every language of this registry; none when it is none of ours. */
    public List<DefinitionPart> parts() {
        Definition known = definition;
        return known == null
                ? List.of()
                : languages.inOrder().stream()
                        .map(language -> new DefinitionPart(
                                language.code(),
                                language == languages.first(),
                                known.title().in(language.locale()),
                                known.text().in(language.locale())))
                        .toList();
    }

    /** Said beside the text of the page when the URI means nothing; empty where there is one language only. */
    public String unknownElsewhere() {
        return languages
                .other(frame.language())
                .map(other -> Texts.in(other).say("definition.unknown"))
                .orElse("");
    }

    /** The URI itself, as it stands in lists. */
    public String uri() {
        return operator.uriSpace() + frame.page().key();
    }
}
