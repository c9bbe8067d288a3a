package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.calendar.Holidays;
import org.sceau.registry.domain.calendar.WorkingDays;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalBasis;
import org.sceau.registry.domain.scheme.vocabulary.Level;

/** How remote identity verification, identification means and the trust services of eIDAS are conducted (reference §6 to §8). */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ShippedTrustServicesTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(ShippedTrustServicesTest.class.getClassLoader());
    private static final WorkingDays FRENCH = new WorkingDays(Holidays.french(), Set.of());

    static List<SchemeVersion> trustServices() {
        return SCHEMES.all().stream()
                .filter(version -> version.legalBases().value().contains(LegalBasis.EU_910_2014_S3))
                .toList();
    }

    @Test
    void the_trust_services_are_the_nine_of_the_official_catalogue_and_the_four_of_2024() {
        assertThat(trustServices())
                .extracting(version -> version.id().toString())
                .hasSize(13);
        assertThat(trustServices())
                .filteredOn(version -> version.id().toString().endsWith("-2024-1183"))
                .hasSize(4);
    }

    @ParameterizedTest
    @MethodSource("trustServices")
    void a_trust_service_undecided_after_three_months_is_owed_the_reasons(SchemeVersion version) {
        Procedure procedure = conduct(version).procedure();
        Deadline decision = deadline(procedure, "decision");

        assertThat(decision.missed()).isEqualTo(Deadline.Missed.OWES_REASONS);
        assertThat(decision.start().id()).isEqualTo("submitted");
        // 16 May 2026 is a Saturday.
        assertThat(decision.term().lastDay(LocalDate.of(2026, 2, 16), FRENCH)).isEqualTo(LocalDate.of(2026, 5, 18));
        assertThat(procedure.moves())
                .as("nothing starts the three months anew")
                .filteredOn(move -> move.to().equals("submitted"))
                .allMatch(move -> move.from().equals(Set.of("draft")));
    }

    @ParameterizedTest
    @MethodSource("trustServices")
    void a_trust_service_is_never_suspended_and_is_withdrawn_service_by_service(SchemeVersion version) {
        Conduct conduct = conduct(version);

        assertThat(conduct.suspension()).isEmpty();
        assertThat(conduct.decision(DecisionKind.SUSPEND)).isEmpty();
        assertThat(conduct.decision(DecisionKind.WITHDRAW))
                .get()
                .satisfies(row -> assertThat(row.source()).contains("20(3)-(3b)"));
        assertThat(conduct.followUp(DossierKind.SURVEILLANCE).orElseThrow().notice())
                .get()
                .satisfies(notice -> assertThat(notice.en()).contains("24 months"));
        assertThat(version.validity().maximum()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("trustServices")
    void a_trust_service_is_granted_only_after_its_conformity_report_and_the_answer_under_NIS_2_or_its_time(
            SchemeVersion version) {
        Procedure procedure = conduct(version).procedure();

        assertThat(reachedWithout(procedure, DossierKind.INITIAL, "opinion")).doesNotContain("granted");
        assertThat(step(procedure, "grant").documents()).contains("CONFORMITY_REPORT");
        assertThat(step(procedure, "grant").rules()).contains("nis2-answer-awaited");
        assertThat(step(procedure, "receive-opinion").rules()).contains("nis2-answer-awaited");
        assertThat(deadline(procedure, "nis2-opinion").term().length()).isEqualTo(Period.ofMonths(2));
        assertThat(deadline(procedure, "report").term().counting()).isEqualTo(Counting.WORKING_DAYS);
        assertThat(deadline(procedure, "report").term().length()).isEqualTo(Period.ofDays(3));
    }

    @Test
    void three_months_of_silence_on_a_complete_request_for_an_identification_means_are_a_rejection() {
        Deadline silence = deadline(conduct("mie-1").procedure(), "silence");

        assertThat(silence.missed()).isEqualTo(Deadline.Missed.REJECTS);
        assertThat(silence.start().id()).isEqualTo("examination");
        assertThat(silence.stops()).contains("incomplete", "granted", "refused").doesNotContain("evaluation");
        assertThat(silence.term().lastDay(LocalDate.of(2026, 2, 16), FRENCH)).isEqualTo(LocalDate.of(2026, 5, 16));
        assertThat(conduct("mie-1").procedure().deadlines())
                .filteredOn(deadline -> deadline.missed() == Deadline.Missed.REJECTS)
                .hasSize(1);
        assertThat(silence.remedy()).isPresent();
        assertThat(conduct("mie-1").decision(DecisionKind.REFUSE).orElseThrow().remedy())
                .as("Art. 54-11: a refusal states remedies and time limits")
                .isEqualTo(silence.remedy());
    }

    @Test
    void the_report_on_an_identification_means_reaches_the_authority_within_three_working_days() {
        // Monday 25 May 2026 is Whit Monday.
        assertThat(deadline(conduct("mie-1").procedure(), "report").term().lastDay(LocalDate.of(2026, 5, 22), FRENCH))
                .isEqualTo(LocalDate.of(2026, 5, 28));
    }

    @Test
    void an_identification_means_is_repealed_only_after_the_whole_exchange_of_article_54_14() {
        Procedure procedure = conduct("mie-1").procedure();
        Rule prepared = procedure.rule("repeal-not-prepared").orElseThrow();
        DeclaredApplication control = DeclaredApplication.of(DossierKind.SURVEILLANCE);

        assertThat(prepared.isBrokenIn(control)).isTrue();
        assertThat(prepared.isBrokenIn(control.with("BREACH_NOTICE", "INTENDED_DECISION")))
                .isTrue();
        DeclaredApplication informed =
                control.with("BREACH_NOTICE", "DINUM_OPINION", "EXPERT_OPINION", "INTENDED_DECISION");
        assertThat(prepared.isBrokenIn(informed))
                .as("who is informed has two months to comment")
                .isTrue();
        assertThat(prepared.isBrokenIn(informed.after("comments"))).isFalse();
        assertThat(prepared.isBrokenIn(control.with(
                        "BREACH_NOTICE", "DINUM_OPINION", "EXPERT_OPINION", "INTENDED_DECISION", "PROVIDER_COMMENTS")))
                .isFalse();
        assertThat(prepared.isBrokenIn(control.with("HOLDER_REQUEST"))).isFalse();
        for (String step : List.of("repeal", "restrict")) {
            assertThat(step(procedure, step).rules()).contains("repeal-not-prepared");
        }
        for (DecisionKind kind : List.of(DecisionKind.WITHDRAW, DecisionKind.RESTRICT)) {
            assertThat(conduct("mie-1").decision(kind).orElseThrow().rules()).contains("repeal-not-prepared");
        }
        assertThat(conduct("mie-1").decision(DecisionKind.SUSPEND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"action-plan, P2M", "dinum-opinion, P1M", "expert-opinion, P1M", "comments, P2M"})
    void the_terms_of_article_54_14_are_those_of_the_text(String id, Period length) {
        assertThat(deadline(conduct("mie-1").procedure(), id).term().length()).isEqualTo(length);
    }

    @Test
    void an_identification_means_is_not_renewed_without_the_security_impact_analysis() {
        Rule analysis = conduct("mie-1")
                .procedure()
                .rule("security-impact-analysis-missing")
                .orElseThrow();

        assertThat(analysis.isBrokenIn(DeclaredApplication.of(DossierKind.RENEWAL)))
                .isTrue();
        assertThat(analysis.isBrokenIn(
                        DeclaredApplication.of(DossierKind.RENEWAL).with("SECURITY_IMPACT_ANALYSIS")))
                .isFalse();
        assertThat(analysis.isBrokenIn(DeclaredApplication.of(DossierKind.INITIAL)))
                .isFalse();
        assertThat(conduct("mie-1").followUp(DossierKind.RENEWAL).orElseThrow().document())
                .contains("SECURITY_IMPACT_ANALYSIS");
        assertThat(version("mie-1").levels())
                .extracting(Level::id)
                .containsExactly("LOW", "SUBSTANTIAL", "HIGH", "NOT_APPLICABLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pvid-2021-03-01", "mie-1"})
    void what_verifies_an_identity_is_certified_for_two_years_at_most(String id) {
        LocalDate first = LocalDate.of(2026, 6, 22);

        assertThat(version(id).validity().isExceededBy(first, LocalDate.of(2028, 6, 23)))
                .isTrue();
        assertThat(version(id).validity().isExceededBy(first, LocalDate.of(2028, 6, 22)))
                .isFalse();
        assertThat(version(id).validity().beyond()).isEqualTo("validity-gt-2y");
    }

    @Test
    void remote_identity_verification_is_not_certified_before_the_opinion_of_the_Minister_of_the_Interior() {
        Procedure procedure = conduct("pvid-2021-03-01").procedure();
        Rule opinion = procedure.rule("interior-opinion-missing").orElseThrow();

        assertThat(opinion.isBrokenIn(DeclaredApplication.of(DossierKind.INITIAL)))
                .isTrue();
        for (DossierKind kind : List.of(DossierKind.INITIAL, DossierKind.RENEWAL)) {
            assertThat(reachedWithout(procedure, kind, "opinion")).doesNotContain("granted");
        }
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW)) {
            assertThat(conduct("pvid-2021-03-01").decision(kind).orElseThrow().rules())
                    .contains("interior-opinion-missing");
        }
    }

    @Test
    void remote_identity_verification_is_suspended_or_repealed_only_after_the_provider_could_comment() {
        Conduct conduct = conduct("pvid-2021-03-01");
        Rule heard = conduct.procedure().rule("provider-not-heard").orElseThrow();
        DeclaredApplication control = DeclaredApplication.of(DossierKind.SURVEILLANCE);

        assertThat(heard.isBrokenIn(control.with("CHANGE_REPORT"))).isTrue();
        assertThat(heard.isBrokenIn(control.with("COMMENTS_INVITATION")))
                .as("who is invited has time to answer")
                .isTrue();
        assertThat(heard.isBrokenIn(control.with("PROVIDER_COMMENTS"))).isFalse();
        assertThat(heard.isBrokenIn(control.after("comments"))).isFalse();
        assertThat(step(conduct.procedure(), "close-comments").rules()).contains("comments-still-open");
        for (DecisionKind kind : List.of(DecisionKind.SUSPEND, DecisionKind.WITHDRAW)) {
            assertThat(conduct.decision(kind).orElseThrow().rules()).contains("provider-not-heard");
        }
        assertThat(conduct.suspension()).get().matches(rule -> rule.most().isEmpty());
        assertThat(version("pvid-2021-03-01").validity().verified()).isFalse();
    }

    @Test
    void no_service_and_no_identification_means_is_left_without_its_conduct() {
        Set<String> families = Set.of("pacs", "passi", "pris", "pdis", "pvid", "mie", "secnumcloud", "pams");

        assertThat(SCHEMES.all())
                .filteredOn(version -> families.contains(version.family().value())
                        || version.legalBases().value().contains(LegalBasis.EU_910_2014_S3))
                .hasSize(9 + 2 + 13)
                .allMatch(version -> version.conduct().isPresent());
    }

    /** The stages a dossier can come to without ever entering one of them. */
    private static Set<String> reachedWithout(Procedure procedure, DossierKind kind, String avoided) {
        Set<String> seen = new HashSet<>(Set.of(procedure.start().id()));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            procedure.movesFrom(next.pop(), kind).stream()
                    .map(Move::to)
                    .filter(stage -> !stage.equals(avoided))
                    .filter(seen::add)
                    .forEach(next::push);
        }
        return seen;
    }

    private static Move step(Procedure procedure, String step) {
        return procedure.moves().stream()
                .filter(move -> move.step().equals(step))
                .collect(Collectors.collectingAndThen(Collectors.toList(), found -> found.get(0)));
    }

    private static Deadline deadline(Procedure procedure, String id) {
        return procedure.deadlines().stream()
                .filter(deadline -> deadline.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Conduct conduct(String id) {
        return conduct(version(id));
    }

    private static Conduct conduct(SchemeVersion version) {
        return version.conduct().orElseThrow();
    }

    private static SchemeVersion version(String id) {
        return SCHEMES.all().stream()
                .filter(version -> version.id().toString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
