package org.sceau.registry.api.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.api.dossier.ApplicationBody.SubjectBody;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;

/** From what is sent to what the use cases take. What the domain's records refuse is told, and never fails. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TranslationTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(TranslationTest.class.getClassLoader());
    private static final LocalDate DAY = LocalDate.parse("2026-05-12");
    private static final SubjectBody CARD = new SubjectBody("PRODUCT", "Halcyon Card OS", "4.1.0");

    private static ApplicationBody asking(Map<String, Object> facts) {
        return new ApplicationBody(CARD, null, List.of(), "SMART_CARDS", null, facts, List.of(), true);
    }

    private static OpeningRequest opening(
            String scheme, @Nullable String version, @Nullable String kind, @Nullable String about) {
        return new OpeningRequest(scheme, version, kind, about, asking(Map.of()), null, null, List.of());
    }

    private static SchemeVersion profiles() {
        return SCHEMES.version(SchemeVersionId.of("eucc-pp", "2025-12-29")).orElseThrow();
    }

    private static SchemeVersion timestamps() {
        return SCHEMES.version(SchemeVersionId.of("timestamping", "910-2014")).orElseThrow();
    }

    private static SchemeVersion eucc() {
        return SCHEMES.version(SchemeVersionId.of("eucc", "2025-12-29")).orElseThrow();
    }

    private static Refusal refusal(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal();
    }

    private static String code(Runnable act) {
        return refusal(act).code();
    }

    @Test
    void a_scheme_that_is_not_there_or_misspelt_is_unknown() {
        for (String scheme : List.of("nothing", "EUCC", "../eucc", "", "x".repeat(500))) {
            assertThat(code(() -> opening(scheme, null, null, null).request(SCHEMES, DAY)))
                    .isEqualTo("scheme-unknown");
        }
        assertThat(code(() -> opening("eucc", "Ⅳ", null, null).request(SCHEMES, DAY)))
                .isEqualTo("scheme-unknown");
        // The use case itself says so of a version that nobody wrote.
        assertThat(opening("eucc", "9", null, null).request(SCHEMES, DAY).scheme())
                .isEqualTo(SchemeVersionId.of("eucc", "9"));
    }

    @Test
    void a_follow_up_names_its_visa_and_a_first_application_none() {
        String id = UUID.randomUUID().toString();
        assertThat(refusal(() -> opening("eucc", null, "renewal", null).request(SCHEMES, DAY))
                        .details())
                .containsEntry("member", "about");
        assertThat(code(() -> opening("eucc", null, null, id).request(SCHEMES, DAY)))
                .isEqualTo("field-invalid");
        assertThat(code(() -> opening("eucc", null, "reincarnation", id).request(SCHEMES, DAY)))
                .isEqualTo("field-invalid");
        assertThat(refusal(() -> opening("eucc", null, "renewal", "17").request(SCHEMES, DAY)))
                .isEqualTo(Refusal.of("visa-unknown", Refusal.Kind.NOT_FOUND));
        assertThat(opening("eucc", null, "renewal", id)
                        .request(SCHEMES, DAY)
                        .about()
                        .orElseThrow()
                        .toString())
                .isEqualTo(id);
    }

    @Test
    void without_a_version_the_newest_that_opens_that_day_is_meant() {
        OpenDossier.Request today = opening("eucc", null, null, null).request(SCHEMES, DAY);
        assertThat(today.scheme()).isEqualTo(SchemeVersionId.of("eucc", "2025-12-29"));
        assertThat(opening("eucc", null, null, null)
                        .request(SCHEMES, LocalDate.parse("2025-06-02"))
                        .scheme())
                .isEqualTo(SchemeVersionId.of("eucc", "2025-01-08"));
    }

    @Test
    void names_beyond_their_bounds_are_refused_before_any_record_is_made() {
        String name = "x".repeat(301);
        for (OpeningRequest request : List.of(
                new OpeningRequest("eucc", null, null, null, asking(Map.of()), name, null, List.of()),
                new OpeningRequest("eucc", null, null, null, asking(Map.of()), null, " ", List.of()),
                new OpeningRequest("eucc", null, null, null, asking(Map.of()), null, null, List.of(name)),
                new OpeningRequest(
                        "eucc",
                        null,
                        null,
                        null,
                        asking(Map.of()),
                        null,
                        null,
                        Stream.generate(() -> "x").limit(11).toList()))) {
            assertThat(code(() -> request.request(SCHEMES, DAY))).isEqualTo("field-invalid");
        }
    }

    @Test
    void what_the_records_of_the_domain_do_not_take_is_a_refusal_with_its_reason() {
        Refusal versions = refusal(() -> new ApplicationBody(
                        new SubjectBody("PRODUCT", "x", "v".repeat(201)),
                        null,
                        List.of(),
                        null,
                        null,
                        Map.of(),
                        List.of(),
                        null)
                .application(Optional.of(eucc()), ""));
        assertThat(versions.code()).isEqualTo("value-refused");
        assertThat(versions.details()).containsEntry("member", "subject").containsKey("reason");
        Map<String, Object> many = new java.util.TreeMap<>();
        for (int i = 0; i <= Application.MAX_FACTS; i++) {
            many.put("fact-" + i, true);
        }
        assertThat(code(() -> asking(many).application(Optional.of(eucc()), "")))
                .isEqualTo("value-refused");
        for (Object value : List.of(List.of(), "", List.of(" "), "w".repeat(501))) {
            assertThat(code(() -> asking(Map.of("protection-profiles", value)).application(Optional.of(eucc()), "")))
                    .isEqualTo("value-refused");
        }
        assertThat(code(() -> asking(Map.of("s", List.of(6_000L, 5_000L))).application(Optional.of(eucc()), "")))
                .isEqualTo("value-refused");
        assertThat(code(() -> asking(Map.of("s", List.of(Long.MAX_VALUE))).application(Optional.of(eucc()), "")))
                .isEqualTo("field-invalid");
        assertThat(code(() -> asking(Map.of("lifetime-until", "2026-02-30")).application(Optional.of(profiles()), "")))
                .isEqualTo("field-invalid");
    }

    @Test
    void facts_are_read_by_their_types_and_shown_as_they_were_given() {
        Map<String, Object> given = Map.of(
                "van",
                5L,
                "technical-domain",
                "smartcards",
                "assurance-components",
                List.of("AVA_VAN.5", "EAL4"),
                "never-heard-of",
                "2027-01-31");

        Application application = asking(given).application(Optional.of(eucc()), "");

        assertThat(application.facts())
                .containsEntry("van", new FactValue.Whole(5))
                .containsEntry("technical-domain", FactValue.Words.of("smartcards"))
                .containsEntry("assurance-components", new FactValue.Words(Set.of("EAL4", "AVA_VAN.5")))
                .containsEntry("never-heard-of", FactValue.Words.of("2027-01-31"));
        assertThat(application.listed()).isTrue();
        assertThat(ApplicationBody.of(application, eucc()).facts()).isEqualTo(given);
        assertThat(ApplicationBody.of(application, eucc()).application(Optional.of(eucc()), ""))
                .isEqualTo(application);

        Map<String, Object> day = Map.of("lifetime-until", "2027-01-31");
        Application profile = asking(day).application(Optional.of(profiles()), "");
        assertThat(profile.facts())
                .containsOnly(Map.entry("lifetime-until", new FactValue.Day(LocalDate.parse("2027-01-31"))));
        assertThat(ApplicationBody.of(profile, profiles()).facts()).isEqualTo(day);
    }

    @Test
    void an_instant_has_its_offset_and_is_shown_in_UTC() {
        for (String wrong :
                List.of("2026-05-11", "2026-05-11T14:30:00", "2026-02-30T14:30:00Z", "1989-01-01T00:00:00Z")) {
            assertThat(code(() -> asking(Map.of("breach-known-at", wrong)).application(Optional.of(timestamps()), "")))
                    .as(wrong)
                    .isEqualTo("field-invalid");
        }

        Application breach = asking(Map.of("breach-known-at", "2026-05-11T14:30:00+02:00"))
                .application(Optional.of(timestamps()), "");

        assertThat(breach.facts())
                .containsOnly(
                        Map.entry("breach-known-at", new FactValue.Moment(Instant.parse("2026-05-11T12:30:00Z"))));
        assertThat(ApplicationBody.of(breach, timestamps()).facts())
                .isEqualTo(Map.of("breach-known-at", "2026-05-11T12:30:00Z"));
    }

    @Test
    void nobody_agrees_to_be_listed_by_silence() {
        ApplicationBody silent = new ApplicationBody(CARD, null, List.of(), null, null, Map.of(), List.of(), null);
        assertThat(silent.application(Optional.of(eucc()), "").listed()).isFalse();
    }

    @Test
    void texts_of_acts_have_their_bounds() {
        assertThat(code(() -> Requests.words("grounds", " "))).isEqualTo("field-invalid");
        assertThat(code(() -> Requests.words("grounds", "x".repeat(4_001)))).isEqualTo("field-invalid");
        String hash = "a".repeat(64);
        for (Requests.Document document : List.of(
                new Requests.Document("T", "t".repeat(301), "fr", null, List.of(), hash, 1),
                new Requests.Document("T", "t", "french", null, List.of(), hash, 1),
                new Requests.Document("T", "t", "fr", " ", List.of(), hash, 1),
                new Requests.Document("T", "t", "fr", null, List.of(), hash.toUpperCase(java.util.Locale.ROOT), 1),
                new Requests.Document("T", "t", "fr", null, List.of(" "), hash, 1),
                new Requests.Document("T", "t", "fr", null, java.util.Collections.nCopies(101, "s"), hash, 1),
                new Requests.Document("T", "t", "fr", null, List.of(), hash, -1))) {
            assertThat(code(document::paper)).isEqualTo("field-invalid");
        }
        String one = UUID.randomUUID().toString();
        assertThat(code(() -> new Requests.Laboratories(List.of(one, one)).ids()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new Requests.Laboratories(List.of("1-1-1-1-1")).ids()))
                .isEqualTo("lab-unknown");
        assertThat(code(() -> new Requests.Laboratories(Stream.generate(UUID::randomUUID)
                                .limit(6)
                                .map(UUID::toString)
                                .toList())
                        .ids()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new Requests.Question("nobody", null, null, "x", DAY).addressee()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new Requests.Question("sponsor", null, " ", "x", DAY).part()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new Requests.Staff(
                                List.of(new Requests.Staff.Member(" ", "x", DAY, null, null, null)), List.of())
                        .assignments()))
                .isEqualTo("value-refused");
        assertThat(code(() -> new Requests.Staff(
                                List.of(new Requests.Staff.Member("n", "x", DAY, null, "leads", null)), List.of())
                        .assignments()))
                .isEqualTo("field-invalid");
        assertThat(code(() -> new Requests.Staff(
                                List.of(new Requests.Staff.Member("n", "x", DAY, null, null, "observes")), List.of())
                        .assignments()))
                .isEqualTo("field-invalid");
    }
}
