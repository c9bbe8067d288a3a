package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.laboratory.Laboratories;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/** Which editions of the standard the profiles may be written for that a certificate claims: EUCC Art. 3(3)-(4). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileEditionsTest {
    private static final String SMART_CARD_PROFILE = "BSI-CC-PP-0084-2014";

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-08", "2025-12-29"})
    void a_claimed_profile_whose_edition_nobody_said_is_refused_and_no_claim_asks_for_none(String version) {
        assertThat(grant(version, Map.of("protection-profiles", FactValue.Words.of(SMART_CARD_PROFILE)), "2026-09-01"))
                .isEqualTo("profile-edition-unsaid");
        assertThat(grant(version, Map.of(), "2026-09-01")).isEqualTo("none");
        assertThat(grant(version, claiming("cc-2022"), "2028-01-01")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-08", "2025-12-29"})
    void a_CC_2022_certificate_claims_a_profile_for_CC_3_1_until_the_end_of_2027_at_the_day_of_the_decision(
            String version) {
        assertThat(grant(version, claiming("cc-3.1-r5"), "2028-01-01")).isEqualTo("profile-too-old");
        assertThat(grant(version, claiming("cc-2022", "cc-3.1-r5"), "2028-01-01"))
                .as("one old profile among others")
                .isEqualTo("profile-too-old");
        assertThat(grant(version, claiming("cc-3.1-r5"), "2027-12-31")).isEqualTo("none");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-08", "2025-12-29"})
    void a_profile_for_an_earlier_revision_is_claimed_only_where_Union_law_demands_it_and_then_without_end(
            String version) {
        assertThat(grant(version, claiming("cc-3.1-r1-r4"), "2026-09-01")).isEqualTo("profile-not-demanded");
        for (String text : new String[] {"tachographs", "qualified-devices"}) {
            Map<String, FactValue> demanded = claiming("cc-3.1-r1-r4");
            demanded.put("profile-demanded-by", FactValue.Words.of(text));
            assertThat(grant(version, demanded, "2028-06-01")).isEqualTo("none");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-01-08", "2025-12-29"})
    void whoever_proposes_or_approves_a_new_certificate_is_asked_on_that_day_too(String version) {
        SchemeVersion eucc =
                Story.SCHEMES.version(SchemeVersionId.of("eucc", version)).orElseThrow();

        assertThat(eucc.conduct().orElseThrow().decisions())
                .filteredOn(rule -> rule.kind().effect() == DecisionKind.Effect.NEW_VISA)
                .hasSize(3)
                .allSatisfy(rule -> assertThat(rule.rules())
                        .contains("profile-edition-unsaid", "profile-too-old", "profile-not-demanded"));
    }

    /** What stands in the way of a certificate of level substantial under CC:2022 on a day. */
    private static String grant(String version, Map<String, FactValue> claimed, String day) {
        Application product = Story.card(2, Optional.empty());
        Map<String, FactValue> facts = new TreeMap<>(product.facts());
        facts.putAll(claimed);
        Application claiming = new Application(
                product.subject(),
                product.level(),
                product.scopes(),
                product.category(),
                product.nationalSecurity(),
                facts,
                product.bases(),
                true);
        Laboratory arvor = Laboratories.arvor("2027-09-30")
                .with(Laboratories.accreditation("ACC-ARVOR-2", "2027-10-01", "2032-09-30"));
        return Story.of("eucc", version, DossierKind.INITIAL, Optional.empty(), claiming, "2026-05-12")
                .evaluatedBy(arvor)
                .reviewed()
                .on(day)
                .inTheWayOf(DecisionKind.GRANT);
    }

    private static Map<String, FactValue> claiming(String... editions) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("protection-profiles", FactValue.Words.of(SMART_CARD_PROFILE));
        facts.put(
                "profile-editions", new FactValue.Words(Arrays.stream(editions).collect(Collectors.toSet())));
        return facts;
    }
}
