package org.sceau.trustlist.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.trustlist.FictionalList;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SchemeInformationTest {
    private static final Instant MARCH = FictionalList.ISSUED;

    @Test
    void a_list_of_the_european_union_is_not_ours_to_issue() {
        refused(
                Rule.URI_LEAVES_THE_EU_SPACE,
                () -> with(s -> copy(
                        s,
                        URI.create("http://uri.etsi.org/TrstSvc/TrustedList/TSLType/EUgeneric"),
                        s.operatorNames(),
                        s.names(),
                        s.territory(),
                        s.legalNotices(),
                        s.distributionPoints())));
    }

    @Test
    void an_operator_without_an_english_name_is_refused() {
        refused(
                Rule.OPERATOR_NAME_HAS_ENGLISH,
                () -> with(s -> copy(
                        s,
                        s.type(),
                        List.of(new Localized("fr", "Vigie")),
                        s.names(),
                        s.territory(),
                        s.legalNotices(),
                        s.distributionPoints())));
    }

    @Test
    void a_scheme_name_without_its_territory_is_refused() {
        refused(
                Rule.SCHEME_NAME_STARTS_WITH_TERRITORY,
                () -> with(s -> copy(
                        s,
                        s.type(),
                        s.operatorNames(),
                        FictionalList.texts("FR:Visas", "Visas"),
                        s.territory(),
                        s.legalNotices(),
                        s.distributionPoints())));
    }

    @Test
    void a_scheme_name_that_lacks_a_language_of_the_operator_is_refused() {
        refused(
                Rule.SCHEME_NAME_SPEAKS_EACH_LANGUAGE,
                () -> with(s -> copy(
                        s,
                        s.type(),
                        s.operatorNames(),
                        List.of(new Localized("en", "FR:Visas")),
                        s.territory(),
                        s.legalNotices(),
                        s.distributionPoints())));
    }

    @Test
    void a_territory_in_lower_case_is_refused() {
        refused(
                Rule.TERRITORY_IS_A_COUNTRY_CODE,
                () -> with(s -> copy(
                        s, s.type(), s.operatorNames(), s.names(), "fr", s.legalNotices(), s.distributionPoints())));
    }

    @Test
    void a_list_without_legal_notice_is_refused() {
        refused(
                Rule.SCHEME_HAS_LEGAL_NOTICE,
                () -> with(s -> copy(
                        s, s.type(), s.operatorNames(), s.names(), s.territory(), List.of(), s.distributionPoints())));
    }

    @Test
    void a_distribution_point_that_is_no_xml_file_is_refused() {
        refused(
                Rule.DISTRIBUTION_POINT_IS_AN_XML_FILE,
                () -> with(s -> copy(
                        s,
                        s.type(),
                        s.operatorNames(),
                        s.names(),
                        s.territory(),
                        s.legalNotices(),
                        List.of(URI.create("https://vigie.example/list")))));
    }

    @Test
    void a_distribution_point_in_clear_is_refused_but_on_the_loopback() {
        refused(
                Rule.WEB_ADDRESS_IS_HTTPS,
                () -> with(s -> copy(
                        s,
                        s.type(),
                        s.operatorNames(),
                        s.names(),
                        s.territory(),
                        s.legalNotices(),
                        List.of(URI.create("http://vigie.example/list.xml")))));
        URI loopback = URI.create("http://localhost:8080/trust-lists/cspn/current.xml");
        SchemeInformation demonstration = with(s ->
                copy(s, s.type(), s.operatorNames(), s.names(), s.territory(), s.legalNotices(), List.of(loopback)));
        assertThat(demonstration.distributionPoints()).containsExactly(loopback);
    }

    @Test
    void an_address_needs_post_mail_and_web() {
        Address whole = FictionalList.address();
        refused(Rule.ADDRESS_HAS_POST, () -> new Address(List.of(), whole.electronic()));
        refused(
                Rule.ADDRESS_HAS_WEB,
                () -> new Address(
                        whole.postal(), List.of(new LocalizedUri("en", URI.create("mailto:someone@vigie.example")))));
        refused(
                Rule.ADDRESS_HAS_MAIL,
                () -> new Address(
                        whole.postal(), List.of(new LocalizedUri("en", URI.create("https://vigie.example/")))));
        refused(Rule.ADDRESS_NAMES_A_COUNTRY, () -> new PostalAddress("fr", "1 rue", "Brest", null, null, "France"));
    }

    @Test
    void sequence_numbers_start_at_one() {
        refused(Rule.SEQUENCE_STARTS_AT_ONE, () -> new Issue(0, MARCH, MARCH.plusSeconds(60)));
    }

    @Test
    void a_next_update_must_follow_the_issue() {
        refused(Rule.NEXT_UPDATE_IS_AFTER_ISSUE, () -> new Issue(1, MARCH, MARCH));
    }

    @Test
    void a_next_update_more_than_six_calendar_months_away_is_refused() {
        Instant lastMoment = Instant.parse("2026-09-02T09:00:00Z");
        refused(Rule.NEXT_UPDATE_IS_WITHIN_SIX_MONTHS, () -> new Issue(1, MARCH, lastMoment.plusSeconds(1)));
        assertThat(new Issue(1, MARCH, lastMoment).nextUpdate()).isEqualTo(lastMoment);
    }

    @Test
    void times_have_whole_seconds() {
        refused(Rule.TIME_HAS_WHOLE_SECONDS, () -> new Issue(1, MARCH.plusNanos(1), MARCH.plusSeconds(60)));
    }

    private static SchemeInformation with(UnaryOperator<SchemeInformation> change) {
        return change.apply(FictionalList.scheme(FictionalList.issue()));
    }

    private static SchemeInformation copy(
            SchemeInformation s,
            URI type,
            List<Localized> operatorNames,
            List<Localized> names,
            String territory,
            List<Localized> notices,
            List<URI> points) {
        return new SchemeInformation(
                s.issue(),
                type,
                operatorNames,
                s.operatorAddress(),
                names,
                s.informationUris(),
                s.statusDetermination(),
                s.communityRules(),
                territory,
                notices,
                s.pointers(),
                points);
    }

    static void refused(Rule rule, ThrowingCallable value) {
        assertThatThrownBy(value)
                .isInstanceOfSatisfying(
                        RuleBroken.class, broken -> assertThat(broken.rule()).isEqualTo(rule))
                .hasMessageStartingWith(rule.code() + " (" + rule.number() + ", TS 119 612 cl. " + rule.clause() + ")");
    }
}
