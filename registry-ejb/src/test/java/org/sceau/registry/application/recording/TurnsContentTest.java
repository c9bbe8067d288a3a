package org.sceau.registry.application.recording;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.ledger.CanonicalJson;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaFacts;

/** What a visa said before is written beside what it says, in few words, and read back whole. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TurnsContentTest {
    private static final LocalDate FIRST = LocalDate.parse("2025-03-14");
    private static final Clause ONE = new Clause(Clause.Kind.CONDITION, "Une.", Optional.of("One."));
    private static final Clause TWO = new Clause(Clause.Kind.CONDITION, "Deux.", Optional.of("Two."));
    private static final VisaFacts GRANTED = new VisaFacts(
            SchemeVersionId.of("passi", "2.2"),
            new FamilyId("passi"),
            Reference.decision("445", 2025),
            new Subject(SubjectKind.SERVICE, "Garance Audit", Optional.empty()),
            Organisation.named("Garance Audit"),
            Optional.empty(),
            List.of(),
            Optional.of(Claim.known("HIGH", "Élevé")),
            Set.of("CODE_AUDIT", "PENETRATION_TEST"),
            Optional.empty(),
            Optional.of(true),
            Optional.empty(),
            new Validity(FIRST, Optional.of(LocalDate.parse("2028-03-14"))),
            List.of(StatusChange.inForce(FIRST)),
            Optional.empty(),
            true,
            List.of(ONE),
            List.of(),
            List.of(),
            Optional.empty(),
            Set.of());

    private static VisaFacts turned() {
        Terms terms = GRANTED.terms();
        Terms restricted = terms.under(List.of(ONE, TWO));
        Terms critical = restricted.advised(Optional.of(new RecommendationOverride(
                Recommendation.CRITICAL, "d.ecider", FIRST.plusDays(200), "Plus maintenu.")));
        return GRANTED.saying(terms.at(Optional.empty()), FIRST.plusDays(30))
                .saying(restricted, FIRST.plusDays(100))
                .saying(critical, FIRST.plusDays(200))
                .saying(restricted.granting(Set.of("CODE_AUDIT")), FIRST.plusDays(300));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    @Test
    void former_terms_name_only_what_was_otherwise() {
        assertThat(CanonicalJson.text(Map.of("former", VisaContent.of(turned()).get("former"))))
                .isEqualTo(
                        "{\"former\":["
                                + "{\"level\":{\"printed\":\"Élevé\",\"term\":\"HIGH\"},\"until\":\"2025-04-12\"},"
                                + "{\"conditions\":1,\"level\":null,\"until\":\"2025-06-21\"},"
                                + "{\"recommendation\":null,\"until\":\"2025-09-29\"},"
                                + "{\"recommendation\":{\"level\":\"CRITICAL\",\"reason\":\"Plus maintenu.\",\"setBy\":\"d.ecider\","
                                + "\"setOn\":\"2025-09-30\"},\"scopes\":[\"CODE_AUDIT\",\"PENETRATION_TEST\"],\"until\":\"2026-01-07\"}]}");
    }

    @Test
    void what_was_written_is_read_back_whole() {
        assertThat(VisaContent.parse(VisaContent.text(turned()))).isEqualTo(turned());
        VisaFacts lifted = turned().saying(GRANTED.terms().under(List.of(TWO)), FIRST.plusDays(400));
        assertThat(VisaContent.parse(VisaContent.text(lifted)))
                .as("conditions that were replaced")
                .isEqualTo(lifted);
    }

    @Test
    void invariant_61_the_public_content_does_not_even_tell_that_a_recommendation_was_set_by_hand() {
        String told = CanonicalJson.text(VisaContent.publicOf(turned()));
        assertThat(told).doesNotContain("recommendation", "CRITICAL", "d.ecider", "Plus maintenu.", "2025-09-29");

        String kept = RecommendationOrigins.text(VisaContent.of(turned())).orElseThrow();
        assertThat(VisaContent.parse(
                        RecommendationOrigins.restored(json(told), kept).toString()))
                .isEqualTo(turned());
        assertThat(RecommendationOrigins.text(VisaContent.of(GRANTED))).isEmpty();
    }

    @Test
    void a_digest_is_of_what_is_said_now() {
        VisaFacts now = GRANTED.saying(turned().terms(), FIRST);
        assertThat(VisaContent.digest(turned())).isEqualTo(VisaContent.digest(now));
        assertThat(VisaContent.digest(turned())).isNotEqualTo(VisaContent.digest(GRANTED));
    }
}
