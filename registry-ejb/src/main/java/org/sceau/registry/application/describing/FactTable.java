package org.sceau.registry.application.describing;

import static org.sceau.registry.application.describing.Rows.cell;
import static org.sceau.registry.application.describing.Rows.each;
import static org.sceau.registry.application.describing.Rows.line;

import java.util.Optional;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.rule.FactType;

/** What applicant and laboratory declare, and the codes that a scheme names for it. */
record FactTable(Conduct conduct) {

    Optional<SchemeTable> facts() {
        Rows rows = new Rows(
                "facts",
                new Phrase("Faits déclarés", "Declared facts"),
                "Fait",
                "Fact",
                "Valeur",
                "Value",
                "Obligatoire",
                "Required");
        for (FactType fact : conduct.procedure().facts()) {
            rows.row(
                    fact.source(),
                    fact.verified(),
                    cell(
                            Phrase.of(fact.label()),
                            fact.by() == Role.SPONSOR
                                    ? Phrase.NOTHING
                                    : Phrase.say(
                                            "déclaré par\u00a0: %s", "declared by: %s", FixedWords.role(fact.by()))),
                    cell(
                            Phrase.say("%s%s", "%s%s", FixedWords.kind(fact.kind()), bounds(fact)),
                            line("Options", "Options", each(fact.options().values(), Phrase::of))),
                    cell(FixedWords.yesOrNo(fact.required())));
            fact.known().ifPresent(known -> known(rows, fact, known));
        }
        return rows.table();
    }

    /** A row of its own, for it has a source of its own. */
    private static void known(Rows rows, FactType fact, FactType.Known known) {
        rows.row(
                known.source(),
                known.verified(),
                cell(Phrase.say(
                        "%s\u00a0: codes que le schéma nomme",
                        "%s: codes that the scheme names", Phrase.of(fact.label()))),
                each(
                        known.codes().entrySet(),
                        one -> Phrase.say(
                                "%s\u00a0: %s", "%s: %s", Phrase.same(one.getKey()), Phrase.of(one.getValue()))),
                cell(new Phrase("d'autres sont admis", "others are allowed")));
    }

    private static Phrase bounds(FactType fact) {
        Phrase least = fact.least().isPresent()
                ? Phrase.say(", au moins %s", ", at least %s", fact.least().getAsLong())
                : Phrase.NOTHING;
        Phrase most = fact.most().isPresent()
                ? Phrase.say(", au plus %s", ", at most %s", fact.most().getAsLong())
                : Phrase.NOTHING;
        Phrase without = fact.without()
                .map(text -> Phrase.say(", sans «\u00a0%s\u00a0»", ", without \"%s\"", Phrase.same(text)))
                .orElse(Phrase.NOTHING);
        return Phrase.say("%s%s%s", "%s%s%s", least, most, without);
    }
}
