package org.sceau.registry.application.describing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/**
 * Conditions as a person says them, in both languages. {@code not} is carried down to what it denies, so that no sentence denies
 * twice. The order of sets is that of their names, whatever the machine.
 */
public final class ConditionWords {
    private static final Phrase ALWAYS = new Phrase("toujours", "always");
    private static final Phrase NEVER = new Phrase("jamais", "never");

    private final Names names;
    private final DayWords days;

    public ConditionWords(Schemes schemes, SchemeVersion version) {
        this.names = new Names(schemes, version);
        this.days = new DayWords(names);
    }

    /** One sentence, without capital and full stop. */
    public Phrase of(Condition condition) {
        return said(condition, true);
    }

    /** The same in lines: alternatives and what must hold together stand one below the other. */
    public List<Phrase> lines(Condition condition) {
        if (condition instanceof Condition.Any any && any.of().size() > 1) {
            return listed(new Phrase("au moins une de ces conditions\u00a0:", "at least one of:"), any.of());
        }
        if (condition instanceof Condition.All all && all.of().size() > 1) {
            return listed(new Phrase("toutes ces conditions\u00a0:", "all of:"), all.of());
        }
        return List.of(of(condition));
    }

    private List<Phrase> listed(Phrase head, List<Condition> conditions) {
        List<Phrase> lines = new ArrayList<>(List.of(head));
        conditions.forEach(one -> lines.add(Phrase.say("– %s", "– %s", of(one))));
        return lines;
    }

    private Phrase said(Condition condition, boolean holds) {
        if (condition instanceof Condition.Not not) {
            return said(not.condition(), !holds);
        }
        if (condition instanceof Condition.All all) {
            return joined(all.of(), holds, holds);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.of(), !holds, holds);
        }
        return Optional.<Phrase>empty()
                .or(() -> ofFact(condition, holds))
                .or(() -> ofApplication(condition, holds))
                .or(() -> ofDossier(condition, holds))
                .orElseThrow(() -> new IllegalStateException("no words for " + condition));
    }

    /** Several conditions, all of which or one of which hold; each in brackets where it is several itself. */
    private Phrase joined(List<Condition> conditions, boolean together, boolean holds) {
        if (conditions.isEmpty()) {
            return holds ? ALWAYS : NEVER;
        }
        List<Phrase> parts = conditions.stream()
                .map(one -> conditions.size() > 1 && isSeveral(one)
                        ? Phrase.say("(%s)", "(%s)", said(one, holds))
                        : said(one, holds))
                .toList();
        return together ? Phrase.and(parts) : Phrase.or(parts);
    }

    private static boolean isSeveral(Condition condition) {
        return condition instanceof Condition.Not not
                ? isSeveral(not.condition())
                : condition instanceof Condition.All all && all.of().size() > 1
                        || condition instanceof Condition.Any any && any.of().size() > 1;
    }

    private Optional<Phrase> ofFact(Condition condition, boolean holds) {
        if (condition instanceof Condition.Number number) {
            return Optional.of(bounded(number, holds));
        }
        if (condition instanceof Condition.Flag flag) {
            return Optional.of(either(
                    holds,
                    new Phrase("«\u00a0%s\u00a0» est déclaré\u00a0: %s", "“%s” is declared: %s"),
                    new Phrase("«\u00a0%s\u00a0» n'est pas déclaré\u00a0: %s", "“%s” is not declared: %s"),
                    names.fact(flag.fact()),
                    FixedWords.yesOrNo(flag.set())));
        }
        if (condition instanceof Condition.Word word) {
            boolean one = names.factType(word.fact())
                    .filter(type -> type.kind() == FactType.Kind.CHOICE || type.kind() == FactType.Kind.TEXT)
                    .isPresent();
            Phrase yes = one
                    ? new Phrase("«\u00a0%s\u00a0» est %s", "“%s” is %s")
                    : new Phrase("«\u00a0%s\u00a0» comprend %s", "“%s” includes %s");
            Phrase no = one
                    ? new Phrase("«\u00a0%s\u00a0» n'est pas %s", "“%s” is not %s")
                    : new Phrase("«\u00a0%s\u00a0» ne comprend pas %s", "“%s” does not include %s");
            return Optional.of(either(
                    holds,
                    yes,
                    no,
                    names.fact(word.fact()),
                    quoted(word.oneOf(), id -> names.option(word.fact(), id))));
        }
        if (condition instanceof Condition.Declared declared) {
            return Optional.of(either(
                    holds,
                    new Phrase("«\u00a0%s\u00a0» est déclaré", "“%s” is declared"),
                    new Phrase("«\u00a0%s\u00a0» n'est pas déclaré", "“%s” is not declared"),
                    names.fact(declared.fact())));
        }
        if (condition instanceof Condition.HoldsVisa visa) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "«\u00a0%s\u00a0» détient un visa en vigueur de la famille %s",
                            "“%s” holds a visa in force of the family %s"),
                    new Phrase(
                            "«\u00a0%s\u00a0» ne détient aucun visa en vigueur de la famille %s",
                            "“%s” holds no visa in force of the family %s"),
                    names.fact(visa.fact()),
                    quoted(visa.families(), names::family)));
        }
        if (condition instanceof Condition.Accredited body) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "«\u00a0%s\u00a0» est accrédité pour ce schéma ce jour-là",
                            "“%s” is accredited for this scheme that day"),
                    new Phrase(
                            "«\u00a0%s\u00a0» n'est pas accrédité pour ce schéma ce jour-là",
                            "“%s” is not accredited for this scheme that day"),
                    names.fact(body.fact())));
        }
        if (condition instanceof Condition.Independent party) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "«\u00a0%s\u00a0» n'est ni le demandeur, ni le développeur, ni le titulaire",
                            "“%s” is neither sponsor nor developer nor holder"),
                    new Phrase(
                            "«\u00a0%s\u00a0» est le demandeur, le développeur ou le titulaire",
                            "“%s” is sponsor, developer or holder"),
                    names.fact(party.fact())));
        }
        return condition instanceof Condition.Shares shares ? Optional.of(shared(shares, holds)) : Optional.empty();
    }

    private Phrase bounded(Condition.Number number, boolean holds) {
        Phrase fact = names.fact(number.fact());
        Phrase bounds;
        if (number.least().equals(number.most())) {
            bounds = Phrase.say("%s", "%s", number.least().orElseThrow());
        } else if (number.least().isEmpty()) {
            bounds = Phrase.say("au plus %s", "at most %s", number.most().orElseThrow());
        } else if (number.most().isEmpty()) {
            bounds = Phrase.say("au moins %s", "at least %s", number.least().orElseThrow());
        } else {
            bounds = Phrase.say(
                    "de %s à %s",
                    "from %s to %s", number.least().get(), number.most().get());
        }
        return either(
                holds,
                new Phrase("«\u00a0%s\u00a0» vaut %s", "“%s” is %s"),
                new Phrase("«\u00a0%s\u00a0» ne vaut pas %s", "“%s” is not %s"),
                fact,
                bounds);
    }

    private Phrase shared(Condition.Shares shares, boolean holds) {
        Phrase fact = names.fact(shares.fact());
        List<Phrase> parts = new ArrayList<>();
        shares.each()
                .ifPresent(most -> parts.add(either(
                        holds,
                        new Phrase("aucune part de «\u00a0%s\u00a0» ne dépasse %s", "no share of “%s” exceeds %s"),
                        new Phrase("une part de «\u00a0%s\u00a0» dépasse %s", "a share of “%s” exceeds %s"),
                        fact,
                        percent(most))));
        shares.together()
                .ifPresent(most -> parts.add(either(
                        holds,
                        new Phrase(
                                "le total de «\u00a0%s\u00a0» ne dépasse pas %s",
                                "the total of “%s” does not exceed %s"),
                        new Phrase("le total de «\u00a0%s\u00a0» dépasse %s", "the total of “%s” exceeds %s"),
                        fact,
                        percent(most))));
        return holds ? Phrase.and(parts) : Phrase.or(parts);
    }

    private Optional<Phrase> ofApplication(Condition condition, boolean holds) {
        if (condition instanceof Condition.Level level) {
            return Optional.of(either(
                    holds,
                    new Phrase("le niveau est %s", "the level is %s"),
                    new Phrase("le niveau n'est pas %s", "the level is not %s"),
                    quoted(level.oneOf(), names::level)));
        }
        if (condition instanceof Condition.Scopes scopes) {
            boolean one = scopes.all().size() == 1;
            return Optional.of(either(
                    holds,
                    one
                            ? new Phrase("la portée %s est demandée", "the scope %s is asked for")
                            : new Phrase("les portées %s sont demandées", "the scopes %s are asked for"),
                    one
                            ? new Phrase("la portée %s n'est pas demandée", "the scope %s is not asked for")
                            : new Phrase(
                                    "les portées %s ne sont pas toutes demandées",
                                    "the scopes %s are not all asked for"),
                    Phrase.and(sorted(scopes.all(), names::scope))));
        }
        if (condition instanceof Condition.Subject subject) {
            return Optional.of(either(
                    holds,
                    new Phrase("le sujet est %s", "the subject is %s"),
                    new Phrase("le sujet n'est pas %s", "the subject is not %s"),
                    Phrase.or(subject.oneOf().stream()
                            .sorted()
                            .map(SubjectKind::label)
                            .map(Phrase::of)
                            .map(ConditionWords::quote)
                            .toList())));
        }
        if (condition instanceof Condition.RestsOn rests) {
            Phrase families = quoted(rests.families(), names::family);
            Phrase levels = rests.levels().isEmpty()
                    ? Phrase.NOTHING
                    : Phrase.say(
                            " de niveau %s",
                            " of level %s", quoted(rests.levels(), id -> names.levelOf(rests.families(), id)));
            Phrase subject = rests.sameSubject()
                    ? new Phrase(
                            " sur le même sujet, dans les versions demandées",
                            " about the same subject, in the versions asked for")
                    : Phrase.NOTHING;
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "il repose sur un visa en vigueur de la famille %s%s%s",
                            "it rests on a visa in force of the family %s%s%s"),
                    new Phrase(
                            "il ne repose sur aucun visa en vigueur de la famille %s%s%s",
                            "it rests on no visa in force of the family %s%s%s"),
                    families,
                    levels,
                    subject));
        }
        return Optional.empty();
    }

    private Optional<Phrase> ofDossier(Condition condition, boolean holds) {
        if (condition instanceof Condition.DossierIs kinds) {
            List<Phrase> words = Arrays.stream(DossierKind.values())
                    .filter(kind -> kinds.oneOf().contains(kind.code()))
                    .map(kind -> quote(Phrase.of(kind.label())))
                    .toList();
            return Optional.of(either(
                    holds,
                    new Phrase("le dossier est de type %s", "the dossier is of the kind %s"),
                    new Phrase("le dossier n'est pas de type %s", "the dossier is not of the kind %s"),
                    Phrase.or(words)));
        }
        if (condition instanceof Condition.HasDocument document) {
            Phrase language = document.language()
                    .map(FixedWords::language)
                    .map(name -> Phrase.say(" en %s", " in %s", name))
                    .orElse(Phrase.NOTHING);
            return Optional.of(either(
                    holds,
                    new Phrase("le document «\u00a0%s\u00a0» est déposé%s", "the document “%s” is there%s"),
                    new Phrase("le document «\u00a0%s\u00a0» n'est pas déposé%s", "the document “%s” is not there%s"),
                    names.document(document.type()),
                    language));
        }
        if (condition instanceof Condition.Favourable conclusion) {
            return Optional.of(either(
                    holds,
                    new Phrase("«\u00a0%s\u00a0» est favorable", "“%s” is favourable"),
                    new Phrase("«\u00a0%s\u00a0» n'est pas favorable", "“%s” is not favourable"),
                    names.conclusion(conclusion.conclusion())));
        }
        if (condition instanceof Condition.Concluded conclusion) {
            return Optional.of(either(
                    holds,
                    new Phrase("«\u00a0%s\u00a0» est rendu, quel qu'en soit le sens", "“%s” was given, whichever way"),
                    new Phrase("«\u00a0%s\u00a0» n'est pas rendu", "“%s” was not given"),
                    names.conclusion(conclusion.conclusion())));
        }
        if (condition instanceof Condition.FiledUnfit filed) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "un centre d'évaluation a déposé un document un jour où il n'était pas compétent, sans «\u00a0%s\u00a0» depuis",
                            "a laboratory filed a document on a day on which it was not competent, and no “%s” since"),
                    new Phrase(
                            "chaque centre d'évaluation était compétent le jour de chacun de ses dépôts, ou «\u00a0%s\u00a0» a suivi",
                            "each laboratory was competent on the day of each document it filed, or “%s” followed"),
                    names.document(filed.type())));
        }
        if (condition instanceof Condition.Approved approval) {
            return Optional.of(either(
                    holds,
                    new Phrase(
                            "l'approbation «\u00a0%s\u00a0» a été donnée avant", "the approval “%s” was given before"),
                    new Phrase(
                            "l'approbation «\u00a0%s\u00a0» n'a pas été donnée avant",
                            "the approval “%s” was not given before"),
                    names.approval(approval.approval())));
        }
        return days.of(condition, holds);
    }

    static Phrase either(boolean holds, Phrase yes, Phrase no, Object... parts) {
        Phrase pattern = holds ? yes : no;
        return Phrase.say(pattern.fr(), pattern.en(), parts);
    }

    static Phrase quoted(Collection<String> ids, Function<String, Phrase> name) {
        return Phrase.or(sorted(ids, name).stream().map(ConditionWords::quote).toList());
    }

    private static List<Phrase> sorted(Collection<String> ids, Function<String, Phrase> name) {
        return ids.stream().sorted().map(name).toList();
    }

    static Phrase quote(Phrase words) {
        return Phrase.say("«\u00a0%s\u00a0»", "“%s”", words);
    }

    /** {@code 24,5 %} and {@code 24.5 %}, from hundredths of a percent. */
    private static Phrase percent(int hundredths) {
        String number = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
        return new Phrase(number.replace('.', ',') + "\u00a0%", number + "\u00a0%");
    }
}
