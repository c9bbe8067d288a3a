package org.sceau.registry.web.administering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.describing.Difference;
import org.sceau.registry.application.describing.Phrase;
import org.sceau.registry.application.describing.SchemeTable;

/** What an edition changes is told rule by rule, and of a rule only what differs. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RuleChangesTest {
    private static final List<Phrase> COLUMNS =
            List.of(new Phrase("Délai", "Deadline"), new Phrase("Durée", "Length"), new Phrase("Suite", "Outcome"));

    private static SchemeTable.Row row(boolean verified, String source, String... cells) {
        return new SchemeTable.Row(
                Arrays.stream(cells)
                        .map(cell -> cell.isEmpty()
                                ? List.<Phrase>of()
                                : cell.lines()
                                        .map(line -> new Phrase(line, line + " (en)"))
                                        .toList())
                        .toList(),
                source,
                verified);
    }

    private static List<RuleChange> changes(Language language, List<SchemeTable.Row> gone, List<SchemeTable.Row> come) {
        return RuleChanges.of(
                        new Difference("deadlines", new Phrase("Délais", "Deadlines"), COLUMNS, gone, come),
                        new AdministratorsDesk(language))
                .rows();
    }

    @Test
    void a_rule_that_keeps_its_name_tells_only_what_differs() {
        assertThat(changes(
                        Language.FRENCH,
                        List.of(row(false, "de mémoire", "Examen", "10 jours", "prévient")),
                        List.of(row(true, "décret, art. 3", "Examen", "12 jours", "prévient"))))
                .containsExactly(
                        new RuleChange("Examen", "Durée", "10 jours", "12 jours"),
                        new RuleChange("Examen", "Source", "de mémoire", "décret, art. 3"),
                        new RuleChange("Examen", "Lecture de la source", "non vérifiée", "vérifiée"));
    }

    @Test
    void what_is_gone_and_what_is_new_are_told_whole_in_the_language_of_the_page() {
        assertThat(changes(
                        Language.ENGLISH,
                        List.of(row(true, "decree", "Examination", "10 days", "")),
                        List.of(row(false, "memory", "Review", "1 month\n2 months", "warns"))))
                .containsExactly(
                        new RuleChange(
                                "Examination (en)",
                                "",
                                "Length: 10 days (en)\nSource: decree\nReading of the source: verified",
                                ""),
                        new RuleChange(
                                "Review (en)",
                                "",
                                "",
                                "Length: 1 month (en); 2 months (en)\nOutcome: warns (en)\nSource: memory\n"
                                        + "Reading of the source: unverified"));
    }

    @Test
    void a_cell_that_loses_all_its_words_shows_that_nothing_is_left() {
        assertThat(changes(
                        Language.FRENCH,
                        List.of(row(true, "s", "Examen", "10 jours", "prévient")),
                        List.of(row(true, "s", "Examen", "10 jours", ""))))
                .containsExactly(new RuleChange("Examen", "Suite", "prévient", "–"));
    }

    @Test
    void of_two_rules_of_one_name_each_meets_one_and_none_is_told_twice() {
        assertThat(changes(
                        Language.FRENCH,
                        List.of(row(true, "s", "Examen", "1 jour", ""), row(true, "s", "Examen", "2 jours", "")),
                        List.of(row(true, "s", "Examen", "3 jours", ""))))
                .extracting(RuleChange::now)
                .containsExactly("1 jour", "Durée : 2 jours\nSource : s\nLecture de la source : vérifiée");
    }
}
