package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.ConditionWords.either;

import java.util.Optional;
import org.sceau.registry.domain.scheme.rule.Condition;

/** Conditions on days, said or denied. */
record DayWords(Names names) {

    /** Empty for a condition that looks at no day. */
    Optional<Phrase> of(Condition condition, boolean holds) {
        if (condition instanceof Condition.Replaces replaces) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "le dossier porte sur un visa du schéma %s délivré au plus %s avant son ouverture",
                            "the dossier is about a visa of the scheme %s issued at most %s before it was opened"),
                    new Phrase(
                            "le dossier ne porte sur aucun visa du schéma %s délivré au plus %s avant son ouverture",
                            "the dossier is about no visa of the scheme %s issued at most %s before it was opened"),
                    Phrase.or(replaces.schemes().stream()
                            .sorted()
                            .map(names::scheme)
                            .map(ConditionWords::quote)
                            .toList()),
                    FixedWords.span(replaces.within())));
        }
        if (condition instanceof Condition.ActUntil until) {
            return Optional.of(either(
                    holds,
                    new Phrase("l'acte a lieu le %s au plus tard", "the act happens by %s"),
                    new Phrase("l'acte a lieu après le %s", "the act happens after %s"),
                    FixedWords.day(until.last())));
        }
        if (condition instanceof Condition.ActUntilFact until) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "l'acte a lieu au plus tard au jour déclaré sous «\u00a0%s\u00a0»",
                            "the act happens by the day declared as “%s”"),
                    new Phrase(
                            "l'acte a lieu après le jour déclaré sous «\u00a0%s\u00a0»",
                            "the act happens after the day declared as “%s”"),
                    names.fact(until.fact())));
        }
        if (condition instanceof Condition.OpenedUntil until) {
            return Optional.of(either(
                    holds,
                    new Phrase("le dossier a été ouvert le %s au plus tard", "the dossier was opened by %s"),
                    new Phrase("le dossier a été ouvert après le %s", "the dossier was opened after %s"),
                    FixedWords.day(until.last())));
        }
        if (condition instanceof Condition.BeforeEnd end && end.before().isZero()) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "le visa n'est pas fini le jour de l'acte", "the visa is not over on the day of the act"),
                    new Phrase("le visa est fini le jour de l'acte", "the visa is over on the day of the act")));
        }
        if (condition instanceof Condition.BeforeEnd end) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "l'acte a lieu %s au moins avant la fin du visa",
                            "the act happens at least %s before the end of the visa"),
                    new Phrase(
                            "l'acte a lieu moins de %s avant la fin du visa",
                            "the act happens less than %s before the end of the visa"),
                    FixedWords.span(end.before())));
        }
        if (condition instanceof Condition.TimeOver over) {
            return Optional.of(either(
                    holds,
                    new Phrase("le délai «\u00a0%s\u00a0» est écoulé", "the time limit “%s” has run out"),
                    new Phrase("le délai «\u00a0%s\u00a0» n'est pas écoulé", "the time limit “%s” has not run out"),
                    names.deadline(over.deadline())));
        }
        return Optional.empty();
    }
}
