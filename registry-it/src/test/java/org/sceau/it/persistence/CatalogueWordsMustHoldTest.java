package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sceau.it.persistence.DoctoredTurn.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CatalogueWordsMustHoldTest {
    private final DoctoredTurn doctored = new DoctoredTurn();
    private final List<Visa> visas = new ArrayList<>();
    private final List<Visa> shown = new ArrayList<>();
    private final List<Visa> high = new ArrayList<>();
    private final List<Visa> substantial = new ArrayList<>();
    private final List<Visa> inForce = new ArrayList<>();
    private final List<Visa> found = new ArrayList<>();
    private boolean byList;

    @Test
    void what_is_in_order_passes() {
        Visa visa = doctored.visa();
        List.of(visas, shown, high, substantial, inForce, found).forEach(rows -> rows.add(visa));

        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_41_substantial_that_answers_a_search_for_high_is_seen() {
        doctored.level = Optional.of("SUBSTANTIAL");
        publish();
        high.add(doctored.visa());

        isSeen();
    }

    @Test
    void invariant_48_a_row_that_no_grant_stands_behind_is_seen() {
        publish();
        doctored.id = new VisaId(new UUID(7, 9));
        shown.add(doctored.visa());

        isSeen();
    }

    @Test
    void invariant_52_a_withdrawn_visa_that_nobody_finds_is_seen() {
        doctored.statuses.add(StatusChange.of(VisaStatus.WITHDRAWN, DAY, "Motifs."));
        visas.add(doctored.visa());

        isSeen();
    }

    @Test
    void invariant_55_a_trust_service_that_is_shown_before_its_list_is_seen() {
        byList = true;
        publish();

        isSeen();
    }

    @Test
    void invariant_62_a_visa_without_consent_that_is_shown_or_found_is_seen() {
        doctored.listed = false;
        visas.add(doctored.visa());
        assertThatCode(this::check).doesNotThrowAnyException();

        found.add(doctored.visa());
        isSeen();

        found.clear();
        shown.add(doctored.visa());
        isSeen();
    }

    @Test
    void invariant_64_a_visa_past_its_end_or_archived_among_the_current_ones_is_seen() {
        doctored.statuses.add(StatusChange.of(VisaStatus.ARCHIVED, DAY, "Vulnérabilité."));
        publish();
        inForce.add(doctored.visa());
        isSeen();

        doctored.statuses.remove(1);
        doctored.statuses.set(0, StatusChange.inForce(DAY.minusYears(3)));
        doctored.lastDay = Optional.of(DAY.minusDays(1));
        inForce.set(0, doctored.visa());
        isSeen();
    }

    @Test
    void invariant_67_not_applicable_that_answers_at_least_substantial_is_seen() {
        doctored.level = Optional.of("NOT_APPLICABLE");
        publish();
        substantial.add(doctored.visa());

        isSeen();
    }

    private void publish() {
        visas.add(doctored.visa());
        shown.add(doctored.visa());
        found.add(doctored.visa());
    }

    private void isSeen() {
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void check() {
        new CatalogueWordsMustHold(visas, shown, high, substantial, inForce, found::contains, visa -> byList, DAY)
                .check("here");
    }
}
