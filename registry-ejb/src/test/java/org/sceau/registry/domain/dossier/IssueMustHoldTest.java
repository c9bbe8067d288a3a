package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;

/** Each assertion of the walks sees the violation that it is there for: what is doctored here could have been found there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class IssueMustHoldTest {
    static final LocalDate DAY = LocalDate.parse("2026-09-01");
    static final Instant AT = Instant.parse("2026-09-01T10:00:00Z");
    private static final CertificationBody AUTHORITY = new CertificationBody("9990", true, List.of());

    /** A smart card at AVA_VAN.5 with all that its certificate needs. */
    private final Map<String, FactValue> facts = new TreeMap<>(Map.of(
            "van",
            new FactValue.Whole(5),
            "technical-domain",
            FactValue.Words.of("smartcards"),
            "standard",
            FactValue.Words.of("cc-2022"),
            "assurance-components",
            new FactValue.Words(Set.of("EAL4", "AVA_VAN.5"))));

    private final List<Deposit> documents = new ArrayList<>(List.of(paper("COMMITMENTS", AT.minusSeconds(50))));
    private final List<Conclusion> conclusions = new ArrayList<>(List.of(
            conclusion("laboratory-conclusion", true, 40),
            conclusion("review-conclusion", true, 30),
            conclusion("consistency-check", true, 20)));
    private final List<Approval> approvals = new ArrayList<>();
    private Optional<String> level = Optional.empty();
    private Optional<IssueMustHold.Issued.About> about = Optional.empty();
    private CertificationBody body = AUTHORITY;
    private String scheme = "eucc";
    private LocalDate day = DAY;
    private Person granter = Story.DECIDER;

    @Test
    void what_is_in_order_passes() {
        assertThatCode(this::check).doesNotThrowAnyException();

        body = body(true, true);
        assertThatCode(this::check).doesNotThrowAnyException();

        body = body(true, false);
        approvals.add(approved("certificate-approval", DAY));
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_03_an_issuer_of_level_high_without_authorisation_or_the_word_of_the_authority_is_seen() {
        body = body(false, true);
        isSeen();

        body = body(true, false);
        isSeen();

        approvals.add(approved("certificate-approval", DAY.plusDays(1)));
        isSeen();
    }

    @Test
    void invariant_03_a_profile_that_a_body_issues_without_approval_of_it_is_seen() {
        scheme = "eucc-pp";
        body = body(true, false);
        approvals.add(approved("certificate-approval", DAY));

        isSeen();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void invariant_12_a_conclusion_that_is_missing_unfavourable_or_too_late_is_seen(int which) {
        Conclusion sound = conclusions.remove(which);
        isSeen();

        conclusions.add(sound);
        conclusions.add(conclusion(sound.type(), false, 10));
        isSeen();

        conclusions.clear();
        conclusions.add(conclusion(sound.type(), true, -10));
        isSeen();
    }

    @Test
    void invariant_12_commitments_that_are_missing_are_seen() {
        documents.clear();
        documents.add(paper("SECURITY_TARGET", AT.minusSeconds(50)));

        isSeen();
    }

    @Test
    void invariant_13_a_request_without_an_answer_is_seen() {
        approvals.add(
                Approval.asked("long-validity", "Pourquoi pas.", Story.CERTIFIER, AT, Optional.of(DAY.plusYears(7))));

        isSeen();
    }

    @Test
    void invariant_14_a_level_beside_the_one_of_its_AVA_VAN_is_seen() {
        level = Optional.of("SUBSTANTIAL");
        isSeen();

        level = Optional.empty();
        facts.remove("van");
        isSeen();
    }

    @Test
    void invariant_15_AVA_VAN_4_without_domain_profile_or_exception_is_seen() {
        facts.remove("technical-domain");
        facts.put("van", new FactValue.Whole(4));
        facts.put("protection-profiles", FactValue.Words.of("BSI-CC-PP-0084-2014"));

        isSeen();
    }

    @Test
    void invariant_16_level_basic_and_a_vendor_that_certifies_itself_are_seen() {
        granter = new Person("h.carde", "Halcyon Cards", Story.DECIDER.role());
        isSeen();

        granter = Story.DECIDER;
        scheme = "eucc-pp";
        level = Optional.of("BASIC");
        isSeen();
    }

    @Test
    void invariant_18_a_component_with_a_plus_is_seen() {
        facts.put("assurance-components", FactValue.Words.of("EAL4+"));

        isSeen();
    }

    @Test
    void invariant_26_CC_3_1_that_is_cited_after_2027_is_seen() {
        day = LocalDate.parse("2028-01-01");
        assertThatCode(this::check).doesNotThrowAnyException();

        facts.put("standard", FactValue.Words.of("cc-3.1-r5"));
        isSeen();
        about = Optional.of(new IssueMustHold.Issued.About("eucc", DAY));
        isSeen();
        about = Optional.of(
                new IssueMustHold.Issued.About("cc-fr", DAY.minusYears(2).minusDays(1)));
        isSeen();
        about = Optional.of(new IssueMustHold.Issued.About("cc-fr", DAY.minusYears(2)));
        assertThatCode(this::check).doesNotThrowAnyException();
    }

    @Test
    void invariant_63_a_marking_above_the_three_is_seen() {
        scheme = "qual-prod";
        facts.put("agrement", FactValue.Words.of("nato-restricted"));
        assertThatCode(this::check).doesNotThrowAnyException();

        facts.put("agrement", FactValue.Words.of("secret-defense"));
        isSeen();
    }

    private void isSeen() {
        assertThatThrownBy(this::check).isInstanceOf(AssertionError.class);
    }

    private void check() {
        IssueMustHold.check(
                new IssueMustHold.Issued(SchemeVersionId.of(scheme, "2025-12-29"), dossier(), day, AT, body, about),
                "here");
    }

    private Dossier dossier() {
        History history = new History(
                List.of(entry("draft", "open", Story.VENDOR), entry("granted", "grant", granter)),
                documents,
                conclusions,
                approvals,
                List.of(),
                List.of(),
                List.of());
        Application application = new Application(
                new Subject(SubjectKind.PRODUCT, "Halcyon Card OS", Optional.of("4.1.0")),
                level,
                Set.of(),
                Optional.of("SMART_CARDS"),
                false,
                facts,
                Set.of(),
                true);
        return dossier(SchemeVersionId.of(scheme, "2025-12-29"), application, history, List.of(), List.of());
    }

    static Dossier dossier(
            SchemeVersionId scheme,
            Application application,
            History history,
            List<Assignment> staff,
            List<Subcontract> subcontracts) {
        return new Dossier(
                new DossierId(new UUID(1, 2)),
                new Opening(
                        "D-2026-014",
                        scheme,
                        "0".repeat(64),
                        DossierKind.INITIAL,
                        Optional.empty(),
                        Story.VENDOR,
                        AT.minusSeconds(100),
                        DAY),
                application,
                new Parties(
                        Organisation.named("Halcyon Cards"),
                        Optional.empty(),
                        Organisation.named("Halcyon Cards"),
                        List.of()),
                List.of(),
                staff,
                subcontracts,
                history,
                7);
    }

    static StageEntry entry(String stage, String step, Person by) {
        return new StageEntry(stage, step, Optional.of(by), AT, DAY, Optional.empty());
    }

    private static Deposit paper(String type, Instant at) {
        return new Deposit(
                new UUID(3, 4), type, type, "fr", Optional.empty(), List.of(), "a".repeat(64), 10, Story.VENDOR, at);
    }

    private static Conclusion conclusion(String type, boolean favourable, int secondsBefore) {
        return new Conclusion(type, favourable, "Motifs.", Story.EVALUATOR, AT.minusSeconds(secondsBefore));
    }

    private static Approval approved(String type, LocalDate on) {
        return Approval.asked(type, "Pourquoi pas.", Story.CERTIFIER, AT, Optional.empty())
                .with(new Approval.Answer(
                        true, on, "Accordé.", Story.APPROVER, AT, Optional.of(Story.SECOND_APPROVER)));
    }

    private static CertificationBody body(boolean authorised, boolean delegated) {
        List<Entitlement> all = new ArrayList<>();
        all.add(entitlement(Entitlement.Kind.ACCREDITATION));
        if (authorised) {
            all.add(entitlement(Entitlement.Kind.AUTHORISATION));
        }
        if (delegated) {
            all.add(entitlement(Entitlement.Kind.DELEGATION));
        }
        return new CertificationBody("9991", false, all);
    }

    private static Entitlement entitlement(Entitlement.Kind kind) {
        return new Entitlement(
                kind, "REF-1", Set.of(new SchemeId("eucc")), Set.of(), DAY.minusYears(1), DAY.plusYears(1));
    }
}
