package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.RealData;
import org.sceau.it.house.ThreadDataSource;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportJob.State;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportTest {
    static final String HEADER =
            "family,scheme,scheme_version,reference,decision_year,holder,name,versions,level,scopes,national_security,"
                    + "valid_from,valid_until,status,status_since,status_reason,listed\n";
    static final String ONE_ROW = HEADER
            + "cspn,cspn,1.1,ANSSI-CSPN-2025/90,,Halcyon Cards,HC-Coffre,1.0,,,,2025-01-10,2028-01-10,in-force,,,yes\n";
    private static final LocalDate EDITION = LocalDate.parse("2025-12-05");

    @TempDir
    Path home;

    static String rows(int count) {
        StringBuilder csv = new StringBuilder(HEADER);
        for (int i = 1; i <= count; i++) {
            csv.append("passi,passi,2.2,")
                    .append(9000 + i)
                    .append(",2025,Garance Audit ")
                    .append(i)
                    .append(",Audit ")
                    .append(i)
                    .append(
                            ",,SUBSTANTIAL,ARCHITECTURE_AUDIT|PENETRATION_TEST,no,2025-02-01,2028-02-01,in-force,,,yes\n");
        }
        return csv.toString();
    }

    @ParameterizedTest
    @EnumSource
    void someone_without_the_right_imports_nothing(Database database) {
        House house = House.on(database, home);
        assertThatThrownBy(() -> house.imports.now(
                        House.LABORATORY,
                        new ImportRequest("sceau-csv", false, Optional.empty(), "x"),
                        new java.io.ByteArrayInputStream(ONE_ROW.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo("role-missing"));
        assertThat(house.count("import_job")).isZero();
        assertThat(house.count("visa")).isZero();
        assertThat(house.count("audit")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_source_that_breaks_in_the_middle_imports_nothing(Database database) {
        House house = House.on(database, home);

        ImportJob job = house.importCsv(rows(700) + "\"never closed", false);

        assertThat(job.state()).isEqualTo(State.FAILED);
        assertThat(job.failure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("csv-quotes"));
        assertThat(house.count("visa")).isZero();
        assertThat(home.resolve("imports").toFile().list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_unknown_format_an_empty_body_and_an_edition_of_tomorrow_are_refused(Database database) {
        House house = House.on(database, home);
        assertRefused("format-unknown", () -> house.importing("no-such", new byte[] {1}, true, Optional.empty()));
        assertRefused("body-empty", () -> house.importing("sceau-csv", new byte[0], true, Optional.empty()));
        assertRefused(
                "edition-in-the-future",
                () -> house.importing("sceau-csv", new byte[] {1}, true, Optional.of(LocalDate.parse("2025-12-06"))));
        assertThat(house.count("import_job")).isZero();
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatThrownBy(act::run)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @EnumSource
    void a_wrong_row_is_refused_with_its_column_and_value_and_the_others_are_created(Database database) {
        House house = House.on(database, home);
        String csv = ONE_ROW
                + "cspn,cspn,1.1,ANSSI-CSPN-2025/91,,Halcyon Cards,HC-Sas,1.0,,,,10/01/2025,2028-01-10,in-force,,,yes\n"
                + "cspn,cspn,1.1,ANSSI-CSPN-2025/92,,Halcyon Cards,HC-Clé,1.0,,,,2025-01-10,2028-01-10,in-force,,,yes\n";

        ImportJob job = house.importCsv(csv, false);

        assertThat(job.counts().created()).isEqualTo(2);
        assertThat(job.counts().refused()).isEqualTo(1);
        List<StagedRow> rows = new ArrayList<>();
        house.imports.report(House.ADMINISTRATOR, job.id(), rows::add);
        assertThat(rows).hasSize(3);
        StagedRow refused = rows.get(1);
        assertThat(refused.outcome()).isEqualTo(StagedRow.Outcome.REFUSED);
        assertThat(refused.number()).isEqualTo(2);
        assertThat(refused.remarks()).anySatisfy(remark -> {
            assertThat(remark.code()).isEqualTo("date-format");
            assertThat(remark.column()).isEqualTo("valid_from");
            assertThat(remark.value()).isEqualTo("10/01/2025");
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_dry_run_tells_what_would_happen_and_changes_nothing(Database database) {
        House house = House.on(database, home);
        ImportJob job = house.importCsv(rows(3), true);
        assertThat(job.counts().created()).isEqualTo(3);
        assertThat(house.count("visa")).isZero();
        assertThat(house.journal.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void a_second_import_changes_nothing_and_a_changed_row_makes_a_new_version(Database database) {
        House house = House.on(database, home);
        house.importCsv(rows(5), false);
        long entries = house.count("visa_version");

        ImportJob again = house.importCsv(rows(5), false);
        ImportJob changed = house.importCsv(rows(5).replace(",Audit 3,", ",Audit trois,"), false);

        assertThat(again.counts().unchanged()).isEqualTo(5);
        assertThat(again.counts().created() + again.counts().changed()).isZero();
        assertThat(entries).isEqualTo(5);
        assertThat(changed.counts().changed()).isEqualTo(1);
        assertThat(changed.counts().unchanged()).isEqualTo(4);
        Visa visa = house.visas.find(new Slug("passi-2025-9003")).orElseThrow();
        assertThat(visa.version()).isEqualTo(2);
        assertThat(house.visas.versions(visa.id()))
                .extracting(version -> version.facts().subject().name())
                .containsExactly("Audit trois", "Audit 3");
        assertThat(visa.provenance().source()).isEqualTo("sceau-csv");
    }

    @ParameterizedTest
    @EnumSource
    void what_once_held_is_not_forgotten_because_a_source_no_longer_tells_it(Database database) {
        House house = House.on(database, home);
        String suspended = ONE_ROW.replace("in-force,,,", "suspended,2025-11-01,Sans réponse,");
        house.importCsv(ONE_ROW, false);
        house.importCsv(suspended, false);

        house.clock.set("2025-12-20T11:00:00Z");
        ImportJob lifted = house.importCsv(ONE_ROW, false);
        ImportJob again = house.importCsv(ONE_ROW, false);

        assertThat(lifted.counts().changed()).isEqualTo(1);
        assertThat(again.counts().unchanged()).isEqualTo(1);
        Visa visa = house.visas.find(new Slug("ANSSI-CSPN-2025-90")).orElseThrow();
        assertThat(visa.facts().statuses())
                .extracting(change -> change.since() + " " + change.status().code())
                .containsExactly("2025-01-10 in-force", "2025-11-01 suspended", "2025-12-20 in-force");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_62_an_unlisted_visa_leaves_no_trace_that_a_reader_could_see(Database database) {
        House house = House.on(database, home);
        String unlisted = ONE_ROW.replace(",yes\n", ",no\n");
        house.importCsv(unlisted, false);
        house.issuing.issueDue();

        assertThat(house.lists.current()).isEmpty();
        String entry = house.sql
                .one("select entry from journal where kind = 'visa-recorded'", row -> row.getString(1))
                .orElseThrow();
        assertThat(entry).contains("\"content\":{}").doesNotContain("cspn", "Halcyon", "ANSSI", "effective", "l. 2");
        String other = ONE_ROW.replace("Halcyon Cards,HC-Coffre", "Brume Télécom,Passerelle");
        ImportJob second = house.importCsv(other, false);
        assertThat(second.counts().refused())
                .as("one reference, another holder: never taken for the same visa")
                .isEqualTo(1);
        ImportJob consent = house.importCsv(ONE_ROW, false);
        assertThat(consent.counts().changed()).isEqualTo(1);
        assertThat(house.visas.find(new Slug("ANSSI-CSPN-2025-90")))
                .hasValueSatisfying(visa -> assertThat(visa.version()).isEqualTo(2));
        house.issuing.issueDue();
        assertThat(house.lists.current()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void visas_that_an_edition_no_longer_has_are_counted_and_kept(Database database) {
        House house = House.on(database, home);
        house.importCsv(rows(5), false);
        ImportJob shorter = house.importCsv(rows(3), false);
        assertThat(shorter.counts().absent()).isEqualTo(2);
        assertThat(house.count("visa")).isEqualTo(5);
    }

    @ParameterizedTest
    @EnumSource
    void what_another_source_recorded_is_never_overwritten(Database database) {
        House house = House.on(database, home);
        house.importCsv(ONE_ROW, false);
        house.sql.update("update visa set source = 'decision'");

        ImportJob job = house.importCsv(ONE_ROW.replace("HC-Coffre", "HC-Autre"), false);

        assertThat(job.counts().refused()).isEqualTo(1);
        assertThat(house.visas.find(new Slug("ANSSI-CSPN-2025-90")))
                .hasValueSatisfying(
                        visa -> assertThat(visa.facts().subject().name()).isEqualTo("HC-Coffre"));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_68_rows_of_one_printed_reference_are_visas_of_their_own_and_one_that_may_be_either_is_refused(
            Database database) {
        House house = House.on(database, home);
        String two = ONE_ROW
                + "cspn,cspn,1.1,ANSSI-CSPN-2025/90,,Halcyon Cards,HC-Sas,1.0,,,,2025-01-10,2028-01-10,in-force,,,yes\n";
        house.importCsv(two, false);

        ImportJob either = house.importCsv(ONE_ROW.replace("HC-Coffre", "HC-Inconnu"), false);
        ImportJob second = house.importCsv(two.replace("HC-Sas,1.0", "HC-Sas,1.1"), false);

        assertThat(either.counts().refused()).isEqualTo(1);
        assertThat(second.counts().changed()).isEqualTo(1);
        assertThat(second.counts().unchanged()).isEqualTo(1);
        assertThat(house.count("visa")).isEqualTo(2);
        assertThat(subject(house, "ANSSI-CSPN-2025-90")).isEqualTo("HC-Coffre, version 1");
        assertThat(subject(house, "ANSSI-CSPN-2025-90~2")).isEqualTo("HC-Sas, version 2");
    }

    private static String subject(House house, String slug) {
        Visa visa = house.visas.find(new Slug(slug)).orElseThrow();
        return visa.facts().subject().name() + ", version " + visa.version();
    }

    @ParameterizedTest
    @EnumSource
    void a_killed_import_goes_on_after_the_last_whole_portion(Database database) {
        House house = House.on(database, home);
        house.database.dieAtCommit(20);
        String csv = rows(1_000);

        assertThatThrownBy(() -> house.importCsv(csv, false)).isInstanceOf(ThreadDeath.class);

        house.database.live();
        long before = house.count("visa");
        assertThat(before).as("the kill came while rows were recorded").isBetween(1L, 999L);
        assertThat(house.count("visa_version")).isEqualTo(before);
        assertThat(house.sql.number("select count(*) from journal where kind = 'visa-recorded'"))
                .isEqualTo(before);
        House restarted = house.restarted();
        ImportJob unfinished = restarted.jobs.unfinished().get(0);
        ImportJob done = restarted.importRun.carryOut(unfinished.id(), House.ADMINISTRATOR);

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.counts().created()).isEqualTo(1_000);
        assertThat(restarted.count("visa")).isEqualTo(1_000);
        assertThat(restarted.count("visa_version")).isEqualTo(1_000);
    }

    @ParameterizedTest
    @EnumSource
    void a_cancelled_import_keeps_whole_visas_only_and_the_same_file_goes_on(Database database) {
        House house = House.on(database, home);
        house.database.beforeCommit(
                8,
                () -> house.jobs.askCancel(house.sql
                        .one("select id from import_job", row -> row.getString(1))
                        .orElseThrow()));

        ImportJob job = house.importCsv(rows(1_000), false);

        assertThat(job.state()).isEqualTo(State.CANCELLED);
        assertThat(job.counts().created()).isEqualTo(house.count("visa")).isLessThan(1_000);
        house.database.live();
        ImportJob again = house.importCsv(rows(1_000), false);
        assertThat(again.counts().created() + again.counts().unchanged()).isEqualTo(1_000);
        assertThat(house.count("visa")).isEqualTo(1_000);
    }

    /** What a visitor who asks between any two commits is told. */
    @ParameterizedTest
    @EnumSource
    void an_import_tells_how_far_it_is_and_never_goes_back(Database database) {
        House house = House.on(database, home);
        String former = house.importCsv(rows(300), false).id();
        String csv = rows(3_000)
                .replace(",Audit 7,", ",Audit sept,")
                .replaceAll("(?<row>Audit \\d*9,.*)2025-02-01", "${row}01/02/2025");
        List<ImportJob> told = new ArrayList<>();
        onEachCommit(house.database, () -> askedByAnother(house, former).ifPresent(told::add));

        ImportJob end = house.importCsv(csv, false);

        house.database.live();
        assertThat(end.counts().refused()).isEqualTo(300);
        assertThat(end.counts().unchanged()).isEqualTo(269);
        assertThat(end.counts().changed()).isEqualTo(1);
        assertThat(end.counts().created()).isEqualTo(2_430);
        assertThat(end.percent()).isEqualTo(100);
        assertThat(told).extracting(ImportJob::percent).isSorted().allMatch(percent -> percent < 100);
        assertThat(told)
                .extracting(ImportJob::state)
                .contains(State.RECEIVED, State.READING, State.COMPARING, State.RECORDING)
                .isSorted();
        for (State state : List.of(State.COMPARING, State.RECORDING)) {
            assertThat(told.stream()
                            .filter(job -> job.state() == state)
                            .map(ImportJob::percent)
                            .distinct())
                    .as("percent while " + state.code())
                    .hasSizeGreaterThan(3)
                    .allMatch(percent -> percent > 10);
        }
        assertThat(told.stream().map(job -> job.counts().read()).distinct())
                .as("rows read so far")
                .hasSizeGreaterThan(4);
    }

    @ParameterizedTest
    @EnumSource
    void a_file_that_is_received_several_times_at_once_under_one_key_is_one_import(Database database) throws Exception {
        House house = House.on(database, home);
        for (boolean dryRun : List.of(true, false)) {
            ImportRequest request =
                    new ImportRequest("sceau-csv", dryRun, Optional.empty(), "x", Optional.of("key-" + dryRun));
            ExecutorService several = Executors.newFixedThreadPool(4);
            Set<String> ids = new java.util.HashSet<>();
            try {
                Callable<String> attempt = () -> house.imports
                        .now(
                                House.ADMINISTRATOR,
                                request,
                                new java.io.ByteArrayInputStream(rows(50).getBytes(StandardCharsets.UTF_8)))
                        .id();
                for (var answer : several.invokeAll(java.util.Collections.nCopies(4, attempt))) {
                    ids.add(answer.get());
                }
            } finally {
                several.shutdownNow();
            }
            assertThat(ids).hasSize(1);
            assertRefused(
                    "idempotency-key-reused",
                    () -> house.importing(request, rows(51).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(house.count("import_job")).isEqualTo(2);
        assertThat(house.count("visa")).isEqualTo(50);
        assertThat(home.resolve("imports").toFile().list()).isEmpty();
    }

    private static void onEachCommit(ThreadDataSource database, Runnable what) {
        database.beforeCommit(1, () -> {
            what.run();
            onEachCommit(database, what);
        });
    }

    /** The import after {@code former} as another connection sees it: what is committed. */
    private static Optional<ImportJob> askedByAnother(House house, String former) {
        return CompletableFuture.supplyAsync(() -> house.sql
                        .one("select id from import_job where id <> ?", row -> row.getString(1), former)
                        .map(id -> house.imports.find(House.ADMINISTRATOR, id)))
                .join();
    }

    @ParameterizedTest
    @EnumSource
    void the_official_edition_of_december_2025_comes_in_whole(Database database) throws Exception {
        House house = House.on(database, home);
        Path file = RealData.file("anssi-catalogue/rows-extracted-2025-12-05.json");

        ImportJob dry = house.importOfficial(file, true, EDITION);
        ImportJob job = house.importOfficial(file, false, EDITION);
        ImportJob again = house.importOfficial(file, false, EDITION);

        assertThat(dry.counts().created()).isEqualTo(840);
        assertThat(job.counts().read()).isEqualTo(840);
        assertThat(job.counts().created()).isEqualTo(840);
        assertThat(job.counts().refused()).isZero();
        assertThat(again.counts().unchanged()).isEqualTo(840);
        assertThat(house.count("visa")).isEqualTo(840);
        assertThat(house.sql.list(
                        "select slug from visa where slug like 'ANSSI-CC-2021-%v2%' order by slug",
                        row -> row.getString(1)))
                .contains("ANSSI-CC-2021-18v2", "ANSSI-CC-2021-18v2~2", "ANSSI-CC-2021-19v2~2", "ANSSI-CC-2021-20v2~2");
        List<Provenance> origins = new ArrayList<>();
        house.visas.forEach(visa -> {
            assertThat(VisaContent.parse(VisaContent.text(visa.facts()))).isEqualTo(visa.facts());
            origins.add(visa.provenance());
        });
        assertThat(origins).hasSize(840).allSatisfy(origin -> {
            assertThat(origin.source()).isEqualTo("anssi-catalogue");
            assertThat(origin.edition()).contains(EDITION);
            assertThat(origin.row()).matches("p\\. [1-9]\\d?, #[1-9]\\d{0,2}");
        });
        assertThat(origins.stream().map(Provenance::row)).doesNotHaveDuplicates();
    }
}
