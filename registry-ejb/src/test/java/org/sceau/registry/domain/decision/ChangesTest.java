package org.sceau.registry.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.dossier.Story;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.RecommendationOverride;
import org.sceau.registry.domain.visa.Reference;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Validity;
import org.sceau.registry.domain.visa.VisaFacts;

/** Vigie Ponant is qualified for search, investigation and malware analysis at level high. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChangesTest {
    private static final SchemeVersion PRIS =
            Story.SCHEMES.version(SchemeVersionId.of("pris", "3.0")).orElseThrow();
    private static final String SEARCH = "COMPROMISE_INDICATOR_SEARCH";
    private static final String INVESTIGATION = "DIGITAL_INVESTIGATION";
    private static final String MALWARE = "MALWARE_ANALYSIS";

    @Test
    void a_reduction_that_takes_nothing_or_adds_something_is_none() {
        assertThat(changed(DecisionKind.REDUCE_SCOPE, SEARCH, INVESTIGATION, MALWARE))
                .isEqualTo("scope-not-reduced");
        assertThat(changed(DecisionKind.REDUCE_SCOPE, SEARCH, INVESTIGATION, "INVESTIGATION_COORDINATION"))
                .isEqualTo("scope-not-reduced");
        assertThat(changed(DecisionKind.REDUCE_SCOPE, SEARCH, INVESTIGATION)).isEqualTo("none");
    }

    @Test
    void what_remains_must_still_go_together() {
        assertThat(changed(DecisionKind.REDUCE_SCOPE, SEARCH, MALWARE)).isEqualTo("scope-rec-inv");
    }

    @Test
    void an_extension_keeps_what_there_was_and_knows_what_it_adds() {
        assertThat(changed(DecisionKind.EXTEND_SCOPE, SEARCH, INVESTIGATION, "INVESTIGATION_COORDINATION"))
                .isEqualTo("scope-not-extended");
        assertThat(changed(DecisionKind.EXTEND_SCOPE, SEARCH, INVESTIGATION, MALWARE, "CYBER_CRISIS_MANAGEMENT"))
                .isEqualTo("scope-not-in-version");
        assertThat(changed(DecisionKind.EXTEND_SCOPE, SEARCH, INVESTIGATION, MALWARE, "INVESTIGATION_COORDINATION"))
                .isEqualTo("none");
    }

    @Test
    void invariant_40_an_extension_grants_no_pair_of_activity_and_level_that_was_not_asked_for() {
        DecisionContent lower = content(
                DecisionKind.EXTEND_SCOPE,
                Set.of(SEARCH, INVESTIGATION, MALWARE, "INVESTIGATION_COORDINATION"),
                Optional.of("SUBSTANTIAL"),
                Optional.empty());
        assertThat(code(lower)).isEqualTo("extension-level");
        DecisionContent same = content(
                DecisionKind.EXTEND_SCOPE,
                Set.of(SEARCH, INVESTIGATION, MALWARE, "INVESTIGATION_COORDINATION"),
                Optional.of("HIGH"),
                Optional.empty());
        assertThat(code(same)).isEqualTo("none");
        assertThat(extended(same, Set.of("INVESTIGATION_COORDINATION"), "SUBSTANTIAL"))
                .isEqualTo("grant-beyond-application");
        assertThat(extended(same, Set.of("CYBER_CRISIS_MANAGEMENT"), "HIGH")).isEqualTo("grant-beyond-application");
        assertThat(extended(same, Set.of("INVESTIGATION_COORDINATION"), "HIGH")).isEqualTo("none");
    }

    @Test
    void invariant_40_a_level_is_raised_for_activities_that_were_all_asked_for_at_the_higher_one() {
        VisaFacts substantial = Effects.on(
                ponant(),
                PRIS,
                rule(DecisionKind.DEGRADE_LEVEL),
                content(DecisionKind.DEGRADE_LEVEL, Set.of(), Optional.of("SUBSTANTIAL"), Optional.empty()),
                "d.ecider",
                LocalDate.parse("2028-01-10"));
        Set<String> all = Set.of(SEARCH, INVESTIGATION, MALWARE);
        DecisionContent same = content(DecisionKind.EXTEND_SCOPE, all, Optional.of("SUBSTANTIAL"), Optional.empty());
        DecisionContent higher = content(DecisionKind.EXTEND_SCOPE, all, Optional.of("HIGH"), Optional.empty());
        DecisionContent unknown = content(DecisionKind.EXTEND_SCOPE, all, Optional.of("SUPREME"), Optional.empty());
        DecisionContent none = content(DecisionKind.EXTEND_SCOPE, all, Optional.of("NOT_APPLICABLE"), Optional.empty());

        for (DecisionContent nothing : List.of(same, unknown, none)) {
            assertThat(Changes.changed(PRIS, nothing, substantial).map(Refusal::code))
                    .hasValue("scope-not-extended");
        }
        assertThat(Changes.extended(PRIS, Set.of(SEARCH, INVESTIGATION), Optional.of("HIGH"), higher, substantial)
                        .map(Refusal::code))
                .as("one activity was not looked at for the higher level")
                .hasValue("grant-beyond-application");
        assertThat(Changes.extended(PRIS, all, Optional.of("SUBSTANTIAL"), higher, substantial)
                        .map(Refusal::code))
                .hasValue("grant-beyond-application");
        assertThat(Changes.changed(PRIS, higher, substantial)).isEmpty();
        assertThat(Changes.extended(PRIS, all, Optional.of("HIGH"), higher, substantial))
                .isEmpty();
        VisaFacts raised = Effects.on(
                substantial, PRIS, rule(DecisionKind.EXTEND_SCOPE), higher, "d.ecider", LocalDate.parse("2028-01-10"));
        assertThat(raised.level().flatMap(Claim::term)).hasValue("HIGH");
        assertThat(raised.scopes()).isEqualTo(all);
    }

    @Test
    void invariant_66_the_flag_of_national_security_is_added_by_an_extension_and_taken_by_a_reduction() {
        Set<String> all = Set.of(SEARCH, INVESTIGATION, MALWARE);
        DecisionContent same = content(DecisionKind.EXTEND_SCOPE, all, Optional.of("HIGH"), Optional.empty());
        DecisionContent adds = flag(same, true);
        assertThat(Changes.changed(PRIS, same, ponant()).map(Refusal::code)).hasValue("scope-not-extended");
        assertThat(Changes.changed(PRIS, flag(same, false), ponant()).map(Refusal::code))
                .hasValue("scope-not-extended");
        assertThat(Changes.changed(PRIS, adds, ponant())).isEmpty();

        VisaFacts flagged = effect(ponant(), adds);
        assertThat(flagged.nationalSecurity()).hasValue(true);
        assertThat(flagged.scopes()).isEqualTo(all);
        assertThat(flagged.on(LocalDate.parse("2028-01-09")).nationalSecurity()).hasValue(false);

        DecisionContent keeps = content(DecisionKind.REDUCE_SCOPE, all, Optional.empty(), Optional.empty());
        assertThat(Changes.changed(PRIS, keeps, flagged).map(Refusal::code)).hasValue("scope-not-reduced");
        assertThat(Changes.changed(PRIS, flag(keeps, true), flagged).map(Refusal::code))
                .hasValue("scope-not-reduced");
        assertThat(Changes.changed(PRIS, flag(keeps, false), flagged)).isEmpty();
        assertThat(effect(flagged, flag(keeps, false)).nationalSecurity()).hasValue(false);
        DecisionContent smaller =
                content(DecisionKind.REDUCE_SCOPE, Set.of(SEARCH, INVESTIGATION), Optional.empty(), Optional.empty());
        assertThat(effect(flagged, smaller).nationalSecurity())
                .as("nobody decided about it")
                .hasValue(true);
    }

    private static VisaFacts effect(VisaFacts visa, DecisionContent content) {
        return Effects.on(visa, PRIS, rule(content.kind()), content, "d.ecider", LocalDate.parse("2028-01-10"));
    }

    private static DecisionContent flag(DecisionContent content, boolean flag) {
        return new DecisionContent(
                content.kind(),
                content.dossier(),
                content.dossierVersion(),
                content.visa(),
                content.visaVersion(),
                content.effective(),
                content.lastDay(),
                content.reasons(),
                content.actions(),
                content.scopes(),
                content.level(),
                content.versions(),
                Optional.of(flag),
                content.clauses());
    }

    @Test
    void a_level_is_lowered_to_a_lower_one() {
        assertThat(level("HIGH")).isEqualTo("level-not-lower");
        assertThat(level("MEDIUM")).isEqualTo("level-not-lower");
        assertThat(level("SUBSTANTIAL")).isEqualTo("none");
    }

    @Test
    void a_prolongation_ends_later_and_within_the_maximum_from_its_own_day() {
        assertThat(prolonged("2029-05-20")).isEqualTo("end-not-later");
        assertThat(prolonged("2031-01-11")).isEqualTo(PRIS.validity().beyond());
        assertThat(prolonged("2031-01-10")).isEqualTo("none");
    }

    @Test
    void a_correction_puts_something_right_and_touches_no_decision() {
        assertThat(code(content(DecisionKind.CORRECT, Set.of(), Optional.empty(), Optional.empty())))
                .isEqualTo("correction-changes-nothing");
        assertThat(code(correcting("Vigie Ponant"))).isEqualTo("correction-changes-nothing");
        DecisionContent right = correcting("Vigie du Ponant");
        assertThat(code(right)).isEqualTo("none");

        VisaFacts corrected =
                Effects.on(ponant(), PRIS, rule(DecisionKind.CORRECT), right, "d.ecider", right.effective());
        assertThat(corrected.subject().name()).isEqualTo("Vigie du Ponant");
        assertThat(corrected.statuses()).isEqualTo(ponant().statuses());
        assertThat(corrected.validity()).isEqualTo(ponant().validity());
        assertThat(corrected.reference()).isEqualTo(ponant().reference());
    }

    @Test
    void invariant_61_a_level_set_by_hand_stands_for_the_rule_until_it_is_left_to_it_again() {
        LocalDate day = LocalDate.parse("2028-01-10");
        assertThat(code(advising(Advice.BY_RULE)))
                .as("the rule sets it already")
                .isEqualTo("advice-changes-nothing");
        assertThat(code(advising(Advice.of(Recommendation.CRITICAL)))).isEqualTo("none");
        assertThat(ponant().recommendationOn(day, Story.SCHEMES)).contains(Recommendation.OPTIMAL);

        VisaFacts set = advised(ponant(), Advice.of(Recommendation.CRITICAL));
        assertThat(set.recommendationOn(day, Story.SCHEMES)).contains(Recommendation.CRITICAL);
        assertThat(set.recommendationOverride())
                .as("who, when and why")
                .contains(new RecommendationOverride(Recommendation.CRITICAL, "d.ecider", day, "Motifs."));
        assertThat(Changes.changed(PRIS, advising(Advice.of(Recommendation.CRITICAL)), set)
                        .map(Refusal::code))
                .contains("advice-changes-nothing");

        VisaFacts left = advised(set, Advice.BY_RULE);
        assertThat(left).isEqualTo(ponant());
    }

    @Test
    void invariant_36_a_version_that_was_evaluated_does_not_come_by_maintenance_as_well() {
        assertThat(maintaining("4.1.0")).contains("version-known 4.1.0");
        assertThat(maintaining("4.1.1, 4.1.0")).contains("version-known 4.1.0");
        assertThat(maintaining("4.1.1, 4.1.2")).isEmpty();
    }

    @Test
    void invariant_24_a_correction_makes_no_second_version_of_a_first_level_certificate() {
        VisaFacts one = Decisions.router();
        VisaFacts maintained = Effects.on(
                one,
                Decisions.EUCC,
                Decisions.EUCC
                        .conduct()
                        .flatMap(conduct -> conduct.decision(DecisionKind.MAINTAIN))
                        .orElseThrow(),
                maintenance("4.1.1"),
                "d.ecider",
                LocalDate.parse("2028-01-10"));
        assertThat(maintained.subject().versions()).contains("4.1.0, 4.1.1");

        assertThat(versions(one, "4.1.0, 4.1.1")).contains("version-not-single");
        assertThat(versions(one, "4.1.2")).isEmpty();
        assertThat(versions(maintained, "4.1.0, 4.1.2"))
                .as("the second one joined by maintenance")
                .isEmpty();
        assertThat(versions(maintained, "4.1.0, 4.1.1, 4.1.2")).contains("version-not-single");
    }

    private static Optional<String> versions(VisaFacts visa, String versions) {
        SchemeVersion firstLevel =
                Story.SCHEMES.version(SchemeVersionId.of("cspn", "1.1")).orElseThrow();
        DecisionContent content = content(DecisionKind.CORRECT, Set.of(), Optional.empty(), Optional.empty())
                .correcting(
                        new Correction(Optional.empty(), Optional.of(versions), Optional.empty(), Optional.empty()));
        return Changes.changed(firstLevel, content, visa).map(Refusal::code);
    }

    private static Optional<String> maintaining(String versions) {
        return Changes.changed(Decisions.EUCC, maintenance(versions), Decisions.router())
                .map(refusal -> refusal.code() + " " + refusal.details().get("versions"));
    }

    private static DecisionContent maintenance(String versions) {
        DecisionContent plain = content(DecisionKind.MAINTAIN, Set.of(), Optional.empty(), Optional.empty());
        return new DecisionContent(
                plain.kind(),
                plain.dossier(),
                plain.dossierVersion(),
                plain.visa(),
                plain.visaVersion(),
                plain.effective(),
                plain.lastDay(),
                plain.reasons(),
                plain.actions(),
                plain.scopes(),
                plain.level(),
                Optional.of(versions),
                plain.nationalSecurity(),
                plain.clauses());
    }

    private static VisaFacts advised(VisaFacts visa, Advice advice) {
        return Effects.on(
                visa, PRIS, rule(DecisionKind.ADVISE), advising(advice), "d.ecider", LocalDate.parse("2028-01-10"));
    }

    private static DecisionRule rule(DecisionKind kind) {
        return PRIS.conduct().orElseThrow().decision(kind).orElseThrow();
    }

    private static DecisionContent advising(Advice advice) {
        return content(DecisionKind.ADVISE, Set.of(), Optional.empty(), Optional.empty())
                .advising(advice);
    }

    private static DecisionContent correcting(String name) {
        return content(DecisionKind.CORRECT, Set.of(), Optional.empty(), Optional.empty())
                .correcting(new Correction(Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private static String extended(DecisionContent content, Set<String> asked, String level) {
        return Changes.extended(PRIS, asked, Optional.of(level), content, ponant())
                .map(Refusal::code)
                .orElse("none");
    }

    private static String changed(DecisionKind kind, String... scopes) {
        return code(content(kind, Set.of(scopes), Optional.empty(), Optional.empty()));
    }

    private static String level(String level) {
        return code(content(DecisionKind.DEGRADE_LEVEL, Set.of(), Optional.of(level), Optional.empty()));
    }

    private static String prolonged(String last) {
        return code(content(DecisionKind.PROLONG, Set.of(), Optional.empty(), Optional.of(LocalDate.parse(last))));
    }

    private static String code(DecisionContent content) {
        return Changes.changed(PRIS, content, ponant()).map(Refusal::code).orElse("none");
    }

    private static DecisionContent content(
            DecisionKind kind, Set<String> scopes, Optional<String> level, Optional<LocalDate> last) {
        return new DecisionContent(
                kind,
                Optional.empty(),
                0,
                Optional.of(Decisions.VISA),
                1,
                LocalDate.parse("2028-01-10"),
                last,
                Optional.of("Motifs."),
                Optional.empty(),
                scopes,
                level,
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static VisaFacts ponant() {
        LocalDate first = LocalDate.parse("2026-05-20");
        return new VisaFacts(
                PRIS.id(),
                PRIS.family(),
                Reference.decision("812", 2026),
                new Subject(SubjectKind.SERVICE, "Vigie Ponant", Optional.empty()),
                Organisation.named("Vigie Ponant"),
                Optional.empty(),
                List.of(),
                Optional.of(Claim.known("HIGH", "Élevé")),
                Set.of(SEARCH, INVESTIGATION, MALWARE),
                Optional.empty(),
                Optional.of(false),
                Optional.empty(),
                new Validity(first, Optional.of(first.plusYears(3))),
                List.of(StatusChange.inForce(first)),
                Optional.empty(),
                true,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Set.of());
    }
}
