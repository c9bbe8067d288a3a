package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.revision.Revision;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** A new scheme is one file: dropped while the registry runs, it leads a dossier to its visa and the visa through its life. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ToySchemeTest {
    private static final SchemeVersionId TOY = SchemeVersionId.of("toy", "1");
    private static final Actor SECOND = new Actor("le-goff", "Autorité de démonstration", Set.of(Role.ADMINISTRATOR));

    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void a_toy_scheme_is_one_file_and_no_line_of_Java(Database database) throws IOException {
        House house = House.withOwnSchemes(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        house.editions.open();
        Matters matters = new Matters(house);
        LaboratoryId laboratory = matters.arvor();
        assertThat(refused(() -> house.opening.open(VENDOR, request(3)))).isEqualTo("scheme-unknown");

        dropped(house);

        Dossier opened = house.opening.open(VENDOR, request(3));
        assertThat(house.opening.preflight(VENDOR, opened.id()))
                .as("what is missing, with the clause of the file")
                .singleElement()
                .satisfies(finding -> assertThat(finding.source()).isEqualTo("Rule 17"));
        assertThat(refused(() -> matters.step(VENDOR, opened, "send"))).isEqualTo("document-missing");
        Dossier dossier = matters.step(VENDOR, matters.deposit(VENDOR, opened, "REQUEST"), "send");
        assertThat(dossier.stage()).isEqualTo("tried");
        dossier = house.handling.assign(CERTIFIER, dossier.id(), Matters.seen(dossier), List.of(laboratory));
        Dossier untried = dossier;
        assertThat(refused(() -> matters.step(EVALUATOR, untried, "report"))).isEqualTo("conclusion-missing");
        dossier = matters.conclude(EVALUATOR, dossier, "trial");
        dossier = matters.step(EVALUATOR, dossier, "report");
        dossier = matters.deposit(CERTIFIER, dossier, "LEAFLET");
        Dossier ready = dossier;
        assertThat(refused(() -> house.deciding.propose(CERTIFIER, grant(house, ready, "2028-05-13"))))
                .isEqualTo("seal-too-long");

        Visa visa = decided(house, grant(house, ready, "2028-05-12"));

        assertThat(visa.facts().reference().text()).isEqualTo("TOY-2026-01");
        assertThat(visa.facts().level().flatMap(level -> level.term())).contains("FIRM");
        assertThat(house.handling
                        .read(CERTIFIER, ready.id(), Optional.empty())
                        .dossier()
                        .stage())
                .isEqualTo("sealed");
        assertThat(refused(() -> house.deciding.propose(
                        CERTIFIER,
                        suspension(house, visa, house.calendar.today().plusDays(43)))))
                .isEqualTo("seal-suspended-too-long");
        Visa suspended =
                decided(house, suspension(house, visa, house.calendar.today().plusDays(20)));
        house.clock.set("2026-05-20T08:00:00Z");
        assertThat(suspended
                        .facts()
                        .statusOn(house.calendar.today(), house.schemes.statusAtEnd(TOY))
                        .status())
                .isEqualTo(VisaStatus.SUSPENDED);
        assertThat(house.comparing.compare(Matters.AUDITOR).differences()).isEmpty();
    }

    /** As its only file is, byte for byte, activated by two administrators. */
    private void dropped(House house) throws IOException {
        String name = TOY + ".yaml";
        Files.createDirectories(home.resolve("schemes"));
        try (InputStream file = Objects.requireNonNull(getClass().getResourceAsStream("/schemes-test/" + name))) {
            Files.copy(file, home.resolve("schemes").resolve(name));
        }
        String seen = house.revising
                .candidates(ADMINISTRATOR)
                .get(0)
                .version()
                .orElseThrow()
                .definition();
        Revision proposed = house.revising.propose(ADMINISTRATOR, name, seen);
        house.revising.activate(SECOND, proposed.sha256(), "Relu dans le texte.");
    }

    private static OpenDossier.Request request(int strength) {
        return new OpenDossier.Request(
                TOY,
                DossierKind.INITIAL,
                Optional.empty(),
                new Application(
                        new Subject(SubjectKind.PRODUCT, "Ours en peluche", Optional.of("1.0")),
                        Optional.empty(),
                        Set.of("LEAD"),
                        Optional.of("STAMPS"),
                        false,
                        new TreeMap<>(Map.of("strength", new FactValue.Whole(strength))),
                        Set.of(),
                        true),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static DecisionContent grant(House house, Dossier dossier, String last) {
        return content(
                house,
                DecisionKind.GRANT,
                Optional.of(dossier),
                Optional.empty(),
                Optional.of(LocalDate.parse(last)),
                Set.of("LEAD"));
    }

    private static DecisionContent suspension(House house, Visa visa, LocalDate last) {
        return content(house, DecisionKind.SUSPEND, Optional.empty(), Optional.of(visa), Optional.of(last), Set.of());
    }

    private static DecisionContent content(
            House house,
            DecisionKind kind,
            Optional<Dossier> dossier,
            Optional<Visa> visa,
            Optional<LocalDate> last,
            Set<String> scopes) {
        return new DecisionContent(
                kind,
                dossier.map(Dossier::id),
                dossier.map(Dossier::version).orElse(0L),
                visa.map(Visa::id),
                visa.map(Visa::version).orElse(0L),
                house.calendar.today(),
                last,
                Optional.of("Motifs."),
                Optional.of("À corriger."),
                scopes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Visa decided(House house, DecisionContent content) {
        Proposal proposal = house.deciding.propose(CERTIFIER, content);
        return house.deciding
                .approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static String refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal()
                .code();
    }
}
