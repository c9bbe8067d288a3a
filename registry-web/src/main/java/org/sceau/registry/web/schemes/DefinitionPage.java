package org.sceau.registry.web.schemes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.web.frame.Frame;
import org.sceau.registry.web.words.Language;
import org.sceau.registry.web.words.Texts;

/** The page that a URI of the trust lists leads to, in both languages. */
@Named
@RequestScoped
public class DefinitionPage {
    @Inject
    Schemes schemes;

    @Inject
    Operator operator;

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

    /** What the URI means; null when it is none of ours. */
    public @Nullable Definition definition() {
        return definition;
    }

    /** Said in English beside the French text when the URI means nothing. */
    public String unknownEnglish() {
        return Texts.in(Language.ENGLISH).say("definition.unknown");
    }

    /** The URI itself, as it stands in lists. */
    public String uri() {
        return operator.uriSpace() + frame.page().key();
    }
}
