/**
 * Conditions that a scheme writes as data: what an application declares, and the rules over it, each with the code and the text
 * of its refusal. Evaluates against a {@link org.sceau.registry.domain.scheme.rule.Situation}; knows no dossier and no scheme.
 */
@NullMarked
package org.sceau.registry.domain.scheme.rule;

import org.jspecify.annotations.NullMarked;
