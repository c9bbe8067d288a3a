package org.sceau.registry.web.schemes;

import org.sceau.registry.domain.scheme.vocabulary.Label;

/** What a URI of the trust lists means, in both languages. */
public record Definition(Label title, Label text) {}
