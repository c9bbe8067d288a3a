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
import java.util.OptionalInt;
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
import org.sceau.registry.domain.laboratory.Entitlement;
import org.sceau.registry.domain.refusal.Refusal;
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
                Settings.LOOK_EVERY,
                false);
    }

    private static String shipped() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(OperatorFileTest.class.getResourceAsStream("/operator/default.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the demonstration's body was given, from its member to the next one of the file. */
    private static String shippedEntitlements() throws IOException {
        String file = shipped();
        int start = file.indexOf("  entitlements:");
        return file.substring(start, file.indexOf("# Which days are no working days", start));
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
                "authority: true|authority: maybe|certificationBody: authority is true or false",
                "number: \"9990\"|number: \"999\"|certificationBody: a certification body is named by four digits",
                "authority: true|authority: false~  entitlements: all|certificationBody: entitlements is no list",
                "authority: true|authority: false~  entitlements: [{}]|kind is missing",
                "authority: true|authority: false~  entitlements: [{kind: favour, reference: A, schemes: [eucc], from: 2026-01-01, until: 2026-12-31}]|kind is accreditation, notification, authorisation or delegation",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: eucc, from: 2026-01-01, until: 2026-12-31}]|schemes is a list",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [EUCC], from: 2026-01-01, until: 2026-12-31}]|entitlements:",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [], from: 2026-01-01, until: 2026-12-31}]|schemes is a list, and not an empty one",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], levels: [], from: 2026-01-01, until: 2026-12-31}]|levels is a list, and not an empty one",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], from: 2026-02-30, until: 2026-12-31}]|from has one that is no day: 2026-02-30",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], from: 2026-12-31, until: 2026-01-01}]|ends after it begins",
                "authority: true|authority: false~  entitlements: [{kind: delegation, reference: A, schemes: [eucc], from: 2026-01-01, until: 2026-12-31, colour: red}]|unknown member [colour]",
                "authority: true|authority: false~  entitlements: [{kind: accreditation, reference: A, issuer: NAB, schemes: [eucc], from: 2026-01-01}]|only a notification has no last day",
                "authority: true|authority: false~  entitlements: [{kind: accreditation, reference: A, schemes: [eucc], from: 2026-01-01, until: 2026-12-31}]|issuer is missing",
                "authority: true|authority: false~  entitlements: [{kind: authorisation, reference: A, schemes: [eucc], highestVan: 6, from: 2026-01-01, until: 2026-12-31}]|highestVan is a number from 1 to 5",
                "authority: true|authority: false~  entitlements: [{kind: authorisation, reference: A, schemes: [eucc], technicalDomains: [], from: 2026-01-01, until: 2026-12-31}]|technicalDomains is a list, and not an empty one",
                "authority: true|authority: false~  entitlements: [{kind: authorisation, reference: A, schemes: [eucc], technicalDomains: [Cards], from: 2026-01-01, until: 2026-12-31}]|technical domain",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, until: }]|until is missing or empty",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], categories: [], from: 2026-01-01}]|categories is a list, and not an empty one",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], categories: [cards], from: 2026-01-01}]|category id is not",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, suspensions: audit}]|suspensions is no list",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, suspensions: [{from: 2026-02-01}]}]|suspensions: reason is missing",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, suspensions: [{from: 2026-02-01, until: 2026-01-31, reason: x}]}]|a suspension ends after it starts",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, restrictions: [{from: 2026-02-01, categories: [SOFTWARE], reason: x}]}]|restrictions: levels is a list",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, restrictions: [{from: 2026-02-01, levels: [HIGH], reason: x}]}]|restrictions: categories is a list",
                "authority: true|authority: false~  entitlements: [{kind: notification, reference: A, schemes: [eucc], from: 2026-01-01, restrictions: [{from: 2026-02-01, levels: [HIGH], categories: [SOFTWARE], reason: x, colour: red}]}]|unknown member [colour]",
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
        String plain = shipped().replace(shippedEntitlements(), "");
        assertThat(plain).contains(line);
        Files.writeString(file, plain.replace(line, mistake.replace("~", "\n")));
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

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: accreditation, reference: ACC, issuer: NAB, schemes: [eucc], from: 2026-01-01, until: 2031-01-02}|2|accreditation-gt-5y: {latest=2031-01-01}",
                "{kind: authorisation, reference: AUT, schemes: [eucc], from: 2026-01-01, until: 2030-12-31}|2|authorisation-outlives-accreditation: {accredited-until=2029-12-31, authorisation=AUT, until=2030-12-31}",
                "{kind: authorisation, reference: AUT, schemes: [cspn], from: 2026-01-01, until: 2026-12-31}|2|authorisation-outlives-accreditation: {accredited-until=-, authorisation=AUT, until=2026-12-31}"
            })
    void invariant_04_a_body_accredited_for_too_long_or_authorised_beyond_it_stops_the_start_with_file_and_line(
            String row, int below, String said) throws IOException {
        Path file = folder.resolve("operator.yaml");
        String members = "  entitlements:\n"
                + "    - {kind: accreditation, reference: FIT, issuer: NAB, schemes: [eucc], from: 2025-01-01, until: 2029-12-31}\n";
        Files.writeString(file, shipped().replace(shippedEntitlements(), members + "    - " + row + "\n"));
        int line = lineOf(file, "  entitlements:") + below;

        assertThatThrownBy(() -> OperatorFile.read(settings(Optional.of(file))))
                .isInstanceOf(CannotStart.class)
                .hasMessage("operator-file: " + file + ":" + line + ": entitlements: " + said);

        Files.writeString(file, shipped().replace(shippedEntitlements(), members));
        assertThat(OperatorFile.read(settings(Optional.of(file)))
                        .certificationBody()
                        .entitlements())
                .hasSize(1);
    }

    private static int lineOf(Path file, String line) throws IOException {
        return Files.readAllLines(file).indexOf(line) + 1;
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
                                "certificationBody:\n  number: \"9990\"\n  authority: true\n" + shippedEntitlements(),
                                example.substring(0, example.indexOf("```"))));

        CertificationBody body = OperatorFile.read(settings(Optional.of(file))).certificationBody();

        assertThat(body.authority()).isFalse();
        assertThat(lacking(body, Entitlement.Kind.AUTHORISATION, card("HIGH", "2031-01-01")))
                .isEqualTo("issuer-not-authorised");
        assertThat(lacking(body, Entitlement.Kind.AUTHORISATION, card("HIGH", "2030-12-31")))
                .isEqualTo("nothing");
        assertThat(lacking(body, Entitlement.Kind.AUTHORISATION, card(5, "smartcards")))
                .isEqualTo("issuer-scope-van");
        assertThat(lacking(body, Entitlement.Kind.AUTHORISATION, card(4, "hw-security-boxes")))
                .isEqualTo("issuer-scope-domain");
        assertThat(lacking(body, Entitlement.Kind.AUTHORISATION, card(4, "smartcards")))
                .isEqualTo("nothing");
        assertThat(body.entitlements())
                .filteredOn(one -> one.kind() == Entitlement.Kind.ACCREDITATION)
                .allSatisfy(one -> assertThat(one.issuer()).hasValue("National accreditation body"));
        assertThat(lacking(body, Entitlement.Kind.DELEGATION, card("HIGH", "2030-12-31")))
                .isEqualTo("issuer-not-entitled");
        assertThat(lacking(body, Entitlement.Kind.DELEGATION, asked("eucc-pp", Optional.empty(), "-", "2026-02-01")))
                .isEqualTo("nothing");
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, card("SUBSTANTIAL", "2026-01-31")))
                .isEqualTo("issuer-not-accredited");
        assertThat(lacking(body, Entitlement.Kind.ACCREDITATION, card("SUBSTANTIAL", "2026-02-01")))
                .isEqualTo("nothing");
        assertThat(lacking(
                        body,
                        Entitlement.Kind.ACCREDITATION,
                        asked("eucc", Optional.of("HIGH"), "NETWORK", "2026-02-01")))
                .isEqualTo("issuer-scope-category");
        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, card("HIGH", "2026-09-30")))
                .isEqualTo("issuer-title-suspended");
        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, card("HIGH", "2026-10-01")))
                .isEqualTo("issuer-title-restricted");
        assertThat(lacking(body, Entitlement.Kind.NOTIFICATION, card("SUBSTANTIAL", "2026-10-01")))
                .isEqualTo("nothing");
    }

    @Test
    void the_demonstration_is_accredited_and_notified_for_whatever_it_shows_without_a_gap() throws IOException {
        CertificationBody body = OperatorFile.read(settings(Optional.empty())).certificationBody();

        assertThat(LocalDate.parse("2025-02-01").datesUntil(LocalDate.parse("2035-01-01")))
                .allSatisfy(day -> {
                    for (Entitlement.Kind kind : Entitlement.Kind.values()) {
                        assertThat(lacking(body, kind, card("HIGH", day.toString())))
                                .as("%s on %s", kind, day)
                                .isEqualTo("nothing");
                    }
                });
    }

    private static CertificationBody.Asked card(int van, String domain) {
        return new CertificationBody.Asked(
                new SchemeId("eucc"),
                Optional.of("HIGH"),
                Optional.of("SMART_CARDS"),
                OptionalInt.of(van),
                Optional.of(domain),
                LocalDate.parse("2026-05-12"));
    }

    private static CertificationBody.Asked card(String level, String day) {
        return asked("eucc", Optional.of(level), "SMART_CARDS", day);
    }

    private static CertificationBody.Asked asked(String scheme, Optional<String> level, String category, String day) {
        return new CertificationBody.Asked(
                new SchemeId(scheme),
                level,
                Optional.of(category).filter(named -> !named.equals("-")),
                LocalDate.parse(day));
    }

    private static String lacking(CertificationBody body, Entitlement.Kind kind, CertificationBody.Asked asked) {
        return body.lacking(kind, asked).map(Refusal::code).orElse("nothing");
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
