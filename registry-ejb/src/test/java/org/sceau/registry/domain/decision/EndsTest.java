package org.sceau.registry.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.dossier.handling.Surroundings;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaId;

/** Ends of validity that follow from the dossier: from what is declared in it, and from the visas it rests on. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EndsTest {
    private static final String DAY = "2026-06-15";

    @ParameterizedTest
    @ValueSource(strings = {"2024-02-27", "2025-01-08", "2025-12-29"})
    void a_certificate_of_a_profile_does_not_outlast_the_lifetime_that_was_declared(String version) {
        Story profile = profile(version, until("2029-06-30"));
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.REISSUE_OTHER_SCOPE)) {
            assertThat(said(profile, decision(kind, "2029-07-01")))
                    .containsExactly("validity-beyond-declared", "2029-06-30");
            assertThat(said(profile, decision(kind, "2029-06-30"))).isEmpty();
        }
        assertThat(said(profile, Decisions.about(DecisionKind.GRANT, DAY, Optional.empty())))
                .as("without end it would outlast any lifetime")
                .containsExactly("validity-without-end");
        assertThat(said(profile(version, Map.of()), decision(DecisionKind.GRANT, "2046-06-15")))
                .as("no lifetime was declared")
                .isEmpty();
    }

    @Test
    void a_qualification_does_not_outlast_the_first_to_end_of_the_certificates_it_rests_on() {
        Story twice = qualification("2031-01-15", "2029-06-14");
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW)) {
            assertThat(said(twice, decision(kind, "2029-06-15"))).containsExactly("validity-beyond-base", "2029-06-14");
            assertThat(said(twice, decision(kind, "2029-06-14"))).isEmpty();
        }
        assertThat(said(twice, Decisions.about(DecisionKind.GRANT, DAY, Optional.empty())))
                .as("the end that the scheme proposes is bounded alike")
                .containsExactly("validity-beyond-base", "2029-06-14");
        assertThat(said(twice, decision(DecisionKind.RESTRICT, "2029-06-15")))
                .as("sets no end")
                .isEmpty();
        assertThat(said(qualification(), decision(DecisionKind.GRANT, "2036-06-15")))
                .as("what it must rest on is another rule")
                .isEmpty();
    }

    private static DecisionContent decision(DecisionKind kind, String lastDay) {
        return Decisions.about(kind, DAY, Optional.of(lastDay));
    }

    private static Map<String, FactValue> until(String day) {
        return Map.of("lifetime-until", new FactValue.Day(LocalDate.parse(day)));
    }

    private static Story profile(String version, Map<String, FactValue> facts) {
        return story(
                "eucc-pp", version, new Subject(SubjectKind.PROTECTION_PROFILE, "PP Ponant", Optional.empty()), facts);
    }

    private static Story qualification(String... ends) {
        Subject lock = new Subject(SubjectKind.PRODUCT, "Serrure Libre", Optional.of("4.1.0"));
        Story story = story("qual-prod", "1.0", lock, Map.of(), ends);
        for (String end : ends) {
            Surroundings.Other certificate = new Surroundings.Other(
                    new FamilyId("cspn"),
                    new SchemeId("cspn"),
                    lock,
                    LocalDate.parse("2026-01-15"),
                    Optional.of(LocalDate.parse(end)),
                    Optional.empty(),
                    Set.of(),
                    VisaStatus.IN_FORCE);
            story.knowing(base(end), certificate, List.of());
        }
        return story;
    }

    private static Story story(
            String scheme, String version, Subject subject, Map<String, FactValue> facts, String... ends) {
        Application application = new Application(
                subject,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                facts,
                Arrays.stream(ends).map(EndsTest::base).collect(Collectors.toSet()),
                true);
        return Story.of(scheme, version, DossierKind.INITIAL, Optional.empty(), application, DAY);
    }

    private static VisaId base(String end) {
        return new VisaId(UUID.nameUUIDFromBytes(end.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    /** Code of the refusal, and the latest day that would be accepted. */
    private static List<String> said(Story story, DecisionContent content) {
        SchemeVersionId scheme = story.dossier().opening().scheme();
        return Limits.within(
                        Story.SCHEMES.version(scheme).orElseThrow(),
                        story.look().situation(),
                        content)
                .stream()
                .flatMap(refusal -> Stream.concat(
                        Stream.of(refusal.code()),
                        Optional.ofNullable(refusal.details().get("latest")).stream()))
                .toList();
    }
}
