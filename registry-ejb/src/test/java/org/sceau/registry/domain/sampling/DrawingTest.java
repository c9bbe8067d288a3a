package org.sceau.registry.domain.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.visa.VisaId;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DrawingTest {

    @Test
    void criteria_that_no_notice_holds_are_refused() {
        List<Criterion> ten = Collections.nCopies(10, new Criterion("x".repeat(499), Optional.empty()));
        List<Criterion> eleven = Collections.nCopies(11, new Criterion("x".repeat(499), Optional.empty()));

        assertThatThrownBy(() -> drawn(eleven))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("5000");
        assertThat(drawn(ten).told()).hasSizeLessThanOrEqualTo(Notice.MAX_TEXT);
    }

    @Test
    void criteria_are_told_a_line_each_in_both_languages() {
        assertThat(drawn(List.of(
                                new Criterion("Les plus cités", Optional.of("Most cited")),
                                new Criterion("Jamais tirés", Optional.empty())))
                        .told())
                .isEqualTo("Les plus cités / Most cited\nJamais tirés");
    }

    private static Drawing drawn(List<Criterion> criteria) {
        return new Drawing(
                Set.of(new VisaId(new UUID(0, 1))),
                10,
                1,
                "Analyse de risques.",
                criteria,
                new Person("a.roy", "Autorité de démonstration", Role.NCCA_SUPERVISOR),
                Instant.EPOCH,
                LocalDate.EPOCH);
    }
}
