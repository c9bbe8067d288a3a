package org.sceau.registry.domain.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.PublicationRule.Recognition;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaFacts;

/** Scenario S21, its last sentence but one: recognised abroad, unless the exclusion was declared. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecognitionsTest {
    private static final SchemeVersion CSPN =
            Story.SCHEMES.version(SchemeVersionId.of("cspn", "1.1")).orElseThrow();

    @Test
    void what_was_excluded_with_the_application_is_not_recognised() {
        Set<String> flags = Recognitions.exclusions(CSPN, lock(Map.of("bsz-excluded", new FactValue.Flag(true))));
        assertThat(flags).containsExactly("excluded-from-bsz").allMatch(Recognitions::isExclusion);
        assertThat(recognised(flags, VisaStatus.IN_FORCE)).isEmpty();
    }

    @Test
    void everything_else_is_while_it_is_in_force() {
        assertThat(Recognitions.exclusions(CSPN, lock(Map.of()))).isEmpty();
        assertThat(Recognitions.exclusions(CSPN, lock(Map.of("bsz-excluded", new FactValue.Flag(false)))))
                .isEmpty();
        assertThat(recognised(Set.of(), VisaStatus.IN_FORCE)).containsExactly("bsz");
        for (VisaStatus status : VisaStatus.values()) {
            if (status != VisaStatus.IN_FORCE) {
                assertThat(recognised(Set.of(), status)).as("%s", status).isEmpty();
            }
        }
    }

    private static List<String> recognised(Set<String> flags, VisaStatus status) {
        return Recognitions.of(CSPN, facts(flags), status).stream()
                .map(Recognition::id)
                .toList();
    }

    private static Application lock(Map<String, FactValue> facts) {
        return new Application(
                new Subject(SubjectKind.PRODUCT, "Serrure Libre", Optional.of("2.1")),
                Optional.empty(),
                Set.of(),
                Optional.of("SOFTWARE"),
                false,
                facts,
                Set.of(),
                true);
    }

    private static VisaFacts facts(Set<String> flags) {
        LocalDate first = LocalDate.parse("2026-06-22");
        return new VisaFacts(
                CSPN.id(),
                CSPN.family(),
                Reference.official("ANSSI-CSPN-2026/11", 2026),
                new Subject(SubjectKind.PRODUCT, "Serrure Libre", Optional.of("2.1")),
                Organisation.named("Serrure Libre"),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Validity(first, Optional.of(first.plusYears(3))),
                List.of(StatusChange.inForce(first)),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                flags);
    }
}
