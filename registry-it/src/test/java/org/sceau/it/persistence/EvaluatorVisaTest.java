package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.evaluating.ReadDossiers;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** Whoever evaluates an identity means as a qualified audit provider is one, on the day it is relied on (CPCE Art. R. 54-4). */
@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluatorVisaTest {
    /** The laboratory of the tests, as another source spells it. */
    private static final String QUALIFIED = ImportTest.HEADER
            + "passi,passi,2.2,9001,2025,ARVOR EVALUATION,Audits d'Arvor,,HIGH,PENETRATION_TEST,no,2025-02-01,2028-02-01,in-force,,,yes\n";

    @TempDir
    Path home;

    private static Dossier asked(House house, String evaluator) {
        Map<String, FactValue> facts = new TreeMap<>();
        facts.put("certification", FactValue.Words.of("level"));
        facts.put("evaluator-kind", FactValue.Words.of(evaluator));
        facts.put("region", FactValue.Words.of("FR-BRE"));
        return house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        SchemeVersionId.of("mie", "1"),
                        DossierKind.INITIAL,
                        Optional.empty(),
                        new Application(
                                new Subject(SubjectKind.SERVICE, "Alias", Optional.empty()),
                                Optional.of("HIGH"),
                                Set.of(),
                                Optional.empty(),
                                false,
                                facts,
                                Set.of(),
                                true),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
    }

    /** Why the laboratory does not fit; empty when it does. */
    private static Optional<String> obstacle(House house, Dossier dossier) {
        ReadDossiers.Candidates found = house.reading.candidates(CERTIFIER, dossier.id());
        return found.laboratories().get(0).refusal().map(refusal -> refusal.code());
    }

    @ParameterizedTest
    @EnumSource
    void a_laboratory_without_the_visa_that_its_title_claims_evaluates_nothing(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        LaboratoryId arvor = new Matters(house).arvor();
        Dossier asked = asked(house, "qualified-passi");
        assertThat(obstacle(house, asked)).contains("lab-visa-missing");
        assertThat(catchThrowableOfType(
                                Refused.class,
                                () -> house.handling.assign(
                                        CERTIFIER, asked.id(), OptionalLong.empty(), List.of(arvor)))
                        .refusal()
                        .code())
                .isEqualTo("lab-visa-missing");

        house.importCsv(QUALIFIED, false);
        assertThat(obstacle(house, asked)).isEmpty();
        assertThat(obstacle(house, asked(house, "isms-accredited")))
                .as("the other title is another one")
                .contains("lab-accreditation-missing");

        Visa visa = house.visas.latest(1).get(0);
        var proposal = house.deciding.propose(
                CERTIFIER, new Matters(house).about(DecisionKind.WITHDRAW, visa, Optional.empty()));
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");
        assertThat(obstacle(house, asked)).contains("lab-visa-missing");
    }
}
