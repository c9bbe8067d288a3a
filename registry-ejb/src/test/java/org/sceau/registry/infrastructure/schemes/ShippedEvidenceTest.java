package org.sceau.registry.infrastructure.schemes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.surveillance.Duty;

/** Nothing is named in a definition only to be named: a row asks for it, or it is known to be somebody's choice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShippedEvidenceTest {
    /** Documents that may be there, and that no row waits for. */
    private static final Map<String, String> OPTIONAL = Map.of(
            "AUTHORISATION", "the deed itself, which follows the decision",
            "COMPLAINT", "a client's; complaints are records of their own",
            "DEVELOPER_EVIDENCE", "under the national scheme, where it comes along with the evaluation",
            "DELAY_NOTICE", "the reasons of a delay, where there is one",
            "EVALUATION_TASK_REPORT", "on the way to the technical report",
            "GUIDES", "where the product has some",
            "SUBCONTRACTORS", "where there are some; each subcontract is declared by itself, and a guard looks at it");

    /** Conclusions that are recorded as they are, whatever they say. */
    private static final Set<String> ADVICE = Set.of("pvid-2021-03-01 document-fraud-tests");

    @Test
    void each_document_is_asked_for_or_is_known_to_be_optional() {
        Map<String, Set<String>> unasked = new TreeMap<>();
        Shipped.SCHEMES
                .all()
                .forEach(scheme -> scheme.conduct()
                        .ifPresent(conduct -> conduct.procedure().documents().stream()
                                .filter(type -> !isAsked(conduct.procedure(), type))
                                .forEach(type -> unasked.computeIfAbsent(type.id(), id -> new TreeSet<>())
                                        .add(scheme.id().toString()))));

        assertThat(unasked.keySet()).as("%s", unasked).isEqualTo(new TreeSet<>(OPTIONAL.keySet()));
        assertThat(unasked.get("DEVELOPER_EVIDENCE"))
                .as("EUCC demands it with the application")
                .allMatch(scheme -> scheme.startsWith("cc-"));
    }

    @Test
    void each_conclusion_is_waited_for_by_a_row_or_is_advice() {
        Set<String> unasked = new TreeSet<>();
        Shipped.SCHEMES
                .all()
                .forEach(scheme -> scheme.conduct()
                        .ifPresent(conduct -> conduct.procedure().conclusions().stream()
                                .filter(type -> conduct.procedure().moves().stream()
                                        .noneMatch(move -> move.conclusions().contains(type.id())))
                                .filter(type -> !words(conduct.procedure()).contains("conclusion=" + type.id() + "]"))
                                .forEach(type -> unasked.add(scheme.id() + " " + type.id()))));

        assertThat(unasked).isEqualTo(new TreeSet<>(ADVICE));
    }

    @Test
    void nothing_is_given_while_a_question_waits_for_its_answer() {
        Set<DecisionKind> giving = EnumSet.of(
                DecisionKind.GRANT,
                DecisionKind.RENEW,
                DecisionKind.REISSUE_SAME_SCOPE,
                DecisionKind.REISSUE_OTHER_SCOPE,
                DecisionKind.CONFIRM,
                DecisionKind.MAINTAIN,
                DecisionKind.EXTEND_SCOPE,
                DecisionKind.PROLONG);

        assertThat(Shipped.SCHEMES.all().stream()
                        .flatMap(scheme -> scheme.conduct().stream())
                        .flatMap(conduct -> conduct.procedure().moves().stream())
                        .filter(move -> move.decides().filter(giving::contains).isPresent()))
                .hasSizeGreaterThan(100)
                .allSatisfy(move -> assertThat(move.guards())
                        .extracting(Move.Demanded::guard)
                        .contains(Guard.QUESTIONS_SETTLED));
    }

    @Test
    void what_no_act_can_ask_for_is_told_with_its_clause() {
        assertThat(Shipped.conduct("eucc", "2025-12-29").surveillance().duties())
                .extracting(Duty::id)
                .contains(
                        "authorised-after-pilot",
                        "market-surveillance-told",
                        "peer-assessment",
                        "promotion-within-certificate",
                        "purchasers-told",
                        "records-secured",
                        "reporting-channels",
                        "signature-device-notified",
                        "specimen-kept",
                        "user-information",
                        "vulnerabilities-registered");
        assertThat(Shipped.conduct("eucc", "2024-02-27").surveillance().duties())
                .as("bodies were notified by another text then")
                .extracting(Duty::id)
                .contains("promotion-within-certificate")
                .doesNotContain("records-secured");
        assertThat(Shipped.conduct("secnumcloud", "3.2").surveillance().duties())
                .extracting(Duty::id)
                .containsExactly(
                        "unqualified-said", "qualification-in-agreement", "audits-allowed", "complaint-handler-apart");
        assertThat(Shipped.conduct("mie", "1").surveillance().duties())
                .extracting(Duty::id)
                .contains("requirements-after-three-months");
    }

    /** ISO/IEC 17065, 7.13: two years apart from the client, which the registry cannot know of its people. */
    @Test
    void whoever_handles_complaints_was_apart_from_the_client_for_two_years_and_every_page_says_so() {
        assertThat(Shipped.SCHEMES.all())
                .flatExtracting(version -> version.conduct().stream().toList())
                .isNotEmpty()
                .allSatisfy(conduct -> {
                    assertThat(conduct.separations())
                            .extracting(Separation::code)
                            .contains("sod-complaint-handler");
                    assertThat(conduct.surveillance().duties())
                            .filteredOn(duty -> duty.id().equals("complaint-handler-apart"))
                            .singleElement()
                            .matches(duty -> duty.by() == Duty.Bearer.AUTHORITY && !duty.verified())
                            .matches(duty -> duty.text().en().contains("two years"));
                });
    }

    @Test
    void an_identification_means_is_certified_on_the_reasoned_opinion_of_its_evaluator() {
        for (DecisionKind kind : List.of(DecisionKind.GRANT, DecisionKind.RENEW)) {
            assertThat(Shipped.deciding(Shipped.conduct("mie", "1"), kind))
                    .as("%s", kind)
                    .isNotEmpty()
                    .allSatisfy(move -> assertThat(move.conclusions()).contains("laboratory-conclusion"));
        }
    }

    @Test
    void a_qualification_takes_in_versions_that_its_certificate_covers() {
        assertThat(Shipped.deciding(Shipped.conduct("qual-prod", "1.0"), DecisionKind.MAINTAIN))
                .isNotEmpty()
                .allSatisfy(move -> assertThat(move.rules()).contains("qual-base-subject"));
    }

    private static boolean isAsked(Procedure procedure, DocumentType type) {
        return type.neededFrom().isPresent()
                || type.publishedAs().isPresent()
                || type.documentClass() == DocumentType.DocumentClass.EXPLOITATION
                || procedure.moves().stream().anyMatch(move -> move.documents().contains(type.id()))
                || procedure.approvals().stream()
                        .anyMatch(approval -> approval.documents().contains(type.id()))
                || words(procedure).contains("type=" + type.id() + ",")
                || words(procedure).contains("type=" + type.id() + "]");
    }

    /** The conditions of rules and guards, as their records say them. */
    private static String words(Procedure procedure) {
        return Stream.concat(
                        procedure.rules().stream().map(Object::toString),
                        procedure.moves().stream().map(move -> move.guards().toString()))
                .collect(Collectors.joining("\n"));
    }
}
