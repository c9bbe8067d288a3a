package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.counting.DossierFigures;
import org.sceau.registry.application.counting.Figures;
import org.sceau.registry.application.counting.VisaFigures;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Visa;

/** The registry in figures, counted from what the use cases put on record, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FiguresTest {
    private static final String NEXT_QUARTER = "2026-07-01T08:00:00Z";

    @TempDir
    Path home;

    private House house;
    private Matters matters;

    private void open(Database database) {
        house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.catalogue.open();
        matters = new Matters(house);
    }

    @AfterEach
    void close_the_index() {
        house.closeIndex();
    }

    private Figures onDay(String instant) {
        house.clock.set(instant);
        house.catalogue.catchUp();
        return house.figures.today().figures();
    }

    /** Dossiers that their vendor opens, and withdraws ten days later. */
    private List<Dossier> withdrawn(int count) {
        house.clock.set("2026-05-02T08:00:00Z");
        List<Dossier> opened = Stream.generate(matters::opened).limit(count).toList();
        house.clock.set("2026-05-12T08:00:00Z");
        return opened.stream()
                .map(dossier -> house.handling.takeStep(
                        VENDOR, dossier.id(), seen(dossier), "withdraw-application", Optional.of("Sans suite.")))
                .toList();
    }

    private Visa decided(DecisionContent content) {
        var proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElse(null);
    }

    private void refused(LaboratoryId laboratory) {
        Dossier ready = matters.ready(laboratory);
        DecisionContent grant = matters.grant(ready);
        decided(Reasons.given(new DecisionContent(
                DecisionKind.REFUSE,
                grant.dossier(),
                grant.dossierVersion(),
                Optional.empty(),
                0,
                grant.effective(),
                Optional.empty(),
                grant.reasons(),
                grant.actions(),
                grant.scopes(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of())));
    }

    @ParameterizedTest
    @EnumSource
    void of_an_empty_registry_nothing_is_told(Database database) {
        open(database);

        Figures figures = onDay("2026-05-12T08:00:00Z");

        assertThat(figures.visas().families()).isEmpty();
        assertThat(figures.dossiers().stages()).isEmpty();
        assertThat(figures.dossiers().decisions()).isEmpty();
        assertThat(figures.dossiers().through()).isEqualTo("2026-03-31");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_62_a_visa_whose_holder_did_not_consent_is_in_no_count(Database database) {
        open(database);
        LaboratoryId arvor = matters.arvor();
        for (int i = 0; i < 5; i++) {
            matters.granted(arvor);
        }
        assertThat(onDay(NEXT_QUARTER).dossiers().decisions())
                .containsExactly(new DossierFigures.OfYear(DecisionKind.GRANT, 2026, 5));

        house.sql.update("update visa set listed = false where id = (select min(id) from visa)");

        Figures next = onDay("2026-07-02T08:00:00Z");
        assertThat(next.dossiers().decisions())
                .as("four of listed visas, and one that nobody may learn of")
                .isEmpty();
        assertThat(next.dossiers().refusedPerThousand(2026)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void dossiers_of_a_scheme_whose_visas_are_never_public_are_in_no_count(Database database) {
        open(database);
        withdrawn(6);
        house.sql.update("update dossier set scheme = 'r226-3', scheme_version = '1'");

        assertThat(House.SCHEMES.all().stream()
                        .filter(version -> version.id().scheme().equals(new SchemeId("r226-3"))))
                .isNotEmpty()
                .noneMatch(version -> version.isListed());
        assertThat(onDay(NEXT_QUARTER).dossiers().stages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_48_four_dossiers_are_not_told_of_and_five_are_once_the_quarter_is_over(Database database) {
        open(database);
        withdrawn(4);
        assertThat(onDay(NEXT_QUARTER).dossiers().stages()).isEmpty();
        withdrawn(1);
        assertThat(onDay("2026-06-30T08:00:00Z").dossiers().stages()).isEmpty();

        assertThat(onDay("2026-07-02T08:00:00Z").dossiers().stages())
                .containsExactly(new DossierFigures.OfStage(new SchemeId("eucc"), "draft", 5, 10, OptionalInt.empty()));
    }

    @ParameterizedTest
    @EnumSource
    void more_dossiers_than_are_read_at_once_are_all_counted(Database database) {
        open(database);
        withdrawn(61);

        assertThat(onDay(NEXT_QUARTER).dossiers().stages()).singleElement().satisfies(draft -> {
            assertThat(draft.atLeast()).isEqualTo(60);
            assertThat(draft.ninetieth()).hasValue(10);
        });
    }

    @ParameterizedTest
    @EnumSource
    void refusals_and_grants_are_counted_in_the_year_of_the_operator(Database database) {
        open(database);
        // One o'clock in the night of the New Year, in Paris.
        house.clock.set("2025-12-31T23:30:00Z");
        LaboratoryId arvor = matters.arvor();
        for (int i = 0; i < 5; i++) {
            refused(arvor);
            matters.granted(arvor);
        }

        DossierFigures told = onDay("2026-04-01T08:00:00Z").dossiers();

        assertThat(told.decisions())
                .containsExactly(
                        new DossierFigures.OfYear(DecisionKind.GRANT, 2026, 5),
                        new DossierFigures.OfYear(DecisionKind.REFUSE, 2026, 5));
        assertThat(told.refusedPerThousand(2026)).contains(500);
        assertThat(told.years()).containsExactly(2026);
        assertThat(told.stages()).extracting(DossierFigures.OfStage::stage).containsSubsequence("draft", "submitted");
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_that_was_erased_is_counted_no_more(Database database) {
        open(database);
        List<Dossier> withdrawn = withdrawn(5);
        assertThat(onDay("2040-01-05T08:00:00Z").dossiers().stages()).hasSize(1);
        Dossier one = withdrawn.get(0);
        house.erasing.ask(VENDOR, one.id(), "Fin de conservation.");
        house.erasing.approve(ADMINISTRATOR, one.id(), seen(one));

        assertThat(onDay("2040-01-06T08:00:00Z").dossiers().stages()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void visas_are_counted_by_family_year_status_and_end(Database database) {
        open(database);
        LaboratoryId arvor = matters.arvor();
        Visa visa = matters.granted(arvor);
        matters.granted(arvor);
        decided(matters.about(DecisionKind.SUSPEND, visa, Optional.of(LocalDate.parse("2026-06-10"))));

        VisaFigures.OfFamily family = onDay("2026-05-13T09:00:00Z").visas().families().stream()
                .findFirst()
                .orElseThrow();

        assertThat(family.family()).isEqualTo(visa.facts().family());
        assertThat(family.grantedIn(2026)).isEqualTo(2);
        assertThat(family.in(VisaStatus.IN_FORCE)).isEqualTo(1);
        assertThat(family.in(VisaStatus.SUSPENDED)).isEqualTo(1);
        assertThat(family.endingWithin(12)).isZero();
        assertThat(onDay("2031-03-01T09:00:00Z").visas().families().get(0).endingWithin(3))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_tell_the_same_figures_under_the_same_digest(Database database) {
        open(database);
        withdrawn(7);
        matters.granted(matters.arvor());
        house.clock.set(NEXT_QUARTER);
        house.catalogue.catchUp();
        House other = house.anotherNode(home.resolve("other"));
        other.catalogue.open();

        try {
            assertThat(other.figures.today()).isEqualTo(house.figures.today());
        } finally {
            other.closeIndex();
        }
    }
}
