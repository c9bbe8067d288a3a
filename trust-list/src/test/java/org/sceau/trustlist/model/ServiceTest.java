package org.sceau.trustlist.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.trustlist.FictionalList.CSPN;
import static org.sceau.trustlist.FictionalList.GRANTED;
import static org.sceau.trustlist.FictionalList.SUSPENDED;
import static org.sceau.trustlist.FictionalList.texts;
import static org.sceau.trustlist.model.SchemeInformationTest.refused;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.trustlist.FictionalList;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ServiceTest {
    private static final URI URN = URI.create("urn:vigie:visa:one");
    private static final Instant DAY_1 = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant DAY_2 = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant DAY_3 = Instant.parse("2026-01-03T00:00:00Z");

    @Test
    void an_identity_that_is_no_urn_is_refused() {
        refused(Rule.IDENTITY_IS_A_URN, () -> service(CSPN, URI.create("https://vigie.example/visas/one"), GRANTED));
    }

    @Test
    void type_and_status_of_the_european_union_are_refused() {
        refused(
                Rule.URI_LEAVES_THE_EU_SPACE,
                () -> service(URI.create("http://uri.etsi.org/TrstSvc/Svctype/CA/QC"), URN, GRANTED));
        refused(
                Rule.URI_LEAVES_THE_EU_SPACE,
                () -> service(CSPN, URN, URI.create("http://uri.etsi.org/TrstSvc/TrustedList/Svcstatus/granted")));
    }

    @Test
    void history_as_late_as_the_status_is_refused() {
        refused(Rule.STATUS_IS_LATER_THAN_HISTORY, () -> service(CSPN, URN, GRANTED, past(URN, DAY_3)));
    }

    @Test
    void history_that_does_not_descend_strictly_is_refused() {
        refused(Rule.HISTORY_DESCENDS, () -> service(CSPN, URN, GRANTED, past(URN, DAY_1), past(URN, DAY_2)));
        refused(Rule.HISTORY_DESCENDS, () -> service(CSPN, URN, GRANTED, past(URN, DAY_1), past(URN, DAY_1)));
    }

    @Test
    void history_of_another_visa_is_refused() {
        refused(
                Rule.HISTORY_KEEPS_TYPE_AND_IDENTITY,
                () -> service(CSPN, URN, GRANTED, past(URI.create("urn:vigie:visa:two"), DAY_1)));
    }

    @Test
    void history_stands_latest_first() {
        Service service = service(CSPN, URN, GRANTED, past(URN, DAY_2), past(URN, DAY_1));
        assertThat(service.history()).extracting(HistoricalStatus::since).containsExactly(DAY_2, DAY_1);
    }

    @Test
    void a_provider_without_service_is_refused() {
        refused(Rule.PROVIDER_HAS_A_SERVICE, () -> FictionalList.provider("Halcyon Cards"));
    }

    @Test
    void a_provider_that_lists_a_visa_twice_is_refused() {
        Service once = service(CSPN, URN, GRANTED);
        refused(Rule.IDENTITY_IS_UNIQUE, () -> FictionalList.provider("Halcyon Cards", once, once));
    }

    @Test
    void a_visa_that_ends_before_it_begins_is_refused() {
        refused(
                Rule.VALIDITY_IS_A_SPAN,
                () -> visa(LocalDate.parse("2026-01-02"), LocalDate.parse("2026-01-01"), List.of()));
        assertThat(visa(LocalDate.parse("2026-01-02"), LocalDate.parse("2026-01-02"), List.of())
                        .validUntil())
                .isEqualTo("2026-01-02");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "e3b0", "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"})
    void a_document_hash_that_is_not_sha256_is_refused(String hash) {
        refused(
                Rule.DOCUMENT_HASH_IS_SHA256,
                () -> new DocumentLink("certificate", URI.create("https://vigie.example/c.pdf"), hash));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\u000bb", "a\ud800", "\udc00a", "\ufffe", "\uffff"})
    void text_that_no_list_can_carry_is_refused(String text) {
        refused(Rule.TEXT_IS_WRITABLE, () -> new Localized("fr", text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "f", "FR", "fr_FR", "fr-", "1r"})
    void a_language_that_is_no_lower_case_code_is_refused(String lang) {
        refused(Rule.LANGUAGE_IS_A_LOWER_CASE_CODE, () -> new Localized(lang, "texte"));
    }

    @Test
    void a_name_stands_on_one_line() {
        refused(Rule.TEXT_STANDS_ON_ONE_LINE, () -> FictionalList.service("one", "two\nlines", GRANTED));
    }

    @Test
    void a_name_speaks_once_in_each_language() {
        List<Localized> twice = List.of(new Localized("en", "One"), new Localized("en", "Two"));
        refused(Rule.ONE_VALUE_FOR_EACH_LANGUAGE, () -> new HistoricalStatus(CSPN, twice, URN, GRANTED, DAY_1));
    }

    private static VisaExtension visa(LocalDate from, LocalDate until, List<DocumentLink> documents) {
        return new VisaExtension("VIGIE-CSPN-2026/1", List.of(), null, List.of(), from, until, null, documents);
    }

    private static HistoricalStatus past(URI identity, Instant since) {
        return new HistoricalStatus(CSPN, texts("One", "Un"), identity, SUSPENDED, since);
    }

    private static Service service(URI type, URI identity, URI status, HistoricalStatus... history) {
        return new Service(
                type,
                texts("One", "Un"),
                identity,
                status,
                DAY_3,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(history));
    }
}
