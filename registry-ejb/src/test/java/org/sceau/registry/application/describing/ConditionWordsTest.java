package org.sceau.registry.application.describing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ConditionWordsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());
    /** Any version will do: identifiers that it does not define stand for themselves. */
    private static final SchemeVersion VERSION = SCHEMES.all().get(0);

    private final ConditionWords words = new ConditionWords(SCHEMES, VERSION);

    @Test
    void what_is_denied_is_said_once_and_bounds_turn_round() {
        Condition none = new Condition.Not(new Condition.Any(List.of(
                new Condition.Declared("moon"),
                new Condition.Not(new Condition.ActUntil(LocalDate.of(2027, 12, 31))))));

        assertThat(words.of(none).en()).isEqualTo("“moon” is not declared and the act happens by 31 December 2027");
        assertThat(words.of(none).fr())
                .isEqualTo("«\u00a0moon\u00a0» n'est pas déclaré et l'acte a lieu le 31 décembre 2027 au plus tard");
    }

    @Test
    void several_in_several_stand_in_brackets() {
        Condition both = new Condition.All(List.of(
                new Condition.Any(List.of(new Condition.Declared("a"), new Condition.Declared("b"))),
                new Condition.Declared("c")));

        assertThat(words.of(both).en()).isEqualTo("(“a” is declared or “b” is declared) and “c” is declared");
        assertThat(words.of(new Condition.Not(both)).en())
                .isEqualTo("(“a” is not declared and “b” is not declared) or “c” is not declared");
    }

    @Test
    void numbers_and_shares_have_their_bounds() {
        assertThat(words.of(new Condition.Number("n", Optional.of(4L), Optional.empty()))
                        .en())
                .isEqualTo("“n” is at least 4");
        assertThat(words.of(new Condition.Number("n", Optional.empty(), Optional.of(4L)))
                        .fr())
                .isEqualTo("«\u00a0n\u00a0» vaut au plus 4");
        assertThat(words.of(new Condition.Number("n", Optional.of(1L), Optional.of(2L)))
                        .en())
                .isEqualTo("“n” is from 1 to 2");
        assertThat(words.of(new Condition.Shares("s", Optional.of(2400), Optional.of(3950)))
                        .en())
                .isEqualTo("no share of “s” exceeds 24\u00a0% and the total of “s” does not exceed 39.5\u00a0%");
        assertThat(words.of(new Condition.Not(new Condition.Shares("s", Optional.of(2400), Optional.of(3950))))
                        .fr())
                .isEqualTo(
                        "une part de «\u00a0s\u00a0» dépasse 24\u00a0% ou le total de «\u00a0s\u00a0» dépasse 39,5\u00a0%");
    }

    @Test
    void the_order_of_words_does_not_depend_on_the_machine() {
        Set<String> many = new LinkedHashSet<>(List.of("Z", "B", "M", "A"));

        assertThat(words.of(new Condition.Level(many)).en()).isEqualTo("the level is “A”, “B”, “M” or “Z”");
        assertThat(words.of(new Condition.Scopes(many)).fr()).isEqualTo("les portées A, B, M et Z sont demandées");
    }

    @Test
    void every_kind_of_condition_has_words_in_both_languages_said_and_denied() {
        List<Condition> kinds = List.of(
                new Condition.All(List.of()),
                new Condition.Flag("f", true),
                new Condition.Word("w", Set.of("x")),
                new Condition.Level(Set.of("L")),
                new Condition.Scopes(Set.of("S")),
                new Condition.Subject(Set.of(SubjectKind.PRODUCT, SubjectKind.SITE)),
                new Condition.DossierIs(Set.of("renewal", "maintenance")),
                new Condition.HasDocument("D", Optional.of("fr")),
                new Condition.Favourable("c"),
                new Condition.Concluded("c"),
                new Condition.Approved("a"),
                new Condition.ActUntilFact("d"),
                new Condition.OpenedUntil(LocalDate.of(2026, 3, 1)),
                new Condition.BeforeEnd(java.time.Period.ofMonths(2)),
                new Condition.TimeOver("t"),
                new Condition.HoldsVisa("h", Set.of("f")),
                new Condition.Independent("i"),
                new Condition.Accredited("j"),
                new Condition.Replaces(Set.of("s"), java.time.Period.ofYears(2)),
                new Condition.RestsOn(Set.of("f"), Set.of("L"), false),
                new Condition.RestsOn(Set.of("f"), Set.of(), true));

        assertThat(kinds).allSatisfy(condition -> {
            Phrase yes = words.of(condition);
            Phrase no = words.of(new Condition.Not(condition));
            assertThat(List.of(yes.fr(), yes.en(), no.fr(), no.en()))
                    .doesNotHaveDuplicates()
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("%s"));
        });
        assertThat(words.of(new Condition.OpenedUntil(LocalDate.of(2026, 3, 1))).fr())
                .contains("1er mars 2026");
        assertThat(words.of(new Condition.RestsOn(Set.of("f"), Set.of(), true)).en())
                .endsWith("about the same subject, in the versions asked for");
    }
}
