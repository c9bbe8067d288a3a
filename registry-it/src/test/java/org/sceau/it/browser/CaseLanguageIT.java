package org.sceau.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.house.House;
import org.sceau.it.server.RunningRegistry;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.vocabulary.Label;

/** The English pages of a dossier speak no French of ours: neither the desk's nor the scheme's. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CaseLanguageIT {
    private static final int SHORTEST = 6;

    private final RunningRegistry registry = Rehearsal.registry();

    /** French texts that no English one has within it; those that are filled in are left out. */
    private static Set<String> french() {
        Set<String> french = new TreeSet<>();
        Set<String> english = new TreeSet<>();
        ResourceBundle fr = ResourceBundle.getBundle("org.sceau.registry.web.desk", Locale.FRENCH);
        ResourceBundle en = ResourceBundle.getBundle("org.sceau.registry.web.desk", Locale.ENGLISH);
        fr.keySet().forEach(key -> {
            french.add(fr.getString(key));
            english.add(en.getString(key));
        });
        labels().forEach(label -> {
            french.add(label.fr());
            english.add(label.en());
        });
        french.removeIf(text -> text.length() < SHORTEST
                || text.contains("{")
                || english.stream().anyMatch(other -> other.contains(text)));
        return french;
    }

    private static Stream<Label> labels() {
        Conduct conduct = House.SCHEMES
                .version(SchemeVersionId.of("eucc", "2025-12-29"))
                .orElseThrow()
                .conduct()
                .orElseThrow();
        Procedure procedure = conduct.procedure();
        return Stream.of(
                        procedure.stages().stream().map(stage -> stage.label()),
                        procedure.moves().stream().map(move -> move.label()),
                        procedure.documents().stream().map(type -> type.label()),
                        procedure.conclusions().stream().map(type -> type.label()),
                        procedure.approvals().stream().map(type -> type.label()),
                        procedure.facts().stream().map(type -> type.label()),
                        procedure.rules().stream().map(rule -> rule.text()))
                .flatMap(labels -> labels);
    }

    @Test
    void no_page_of_a_dossier_in_English_has_French_of_ours() {
        Set<String> french = french();
        assertThat(french).hasSizeGreaterThan(200).contains("Recevabilité", "Déclarer complet");
        Rehearsal.Made undecided = Rehearsal.proposed();
        Rehearsal.Made open = Rehearsal.decidable();
        for (String username : new String[] {"kerleo", "morvan", "halcyon", "guivarch", "calvet"}) {
            try (Window window = Window.plain(registry)) {
                Rehearsal.come(window, username);
                for (String address : new String[] {
                    "/en/desk/", undecided.english(), open.english(), open.english() + "/decision?kind=grant"
                }) {
                    window.open(address);
                    window.page().evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })");
                    String shown = window.page()
                            .locator("main")
                            .innerText()
                            .replace("Arvor Évaluation", "")
                            .replace("Autorité de démonstration", "");
                    assertThat(french.stream().filter(shown::contains))
                            .as("%s as %s", address, username)
                            .isEmpty();
                    assertThat(window.page().locator("html").getAttribute("lang"))
                            .isEqualTo("en");
                }
                window.assertNoTrouble();
            }
        }
    }
}
