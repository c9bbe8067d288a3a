package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.recording.Certificates;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.publication.Certificate;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.visa.Visa;

/** What a granted certificate says and rests on, and what of it leaves the house. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublicationTest {
    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static Refusal refused(Runnable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act::run), "it was accepted")
                .refusal();
    }

    private static Dossier deposit(
            House house, Dossier dossier, String type, Optional<String> edition, List<String> sections, String bytes) {
        return house.handling.deposit(
                type.equals("SECURITY_TARGET") ? VENDOR : CERTIFIER,
                dossier.id(),
                seen(dossier),
                new HandleDossier.Paper(type, type, "fr", edition, sections, bytes.repeat(64), 1_000));
    }

    @Test
    void invariant_17_a_report_that_lacks_a_section_of_its_version_grants_nothing() {
        House house = house(Database.H2);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        List<String> sections =
                new ArrayList<>(Matters.sections(house.schemes, ready.opening().scheme()));
        sections.remove("results");
        sections.remove("glossary");
        Dossier poorer = deposit(house, ready, "CERTIFICATION_REPORT", Optional.empty(), sections, "b");

        Refusal incomplete = refused(() -> house.deciding.propose(DECIDER, matters.grant(poorer)));
        assertThat(incomplete.code()).isEqualTo("report-incomplete");
        assertThat(incomplete.details()).containsEntry("missing", "results");
        sections.add("results");
        Dossier whole = deposit(house, poorer, "CERTIFICATION_REPORT", Optional.empty(), sections, "c");
        house.deciding.propose(DECIDER, matters.grant(whole));
    }

    @Test
    void a_section_of_another_version_and_sections_of_what_is_no_report_are_refused() {
        House house = house(Database.H2);
        Dossier opened = new Matters(house).opened();

        assertThat(refused(() -> deposit(
                                house, opened, "CERTIFICATION_REPORT", Optional.empty(), List.of("testing"), "b"))
                        .code())
                .isEqualTo("section-not-in-version");
        assertThat(refused(() -> deposit(house, opened, "SECURITY_TARGET", Optional.empty(), List.of("results"), "b"))
                        .code())
                .isEqualTo("section-not-in-version");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_17_a_certificate_says_every_field_of_Annex_VII_and_never_changes(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = matters.granted(matters.arvor());
        Certificates.Issued issued = house.certificates.find(visa.id()).orElseThrow();

        List<PublicationRule.Field> fields = house.schemes
                .version(visa.facts().scheme())
                .orElseThrow()
                .conduct()
                .orElseThrow()
                .publication()
                .certificateFields();
        assertThat(issued.certificate().lines())
                .extracting(Certificate.Line::field)
                .containsExactlyElementsOf(
                        fields.stream().map(PublicationRule.Field::id).toList());
        assertThat(issued.certificate().lines())
                .filteredOn(line -> !line.field().equals("protection-profiles"))
                .allSatisfy(line -> assertThat(line.values()).as(line.field()).isNotEmpty());
        assertThat(said(issued, "identifier"))
                .containsExactly(visa.facts().reference().text());
        assertThat(said(issued, "holder"))
                .containsExactly("Halcyon Cards", "2 rue du Port, 29000 Exempleville, ZZ", "securite@halcyon.example");
        assertThat(said(issued, "mark")).hasSize(3).contains("AVA_VAN.5");
        assertThat(house.sql.number(
                        "select count(*) from journal where kind = 'certificate-issued' and entry like ?",
                        "%" + issued.sha256() + "%"))
                .isEqualTo(1);
        assertThatThrownBy(() -> house.sql.update("update certificate set content = '{}'"))
                .isInstanceOf(RuntimeException.class);
    }

    private static List<String> said(Certificates.Issued issued, String field) {
        return issued.certificate().lines().stream()
                .filter(line -> line.field().equals(field))
                .findFirst()
                .orElseThrow()
                .values();
    }

    @Test
    void invariant_51_the_sanitised_target_has_its_own_id_and_other_bytes_and_the_full_one_is_never_published() {
        House house = house(Database.H2);
        Matters matters = new Matters(house);
        Dossier opened = matters.opened();
        Dossier full = deposit(house, opened, "SECURITY_TARGET", Optional.of("ST-1.0"), List.of(), "b");

        assertThat(refused(() -> deposit(house, full, "SANITISED_SECURITY_TARGET", Optional.empty(), List.of(), "c"))
                        .code())
                .isEqualTo("sanitised-needs-own-id");
        assertThat(refused(() -> deposit(
                                house, full, "SANITISED_SECURITY_TARGET", Optional.of("ST-1.0"), List.of(), "c"))
                        .code())
                .isEqualTo("sanitised-needs-own-id");
        assertThat(refused(() -> deposit(
                                house, full, "SANITISED_SECURITY_TARGET", Optional.of("ST-lite-1.0"), List.of(), "b"))
                        .code())
                .isEqualTo("sanitised-same-bytes");
        Dossier both = deposit(house, full, "SANITISED_SECURITY_TARGET", Optional.of("ST-lite-1.0"), List.of(), "c");
        assertThat(refused(() -> deposit(house, both, "SECURITY_TARGET", Optional.of("ST-lite-1.0"), List.of(), "d"))
                        .code())
                .isEqualTo("sanitised-needs-own-id");
        assertThat(refused(() -> deposit(house, both, "SECURITY_TARGET", Optional.of("ST-1.1"), List.of(), "c"))
                        .code())
                .isEqualTo("sanitised-same-bytes");
        assertThat(house.sending.read(CERTIFIER, both.id()).content().items())
                .extracting(document -> document.type())
                .containsExactly("SANITISED_SECURITY_TARGET");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_58_a_package_is_not_sent_before_report_and_target_are_there_in_english(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(matters.arvor());
        var proposal = house.deciding.propose(DECIDER, matters.grant(ready));
        house.deciding.approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");

        Refusal incomplete = refused(() -> house.sending.send(CERTIFIER, ready.id(), OptionalLong.empty()));
        assertThat(incomplete.code()).isEqualTo("package-incomplete");
        assertThat(incomplete.details()).containsEntry("missing", "security-target/en");
        assertThat(house.sending.read(CERTIFIER, ready.id()).sent()).isEmpty();
        Dossier granted = house.dossiers.find(ready.id()).orElseThrow().dossier();
        house.handling.deposit(
                CERTIFIER,
                ready.id(),
                seen(granted),
                new HandleDossier.Paper(
                        "SANITISED_SECURITY_TARGET",
                        "Security target",
                        "en",
                        Optional.of("ST-lite-1.0"),
                        List.of(),
                        "d".repeat(64),
                        1_000));
        Dossier now = house.dossiers.find(ready.id()).orElseThrow().dossier();
        assertThat(refused(() -> house.sending.send(CERTIFIER, ready.id(), OptionalLong.of(now.version() - 1)))
                        .code())
                .as("what was looked at is not what would be on record as sent")
                .isEqualTo("concurrent-change");
        house.sending.send(CERTIFIER, ready.id(), OptionalLong.of(now.version()));
        assertThat(house.sending.read(CERTIFIER, ready.id()).sent()).isPresent();
        assertThat(refused(() -> house.sending.send(VENDOR, ready.id(), OptionalLong.empty()))
                        .code())
                .isEqualTo("role-missing");
    }
}
