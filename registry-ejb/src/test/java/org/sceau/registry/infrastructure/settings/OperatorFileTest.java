package org.sceau.registry.infrastructure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.Language;
import org.sceau.registry.application.administering.Operator;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.domain.laboratory.CertificationBody;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.task.Warnings;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OperatorFileTest {
    @TempDir
    Path folder;

    private Settings settings(Optional<Path> file) {
        return new Settings(
                folder,
                Settings.Mode.DEMO,
                URI.create("https://registre.example"),
                file,
                folder.resolve("schemes"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "test",
                Settings.LOOK_EVERY);
    }

    private static String shipped() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OperatorFileTest.class.getResourceAsStream("/operator/default.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "territory: ZZ|territory: zz|territory is two upper-case letters",
                "territory: ZZ|territory: FRA|territory is two upper-case letters",
                "zone: Europe/Paris|zone: Europe/Atlantis|zone is unknown",
                "mail: contact@registre.example|mail: |mail is missing or empty",
                "mail: contact@registre.example|courriel: x|mail is missing or empty",
                "themeStyles: []|themeStyles: []~colour: red|unknown member [colour]",
                "website: https://autorite.example/|website: 'not an address'|not an address",
                "urnSpace:|uriSpace: https://x.example/uri~urnSpace:|uriSpace must end with a slash",
                "languages: [fr, en]|languages:|languages is no list",
                "languages: [fr, en]|languages: []|languages is no list",
                "languages: [fr, en]|languages: fr|languages is no list",
                "languages: [fr, en]|languages: [fr, de]|languages names one that has no texts: de",
                "languages: [fr, en]|languages: [FR]|languages names one that has no texts: FR",
                "languages: [fr, en]|languages: [[fr], en]|languages names one that has no texts: [fr]",
                "languages: [fr, en]|languages: [en, en]|languages names one twice",
                "languages: [fr, en]|languages: [fr, en, fr]|languages names one twice",
                "authority: true|authority: maybe|certificationBody has authority: true or false",
                "number: \"9990\"|number: \"999\"|certificationBody: a certification body is named by four digits",
                "authority: true|authority: false~  entitlements: all|certificationBody has authority: true or false, and may have a list",
                "authority: true|authority: false~  entitlements: [{}]|kind is missing",
                "authority: true|authority: false~  entitlements: [{kind: favour, reference: A, schemes: [eucc], from: 2026-01-01, until: 2026-12-31}]|kind is authorisation or delegation",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: eucc, from: 2026-01-01, until: 2026-12-31}]|schemes is a list",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [EUCC], from: 2026-01-01, until: 2026-12-31}]|certificationBody:",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [], from: 2026-01-01, until: 2026-12-31}]|schemes is a list, and not an empty one",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], levels: [], from: 2026-01-01, until: 2026-12-31}]|levels is a list, and not an empty one",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], from: 2026-02-30, until: 2026-12-31}]|from has one that is no day: 2026-02-30",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], from: 2026-12-31, until: 2026-01-01}]|ends after it begins",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], from: 2026-01-01, until: 2026-12-31, colour: red}]|unknown member [colour]",
                "holidays: french|holidays: german|holidays is french or none",
                "holidays: french|holidays: [french]|holidays is french or none",
                "closedDays: []|closedDays: 2027-05-07|closedDays is a list",
                "closedDays: []|closedDays: [2027-02-30]|closedDays has one that is no day: 2027-02-30",
                "closedDays: []|closedDays: [tomorrow]|closedDays has one that is no day: tomorrow",
                "monthsBeforeEnd: [12, 6, 3, 1]|monthsBeforeEnd: [12, 12]|warnings: months before an end",
                "monthsBeforeEnd: [12, 6, 3, 1]|monthsBeforeEnd: [0]|warnings: months before an end",
                "monthsBeforeEnd: [12, 6, 3, 1]|monthsBeforeEnd: 12|warnings has monthsBeforeEnd",
                "monthsBeforeEnd: [12, 6, 3, 1]|monthsBeforeEnd: [one]|warnings has monthsBeforeEnd",
                "daysBeforeDeadline: 7|daysBeforeDeadline: 0|warnings: days before a deadline",
                "daysBeforeDeadline: 7|daysBeforeDeadline: soon|warnings has monthsBeforeEnd",
                "daysBeforeDeadline: 7|daysBefore: 7|unknown member [daysBefore]",
                "fr: Autorité de démonstration|de: Behörde|fr is missing or empty"
            })
    void a_mistake_stops_the_start_and_is_named(String line, String mistake, String said) throws IOException {
        Path file = folder.resolve("operator.yaml");
        assertThat(shipped()).contains(line);
        Files.writeString(file, shipped().replace(line, mistake.replace("~", "\n")));
        assertThatThrownBy(() -> OperatorFile.read(settings(Optional.of(file))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("operator-file")
                .hasMessageContaining(file.toString())
                .hasMessageContaining(said);
    }

    @Test
    void broken_yaml_an_absent_file_and_a_bomb_of_aliases_stop_the_start() throws IOException {
        Path file = folder.resolve("operator.yaml");
        Files.writeString(file, "name: [unclosed");
        assertThatThrownBy(() -> OperatorFile.read(settings(Optional.of(file)))).isInstanceOf(CannotStart.class);
        Files.writeString(file, "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c,*c,*c,*c]");
        assertThatThrownBy(() -> OperatorFile.read(settings(Optional.of(file)))).isInstanceOf(CannotStart.class);
        assertThatThrownBy(() -> OperatorFile.read(settings(Optional.of(folder.resolve("none.yaml")))))
                .isInstanceOf(CannotStart.class);
    }

    @Test
    void the_default_is_fictional_and_its_uris_lie_under_the_registry_itself() {
        Operator operator = OperatorFile.read(settings(Optional.empty()));
        assertThat(operator.territory()).isEqualTo("ZZ");
        assertThat(operator.uriSpace()).isEqualTo(URI.create("https://registre.example/uri/"));
        assertThat(operator.website().getHost()).endsWith(".example");
        assertThat(operator.languages().inOrder()).containsExactly(Language.FRENCH, Language.ENGLISH);
        assertThat(operator.name().fr() + operator.name().en()).doesNotContainIgnoringCase("ANSSI");
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "''|FRENCH ENGLISH",
                "languages: [fr, en]|FRENCH ENGLISH",
                "languages: [en, fr]|ENGLISH FRENCH",
                "languages: [fr]|FRENCH",
                "languages: [en]|ENGLISH"
            })
    void languages_stand_in_the_order_of_the_file_and_an_older_file_has_the_usual_two(String line, String read)
            throws IOException {
        Path file = folder.resolve("operator.yaml");
        Files.writeString(file, shipped().replace("languages: [fr, en]", line));

        assertThat(OperatorFile.read(settings(Optional.of(file))).languages().inOrder())
                .extracting(Language::name)
                .containsExactly(read.split(" "));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "holidays: french|closedDays: []|2027-07-15|2027-07-14",
                "''|''|2027-07-15|2027-07-14",
                "holidays: none|closedDays:|2027-07-14|2027-07-11",
                "holidays: none|closedDays: [2027-07-15, 2027-07-16]|2027-07-14|2027-07-16"
            })
    void working_days_are_those_of_the_file_and_an_older_file_has_the_holidays_of_france(
            String holidays, String closed, LocalDate worked, LocalDate free) throws IOException {
        Path file = folder.resolve("operator.yaml");
        Files.writeString(
                file, shipped().replace("holidays: french\n", holidays + "\n").replace("closedDays: []", closed));

        Operator operator = OperatorFile.read(settings(Optional.of(file)));

        assertThat(operator.workingDays().isWorkingDay(worked)).isTrue();
        assertThat(operator.workingDays().isWorkingDay(free)).isFalse();
    }

    @Test
    void people_are_warned_as_the_file_says_and_as_is_usual_where_an_older_one_says_nothing() throws IOException {
        Path file = folder.resolve("operator.yaml");
        Files.writeString(file, shipped().replace("[12, 6, 3, 1]", "[2, 24]"));
        assertThat(OperatorFile.read(settings(Optional.of(file))).warnings())
                .isEqualTo(new Warnings(List.of(24, 2), 7));
        Files.writeString(file, shipped().substring(0, shipped().indexOf("\nwarnings:") + 1));
        assertThat(OperatorFile.read(settings(Optional.of(file))).warnings()).isEqualTo(Warnings.USUAL);
    }

    /** The example of docs/operations.md. */
    @Test
    void a_body_that_is_not_the_authority_has_its_entitlements_with_their_days() throws IOException {
        String manual = Files.readString(Path.of("../docs/operations.md"));
        String example = manual.substring(manual.indexOf("```yaml\ncertificationBody:") + "```yaml\n".length());
        Path file = folder.resolve("operator.yaml");
        Files.writeString(
                file,
                shipped()
                        .replace(
                                "certificationBody:\n  number: \"9990\"\n  authority: true\n",
                                example.substring(0, example.indexOf("```"))));

        CertificationBody body = OperatorFile.read(settings(Optional.of(file))).certificationBody();

        assertThat(body.authority()).isFalse();
        SchemeId eucc = new SchemeId("eucc");
        LocalDate last = LocalDate.parse("2030-12-31");
        assertThat(body.holds(CertificationBody.Kind.AUTHORISATION, eucc, Optional.of("HIGH"), last))
                .isTrue();
        assertThat(body.holds(CertificationBody.Kind.AUTHORISATION, eucc, Optional.of("HIGH"), last.plusDays(1)))
                .isFalse();
        assertThat(body.holds(CertificationBody.Kind.DELEGATION, eucc, Optional.of("HIGH"), last))
                .isFalse();
        assertThat(body.holds(
                        CertificationBody.Kind.DELEGATION,
                        new SchemeId("eucc-pp"),
                        Optional.empty(),
                        LocalDate.parse("2026-02-01")))
                .isTrue();
    }

    @Test
    void days_without_a_working_day_for_weeks_stop_the_start() throws IOException {
        Path file = folder.resolve("operator.yaml");
        String all = LocalDate.parse("2027-01-01")
                .datesUntil(LocalDate.parse("2027-05-01"))
                .map(LocalDate::toString)
                .collect(Collectors.joining(", "));
        Files.writeString(file, shipped().replace("closedDays: []", "closedDays: [" + all + "]"));
        assertThatThrownBy(() -> OperatorFile.read(settings(Optional.of(file))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("leave no working day");
    }
}
