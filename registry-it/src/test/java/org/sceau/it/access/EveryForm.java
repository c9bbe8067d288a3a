package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.it.browser.FormTrials;
import org.sceau.it.browser.Window;

/** The forms of every desk, each as somebody to whom it is offered, with what nobody types who means well. Comes last: some take it as text. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class EveryForm {
    /** As many see each form: what is offered may differ. */
    private static final int MOST_PRINCIPALS = 2;

    private final Estate estate = Estate.furnished();
    private final ScreensVisit visit = new ScreensVisit(estate);

    /** Addresses by who is offered a form there. */
    private Map<Principal, Set<String>> offered() {
        Map<Principal, Set<String>> offered = new LinkedHashMap<>();
        for (Screens.Row row : Screens.rows()) {
            if (row.isAct() || row.isAction() || row.isDesk()) {
                Arrays.stream(Principal.values())
                        .filter(who -> row.expected(who) == (row.isDesk() ? '+' : 'o'))
                        .limit(MOST_PRINCIPALS)
                        .forEach(who -> offered.computeIfAbsent(who, any -> new LinkedHashSet<>())
                                .add(row.address()));
            }
        }
        return offered;
    }

    @Test
    void hostile_words_are_text_in_every_field_of_every_desk_or_refused_in_words() {
        List<String> otherwise = new ArrayList<>();
        offered().forEach((who, addresses) -> {
            try (Window window = Window.plain(estate.registry())) {
                window.signIn(who.account().orElseThrow());
                for (String address : addresses) {
                    window.open(visit.filled(address, who));
                    try {
                        FormTrials.of(window);
                        window.assertOnlyText(address);
                        window.assertNoTrouble();
                    } catch (AssertionError failed) {
                        otherwise.add(address + " as " + who + ": " + failed.getMessage());
                    }
                }
            }
        });
        System.out.println(FormTrials.told());
        assertThat(otherwise).isEmpty();
    }
}
