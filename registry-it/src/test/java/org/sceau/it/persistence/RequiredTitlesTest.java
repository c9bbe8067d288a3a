package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.SUPERVISOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.Coverage;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;

/** A dossier that relies on titles of others asks the registry itself whether these are in force. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequiredTitlesTest {
    private static final String ROW =
            "passi,passi,2.2,9001,2025,%s,Audits,,HIGH,PENETRATION_TEST,no,2025-02-01,%s,in-force,,,yes\n";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void the_auditor_of_a_detection_service_is_another_one_with_a_PASSI_visa_in_force(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        LaboratoryId laboratory = laboratory(house);
        Dossier dossier = examined(house, laboratory, "Garance Audit");
        assertThat(refused(() -> accept(house, dossier))).isEqualTo("passi-auditor-not-qualified");
        house.importCsv(ImportTest.HEADER + ROW.formatted("Halcyon Cards", "2028-02-01"), false);
        Dossier itself = examined(house, laboratory, "HALCYON CARDS");
        assertThat(refused(() -> accept(house, itself))).isEqualTo("passi-auditor-not-independent");

        house.importCsv(
                ImportTest.HEADER
                        + ROW.formatted("GARANCE AUDIT SAS", "2026-05-31").replace("9001", "9002"),
                false);
        house.clock.set("2026-06-01T08:00:00Z");
        assertThat(refused(() -> accept(house, dossier)))
                .as("the day after its end")
                .isEqualTo("passi-auditor-not-qualified");
        house.clock.set("2026-05-31T08:00:00Z");

        assertThat(accept(house, dossier).stage()).isEqualTo("evaluation-plan");
    }

    @ParameterizedTest
    @EnumSource
    void bodies_that_share_the_tests_of_remote_identity_are_assigned_together_or_not_at_all(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        LaboratoryId service = body(house, "Vigie Ponant", "SERVICE_CONFORMITY");
        LaboratoryId tests = body(house, "Laboratoire Oxalis", "BIOMETRIC_LOGICAL_TESTS", "BIOMETRIC_PHYSICAL_TESTS");
        Dossier dossier = open(
                house,
                SchemeVersionId.of("pvid", "2021-03-01"),
                "HIGH",
                Set.of(),
                Map.of(
                        "service-name", FactValue.Words.of("Alias"),
                        "evidence-years", new FactValue.Whole(7),
                        "region", FactValue.Words.of("FR-BRE")));

        assertThat(refused(() -> assign(house, dossier, service))).isEqualTo("lab-scope-activity");
        assertThat(refused(() -> assign(house, dossier, tests))).isEqualTo("lab-scope-activity");
        assertThat(house.reading.candidates(CERTIFIER, dossier.id()).laboratories())
                .as("neither is proposed by itself")
                .hasSize(2)
                .allMatch(candidate -> candidate.refusal().isPresent());

        assertThat(assign(house, dossier, service, tests).laboratories()).containsExactly(service, tests);
    }

    private static Dossier accept(House house, Dossier dossier) {
        return house.handling.takeStep(
                CERTIFIER, dossier.id(), OptionalLong.empty(), "accept", Optional.of("Complet."));
    }

    private static Dossier assign(House house, Dossier dossier, LaboratoryId... laboratories) {
        return house.handling.assign(CERTIFIER, dossier.id(), OptionalLong.empty(), List.of(laboratories));
    }

    /** At the examination, with a laboratory. */
    private static Dossier examined(House house, LaboratoryId laboratory, String auditor) {
        Matters matters = new Matters(house);
        FactValue optionB = FactValue.Words.of("b");
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("legal-person", new FactValue.Flag(true));
        facts.put("eu-law", new FactValue.Flag(true));
        facts.put("region", FactValue.Words.of("FR-BRE"));
        facts.put("option-iv-3-4-f", optionB);
        facts.put("option-iv-3-7-l", optionB);
        facts.put("option-iv-3-14-d", optionB);
        facts.put("yearly-audit-option", FactValue.Words.of("a"));
        facts.put("passi-auditor", FactValue.Words.of(auditor));
        facts.put("event-storage-months", new FactValue.Whole(6));
        Dossier dossier = open(
                house,
                SchemeVersionId.of("pdis", "2.0"),
                "NOT_APPLICABLE",
                Set.of("INCIDENT_MANAGEMENT", "EVENT_MANAGEMENT", "NOTIFICATION_MANAGEMENT"),
                facts);
        for (String type : List.of(
                "APPLICATION",
                "COMMITMENTS",
                "LEGAL_REGISTRATION",
                "ORGANISATION_DESCRIPTION",
                "SECURITY_POLICY",
                "AGREEMENT_TEMPLATE",
                "PASSI_AUDIT_PLAN")) {
            dossier = matters.deposit(VENDOR, dossier, type);
        }
        dossier = matters.step(CERTIFIER, matters.step(VENDOR, dossier, "submit"), "admit");
        return assign(house, dossier, laboratory);
    }

    private static Dossier open(
            House house, SchemeVersionId scheme, String level, Set<String> scopes, Map<String, FactValue> facts) {
        return house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        scheme,
                        DossierKind.INITIAL,
                        Optional.empty(),
                        new Application(
                                new Subject(SubjectKind.SERVICE, "Vigie", Optional.empty()),
                                Optional.of(level),
                                scopes,
                                Optional.empty(),
                                false,
                                facts,
                                Set.of(),
                                true),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    private static LaboratoryId laboratory(House house) {
        LaboratoryId id = house.keeping
                .add(SUPERVISOR, Organisation.named(EVALUATOR.organisation()))
                .laboratory()
                .id();
        for (Competence.Title kind : List.of(Competence.Title.ACCREDITATION, Competence.Title.LICENCE)) {
            house.keeping.entitle(SUPERVISOR, id, OptionalLong.empty(), title(kind, "pdis", Coverage.NOTHING));
        }
        return id;
    }

    private static LaboratoryId body(House house, String name, String... activities) {
        LaboratoryId id = house.keeping
                .add(SUPERVISOR, Organisation.named(name))
                .laboratory()
                .id();
        Coverage coverage =
                new Coverage(OptionalInt.empty(), Set.of(), Set.of(), Set.of(), Set.of(activities), Set.of("HIGH"));
        house.keeping.entitle(
                SUPERVISOR, id, OptionalLong.empty(), title(Competence.Title.ACCREDITATION, "pvid", coverage));
        return id;
    }

    private static Title title(Competence.Title kind, String scheme, Coverage coverage) {
        return new Title(
                kind,
                kind.name(),
                "Comité fictif",
                Set.of(new SchemeId(scheme)),
                LocalDate.parse("2025-01-01"),
                LocalDate.parse("2029-12-31"),
                coverage,
                List.of());
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }
}
