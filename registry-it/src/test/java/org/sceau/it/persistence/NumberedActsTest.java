package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.visa.NumberedAct;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** The reports of acts on national certificates have numbers of their own, and the certificate keeps its own. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NumberedActsTest {
    private static final String ROW =
            "cspn,cspn,1.1,%s,Halcyon Cards,Serrure Libre,2.1,2025-06-22,2028-06-22,in-force,yes\n";
    private static final String HEAD =
            "family,scheme,scheme_version,reference,holder,name,versions,valid_from,valid_until,status,listed\n";

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void each_maintenance_has_the_next_number_of_its_certificate(Database database) {
        House house = house(database);
        Visa visa = imported(house, "ANSSI-CSPN-2025/16");

        Visa once = maintained(house, visa, "2.2");
        house.clock.set("2026-05-13T08:00:00Z");
        Visa twice = maintained(house, once, "2.3");

        assertThat(twice.facts().reference())
                .as("the certificate keeps its own")
                .isEqualTo(visa.facts().reference());
        assertThat(twice.facts().acts())
                .containsExactly(
                        act("ANSSI-CSPN-2025-16-M01", "2026-05-12"), act("ANSSI-CSPN-2025-16-M02", "2026-05-13"));
        assertThat(twice.facts().on(LocalDate.parse("2026-05-12")).acts())
                .as("on the day of the first")
                .containsExactly(act("ANSSI-CSPN-2025-16-M01", "2026-05-12"));
        assertThat(visa.facts().acts()).isEmpty();
        assertThat(house.comparing.compare(AUDITOR).differences())
                .as("the journal alone makes the same")
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void what_another_register_gave_and_a_catalogue_printed_is_not_given_again(Database database) {
        House house = house(database);
        Visa visa = imported(house, "ANSSI-CSPN-2025/16-M02");

        assertThat(maintained(house, visa, "2.2").facts().acts())
                .containsExactly(act("ANSSI-CSPN-2025-16-M03", "2026-05-12"));
    }

    @ParameterizedTest
    @EnumSource
    void a_catalogue_that_does_not_tell_the_acts_changes_none_of_them(Database database) {
        House house = house(database);
        Visa visa = imported(house, "ANSSI-CSPN-2025/16");
        Visa maintained = maintained(house, visa, "2.2");

        house.importCsv(HEAD + ROW.formatted("ANSSI-CSPN-2025/16").replace("Serrure Libre", "Serrure libre"), false);

        assertThat(house.visas.find(visa.id()).orElseThrow().facts().acts())
                .isEqualTo(maintained.facts().acts())
                .isNotEmpty();
    }

    /** An importer keeps what it cannot read, and says so; nine digits are no count of acts. */
    @ParameterizedTest
    @EnumSource
    void to_a_reference_that_nobody_can_read_no_number_is_added_and_the_decision_takes_its_course(Database database) {
        House house = house(database);
        Visa visa = imported(house, "ANSSI-CSPN-2025/16-M999999999");

        Visa maintained = maintained(house, visa, "2.2");

        assertThat(maintained.facts().acts()).isEmpty();
        assertThat(maintained.facts().subject().versions())
                .hasValueSatisfying(said -> assertThat(said).contains("2.2"));
    }

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static Visa imported(House house, String reference) {
        house.importCsv(HEAD + ROW.formatted(reference), false);
        return house.visas.latest(1).get(0);
    }

    private static NumberedAct act(String reference, String day) {
        return new NumberedAct(reference, DecisionKind.MAINTAIN, LocalDate.parse(day));
    }

    private static Visa maintained(House house, Visa visa, String version) {
        Matters matters = new Matters(house);
        Dossier dossier = house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        SchemeVersionId.of("cspn", "1.1"),
                        DossierKind.MAINTENANCE,
                        Optional.of(visa.id()),
                        new Application(
                                new Subject(SubjectKind.PRODUCT, "Serrure Libre", Optional.of(version)),
                                Optional.empty(),
                                Set.of(),
                                Optional.of("SOFTWARE"),
                                false,
                                Map.of(
                                        "cryptography", new FactValue.Flag(false),
                                        "recognised-certificate", new FactValue.Flag(false)),
                                Set.of(),
                                true),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()));
        for (String type : List.of("APPLICATION", "SECURITY_TARGET", "IMPACT_ANALYSIS_REPORT")) {
            dossier = matters.deposit(VENDOR, dossier, type);
        }
        dossier = matters.step(VENDOR, dossier, "submit");
        dossier = matters.step(CERTIFIER, dossier, "admit");
        dossier = matters.deposit(CERTIFIER, dossier, "MAINTENANCE_REPORT");
        dossier = matters.conclude(CERTIFIER, dossier, "minor-change");
        dossier = matters.step(CERTIFIER, dossier, "rule-minor");
        DecisionContent content =
                Matters.ofVersions(matters.about(DecisionKind.MAINTAIN, dossier, visa, Optional.empty()), version);
        Proposal proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }
}
