package org.sceau.registry.application.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.decision.Changes;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.Agrement;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Identifier;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.VisaFacts;

/** What a visa says when it is granted: what was asked for and evaluated, and what was decided, nothing besides. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GrantedFactsTest {

    @Test
    void a_trust_service_bears_the_identifiers_of_its_policies() {
        VisaFacts granted = granted(
                "timestamping",
                "910-2014",
                false,
                Map.of("oids", new FactValue.Words(Set.of("1.2.250.1.9.7"))),
                none());

        assertThat(granted.identifiers()).containsExactly(new Identifier(Identifier.Kind.OID, "1.2.250.1.9.7"));
    }

    /** Regional CSIRTs look for providers near a victim: by region, and by department. */
    @Test
    void a_provider_is_found_where_it_declared_to_be() {
        VisaFacts near = granted(
                "pris",
                "3.0",
                false,
                Map.of("region", FactValue.Words.of("FR-BRE"), "department", FactValue.Words.of("FR-35")),
                none());
        assertThat(near.region()).contains("FR-BRE");
        assertThat(near.department()).contains("FR-35");

        assertThat(granted("pris", "3.0", false, Map.of(), none()).department())
                .as("nobody declared one")
                .isEmpty();
    }

    @Test
    void invariant_66_the_flag_of_national_security_is_there_only_where_the_decision_says_so() {
        assertThat(granted("pris", "3.0", true, Map.of(), none()).nationalSecurity())
                .as("asked for, and not decided")
                .contains(false);
        assertThat(granted("pris", "3.0", true, Map.of(), Optional.of(true)).nationalSecurity())
                .contains(true);
    }

    @Test
    void an_approval_for_marked_information_is_granted_only_where_it_was_asked_for_and_decided() {
        Story asked = story("qual-prod", "1.0", false, Map.of("agrement", FactValue.Words.of("diffusion-restreinte")));
        DecisionContent plain = content(asked, none());
        assertThat(agrement(asked, plain)).as("asked for, and not decided").isEmpty();
        assertThat(agrement(asked, plain.approving(Agrement.DIFFUSION_RESTREINTE)))
                .contains(Agrement.DIFFUSION_RESTREINTE);
        assertThat(refused(asked, plain.approving(Agrement.DIFFUSION_RESTREINTE)))
                .isEqualTo("none");

        assertThat(refused(asked, plain.approving(Agrement.NATO_RESTRICTED))).isEqualTo("grant-beyond-application");
        Story nothing = story("qual-prod", "1.0", false, Map.of());
        assertThat(refused(nothing, content(nothing, none()).approving(Agrement.DIFFUSION_RESTREINTE)))
                .isEqualTo("grant-beyond-application");
    }

    private static Optional<Agrement> agrement(Story story, DecisionContent content) {
        return GrantedFacts.of(story.look(), content, Reference.official("0", 2026), Optional.empty())
                .agrement();
    }

    private static String refused(Story story, DecisionContent content) {
        return Changes.granted(story.look().scheme(), story.look().situation(), content)
                .map(Refusal::code)
                .orElse("none");
    }

    private static Optional<Boolean> none() {
        return Optional.empty();
    }

    private static VisaFacts granted(
            String scheme, String version, boolean asked, Map<String, FactValue> facts, Optional<Boolean> decided) {
        Story story = story(scheme, version, asked, facts);
        return GrantedFacts.of(story.look(), content(story, decided), Reference.official("0", 2026), Optional.empty());
    }

    private static Story story(String scheme, String version, boolean asked, Map<String, FactValue> facts) {
        Application application = new Application(
                new Subject(SubjectKind.SERVICE, "Scel Horodatage", Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                asked,
                new TreeMap<>(facts),
                Set.of(),
                true);
        return Story.of(scheme, version, DossierKind.INITIAL, Optional.empty(), application, "2026-05-12");
    }

    private static DecisionContent content(Story story, Optional<Boolean> decided) {
        LocalDate day = LocalDate.parse("2026-05-12");
        return new DecisionContent(
                DecisionKind.GRANT,
                Optional.of(story.dossier().id()),
                1,
                Optional.empty(),
                0,
                day,
                Optional.of(day.plusYears(2)),
                Optional.of("Motifs."),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                decided,
                List.of());
    }
}
