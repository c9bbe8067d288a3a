package org.sceau.it.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.access.Principal.COMPLAINT_HANDLER;
import static org.sceau.it.access.Principal.NARROW_TOKEN;
import static org.sceau.it.access.Principal.OTHER_VENDOR;
import static org.sceau.it.access.Principal.VENDOR;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A word is planted in every text that somebody writes about a dossier. All that anybody can read is read as everybody: the word is
 * found by those who may read it, so that the search is known to search, and by nobody else.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // filled once, before all tests
abstract class Canaries {
    private Estate estate;
    private final Map<Principal, List<Reading.Page>> read = new EnumMap<>(Principal.class);

    @BeforeAll
    void read() {
        estate = Estate.furnished();
        Reading reading = new Reading(estate);
        List<Principal> all = List.of(Principal.values());
        List<List<Reading.Page>> pages = Crowd.ask(all, reading::everything);
        all.forEach(who -> read.put(who, pages.get(who.ordinal())));
        System.out.printf(
                "canaries: %d words, %d pages read%n",
                Canary.values().length, pages.stream().mapToInt(List::size).sum());
    }

    private Set<Principal> readers(String words) {
        Set<Principal> readers = EnumSet.noneOf(Principal.class);
        read.forEach((who, pages) -> {
            if (pages.stream().anyMatch(page -> page.text().contains(words))) {
                readers.add(who);
            }
        });
        return readers;
    }

    @Test
    void a_word_of_a_dossier_is_read_by_its_own_people_and_those_who_handle_it_and_by_nobody_else() {
        assertThat(Arrays.stream(Canary.values()).filter(canary -> canary != Canary.OWN))
                .allSatisfy(canary -> assertThat(readers(canary.word()))
                        .as("%s", canary)
                        .containsExactlyInAnyOrderElementsOf(canary.readers()));
        // The narrow token lets its owner read the own complaint, and nothing else of these words.
        Set<Principal> own = EnumSet.copyOf(Canary.OWN.readers());
        own.add(NARROW_TOKEN);
        assertThat(readers(Canary.OWN.word())).isEqualTo(own);
    }

    @Test
    void what_is_kept_apart_is_read_by_its_handler_alone() {
        assertThat(readers(Canary.OWN.word() + Canary.APART)).containsExactly(VENDOR);
        assertThat(readers(Canary.OTHER.word() + Canary.APART)).containsExactly(OTHER_VENDOR);
    }

    @Test
    void a_complaint_is_read_by_who_filed_it_and_who_handles_it_and_their_notes_by_handlers() {
        assertThat(readers(Canary.OWN.word() + Canary.COMPLAINED))
                .containsExactlyInAnyOrder(VENDOR, NARROW_TOKEN, COMPLAINT_HANDLER);
        assertThat(readers(Canary.OTHER.word() + Canary.COMPLAINED))
                .containsExactlyInAnyOrder(OTHER_VENDOR, COMPLAINT_HANDLER);
        assertThat(readers(Canary.OWN.word() + Canary.NOTED)).containsExactly(COMPLAINT_HANDLER);
    }

    /** Counts too: a search by the beginning of a word finds nothing, as one by a word that nobody ever wrote. */
    @Test
    void a_search_counts_nothing_that_it_does_not_show() {
        for (Canary canary : Canary.values()) {
            for (String words : List.of(canary.beginning(), canary.word())) {
                assertThat(estate.registry()
                                .get("/api/v1/catalogue?q=" + words)
                                .json()
                                .getInt("total"))
                        .as(words)
                        .isZero();
            }
        }
        assertThat(estate.registry().get("/api/v1/catalogue?q=vault").json().getInt("total"))
                .as("what became public is found")
                .isOne();
    }
}
