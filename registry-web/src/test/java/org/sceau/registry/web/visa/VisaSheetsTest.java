package org.sceau.registry.web.visa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Languages;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.infrastructure.schemes.SchemesFromResources;
import org.sceau.registry.web.address.Links;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class VisaSheetsTest {
    private static final Schemes SCHEMES = SchemesFromResources.load(Schemes.class.getClassLoader());
    private static final HolderVisas ALONE = new HolderVisas("", 1, List.of());
    private static final LocalDate LATER = LocalDate.parse("2027-09-22");

    private static VisaSheet sheet(Visa visa, Language language) {
        return new VisaSheets(
                        SCHEMES,
                        FictionalVisas.CALENDAR,
                        new Links(Languages.USUAL, language),
                        "urn:demo:",
                        FictionalVisas.TODAY)
                .sheet(visa, ALONE);
    }

    private static List<String> lines(List<Fact> facts, String label) {
        return facts.stream()
                .filter(fact -> fact.label().equals(label))
                .flatMap(fact -> fact.lines().stream())
                .map(Fact.Line::text)
                .toList();
    }

    @Test
    void a_level_that_the_source_left_out_is_said_to_be_unstated() {
        VisaSheet sheet = sheet(FictionalVisas.auditor(Optional.empty(), LATER), Language.FRENCH);

        assertThat(lines(sheet.facts(), "Niveau"))
                .startsWith("non précisé par la source")
                .hasSize(2);
    }

    @Test
    void invariant_67_not_applicable_is_a_value_of_its_own_and_explained() {
        Visa visa = FictionalVisas.auditor(Optional.of(Claim.known(Level.NOT_APPLICABLE, "Sans objet")), LATER);

        assertThat(lines(sheet(visa, Language.FRENCH).facts(), "Niveau").get(1)).startsWith("Sans objet");
    }

    @Test
    void a_word_that_the_scheme_does_not_know_is_shown_as_printed_and_said_so() {
        VisaSheet sheet = sheet(FictionalVisas.product(), Language.FRENCH);

        assertThat(lines(sheet.facts(), "Catégorie"))
                .containsExactly("Equipement s matériels", "Tel que la source l’imprime ; inconnu du dispositif.");
    }

    @Test
    void a_flag_that_has_no_text_yet_is_still_said() {
        VisaSheet sheet = sheet(FictionalVisas.auditor(Optional.empty(), LATER), Language.ENGLISH);

        assertThat(sheet.remarks())
                .containsExactly("The source prints no level.", "Peculiarity found in the source: never-heard-of.");
    }

    @Test
    void scopes_that_are_not_granted_stand_beside_the_granted_one() {
        VisaSheet sheet = sheet(FictionalVisas.auditor(Optional.empty(), LATER), Language.ENGLISH);

        assertThat(sheet.scopes()).hasSize(5);
        assertThat(sheet.scopes()).filteredOn(scope -> scope.granted()).hasSize(1);
    }

    @Test
    void a_visa_that_ran_out_says_when_and_its_history_ends_with_it() {
        Visa visa = FictionalVisas.auditor(Optional.empty(), LocalDate.parse("2026-09-30"));

        VisaSheet sheet = sheet(visa, Language.ENGLISH);

        assertThat(sheet.verdict().says()).isEqualTo("Expired since 1 October 2026");
        assertThat(sheet.history())
                .extracting(HistoryEvent::what)
                .containsExactly("Recorded in this registry", "Expired", "Qualified");
    }

    /** Status matrix, last column. */
    @Test
    void a_holder_advertises_its_visa_while_it_is_in_force_and_at_no_other_time() {
        Visa ended = FictionalVisas.auditor(Optional.empty(), LocalDate.parse("2026-09-30"));
        Visa suspended = FictionalVisas.auditor(
                Optional.empty(),
                LATER,
                new StatusChange(
                        VisaStatus.SUSPENDED, FictionalVisas.TODAY, Optional.empty(), Optional.of("À l’étude.")));

        assertThat(lines(sheet(ended, Language.ENGLISH).facts(), "Advertising"))
                .containsExactly("Not open to its holder");
        assertThat(lines(sheet(suspended, Language.FRENCH).facts(), "Mise en avant"))
                .containsExactly("Pas permise à son titulaire");
        assertThat(lines(
                        sheet(FictionalVisas.auditor(Optional.empty(), LATER), Language.ENGLISH)
                                .facts(),
                        "Advertising"))
                .containsExactly("Open to its holder, within the scope of the visa and for what was evaluated");
    }

    @Test
    void history_goes_from_the_newest_day_to_the_oldest_and_names_a_lifted_suspension() {
        Visa visa = FictionalVisas.auditor(
                Optional.empty(),
                LATER,
                new StatusChange(
                        VisaStatus.SUSPENDED,
                        LocalDate.parse("2026-07-16"),
                        Optional.of(LocalDate.parse("2026-08-27")),
                        Optional.of("Vulnérabilité à l’étude.")),
                StatusChange.inForce(LocalDate.parse("2026-08-26")));

        VisaSheet sheet = sheet(visa, Language.FRENCH);

        assertThat(sheet.history())
                .extracting(HistoryEvent::what)
                .containsExactly("Inscrit dans ce registre", "Suspension levée", "Suspendu", "Qualifié");
        assertThat(sheet.history().get(2).text())
                .isEqualTo("Jusqu’au 27 août 2026 au plus tard. Vulnérabilité à l’étude.");
    }

    @Test
    void history_tells_what_was_said_before_and_a_sheet_of_an_earlier_day_tells_it_as_it_was() {
        Visa granted = FictionalVisas.auditor(Optional.of(Claim.known("HIGH", "Élevé")), LATER);
        LocalDate turn = LocalDate.parse("2026-05-04");
        Visa lowered = FictionalVisas.visa(granted.facts()
                .saying(
                        granted.facts()
                                .terms()
                                .at(Optional.of(Claim.known("SUBSTANTIAL", "Substantiel")))
                                .until(Optional.of(LATER.plusYears(1))),
                        turn));

        assertThat(sheet(lowered, Language.FRENCH).history().get(1))
                .extracting(HistoryEvent::effective, HistoryEvent::what, HistoryEvent::text)
                .containsExactly(
                        turn,
                        "Contenu modifié",
                        "Niveau : substantiel (auparavant : élevé). "
                                + "Dernier jour : 22 septembre 2028 (auparavant : 22 septembre 2027).");
        assertThat(lines(sheet(lowered, Language.ENGLISH).facts(), "Level").get(0))
                .isEqualTo("Substantial");
        VisaSheet before = new VisaSheets(
                        SCHEMES,
                        FictionalVisas.CALENDAR,
                        new Links(Languages.USUAL, Language.ENGLISH),
                        "urn:demo:",
                        turn.minusDays(1))
                .sheet(lowered, ALONE);
        assertThat(lines(before.facts(), "Level").get(0)).isEqualTo("High");
        assertThat(before.history()).extracting(HistoryEvent::what).contains("Content changed");
    }

    @Test
    void invariant_36_a_version_that_came_by_maintenance_says_so_among_the_versions() {
        Visa product = FictionalVisas.product();
        Subject subject = product.facts().subject();
        Visa maintained = FictionalVisas.visa(product.facts()
                .saying(product.facts().terms().about(subject.maintainedAs("9.9.1")), LocalDate.parse("2026-06-11")));

        assertThat(lines(sheet(maintained, Language.ENGLISH).facts(), "Versions")
                        .get(0))
                .isEqualTo(subject.versions().orElseThrow() + ", 9.9.1 (maintenance)");
        assertThat(sheet(maintained, Language.FRENCH).covers()).contains("9.9.1 (maintenance)");
        assertThat(lines(sheet(product, Language.ENGLISH).facts(), "Versions").get(0))
                .isEqualTo(subject.versions().orElseThrow());
    }

    @Test
    void history_tells_the_category_of_a_withdrawal_in_the_language_of_the_page() {
        Visa visa = FictionalVisas.auditor(
                Optional.empty(),
                LATER,
                new StatusChange(
                        VisaStatus.WITHDRAWN,
                        LocalDate.parse("2026-07-16"),
                        Optional.empty(),
                        Optional.of("Rapport 12."),
                        Set.of("requirement-broken")));

        assertThat(sheet(visa, Language.FRENCH).history().get(1).text())
                .isEqualTo("Motif\u00a0: Exigence du référentiel enfreinte. Rapport 12.");
        assertThat(sheet(visa, Language.ENGLISH).history().get(1).text())
                .isEqualTo("Reason: Requirement broken. Rapport 12.");
    }

    @Test
    void a_status_that_is_still_to_come_says_so() {
        Visa visa = FictionalVisas.auditor(
                Optional.empty(), LATER, StatusChange.of(VisaStatus.WITHDRAWN, LocalDate.parse("2026-12-24"), "Fin."));

        VisaSheet sheet = sheet(visa, Language.FRENCH);

        assertThat(sheet.verdict().tag()).isEqualTo("En vigueur");
        assertThat(sheet.history().get(0).text()).isEqualTo("À venir. Fin.");
    }

    @Test
    void a_sponsor_that_is_the_holder_in_another_spelling_is_not_named_twice() {
        assertThat(lines(sheet(FictionalVisas.product(), Language.FRENCH).facts(), "Commanditaire"))
                .isEmpty();
    }

    @Test
    void the_other_visas_and_spellings_of_a_holder_are_one_link_away() {
        HolderVisas holder = new HolderVisas("/catalogue?holder=halcyoncards", 12, List.of("Halcyon Cards SAS"));
        VisaSheet sheet = new VisaSheets(
                        SCHEMES,
                        FictionalVisas.CALENDAR,
                        new Links(Languages.USUAL, Language.FRENCH),
                        "urn:demo:",
                        FictionalVisas.TODAY)
                .sheet(FictionalVisas.product(), holder);

        assertThat(lines(sheet.facts(), "Titulaire"))
                .containsExactly(
                        "Halcyon Cards, SIREN 000 000 000",
                        "Ses 12 visas",
                        "Aussi écrit dans le registre : Halcyon Cards SAS");
    }

    @Test
    void a_product_shows_its_conditions_documents_origin_and_name_in_lists() {
        VisaSheet sheet = sheet(FictionalVisas.product(), Language.FRENCH);

        assertThat(sheet.title()).isEqualTo("Relais Sénart, 5.2");
        assertThat(sheet.reference()).isEqualTo("DEMO-CSPN-2026/11");
        assertThat(sheet.conditionsTitle()).isEqualTo("Deux conditions d’emploi");
        assertThat(sheet.documents())
                .containsExactly(new LinkedDocument(
                        "Certificat",
                        "https://documents.registre.example/c.pdf",
                        "documents.registre.example",
                        "ab".repeat(32)));
        assertThat(lines(sheet.origin(), "Place dans la source")).containsExactly("p. 44, #7");
        assertThat(lines(sheet.origin(), "Inscrit le")).containsExactly("20 novembre 2026, 16\u00a0h\u00a040");
        assertThat(sheet.urn()).isEqualTo("urn:demo:DEMO-CSPN-2026-11");
    }
}
