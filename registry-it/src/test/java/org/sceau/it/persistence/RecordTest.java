package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.RealData;
import org.sceau.registry.application.auditing.CompareRecord;
import org.sceau.registry.application.auditing.CompareRecord.Difference;
import org.sceau.registry.application.auditing.RebuiltVisa;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The journal is the registry: visas, dossiers and decisions can be made of it alone, and whoever changes them behind its back is found. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @EnumSource
    void a_visa_that_was_changed_added_or_taken_behind_the_journals_back_is_found(Database database) {
        House house = lived(database);
        assertThat(house.comparing.compare(AUDITOR).differences()).isEmpty();
        VisaId decided = house.visas.latest(1).get(0).id();

        house.database.inNew(() -> house.sql.update(
                "update visa set facts = replace(facts, 'Halcyon', 'Harlequin') where id = ?", decided.toString()));
        assertThat(house.comparing.compare(AUDITOR).differences())
                .extracting(CompareRecord.Difference::id, CompareRecord.Difference::what)
                .containsExactly(Tuple.tuple(decided.toString(), "newest-differs"));

        house.database.inNew(() -> house.sql.update(
                "update visa set facts = replace(facts, 'Harlequin', 'Halcyon') where id = ?", decided.toString()));
        assertThat(house.comparing.compare(AUDITOR).isEqual()).isTrue();

        house.database.inNew(() -> house.sql.update(
                "insert into visa select '00000000-0000-4000-8000-00000000dead', 'forged', 'forged', version, family,"
                        + " reference_key, subject_key, facts, facts_digest, holder_key, subject_name, first_day, last_day,"
                        + " listed, source, edition, source_row, recorded_at, position from visa where id = ?",
                decided.toString()));
        assertThat(house.comparing.compare(AUDITOR).differences())
                .extracting(CompareRecord.Difference::what)
                .containsExactly("not-in-the-journal");

        house.database.inNew(() -> house.sql.update("delete from visa where slug = 'forged'"));
        assertThat(house.comparing.compare(AUDITOR).isEqual()).isTrue();
        house.database.inNew(
                () -> house.sql.update("update visa set slug = 'another' where id = ?", decided.toString()));
        assertThat(house.comparing.compare(AUDITOR).differences())
                .extracting(CompareRecord.Difference::what)
                .containsExactly("newest-differs");
        house.database.inNew(() -> house.sql.update("delete from visa where id = ?", decided.toString()));
        assertThat(house.comparing.compare(AUDITOR).differences()).isNotEmpty().allSatisfy(difference -> {
            assertThat(difference.id()).isEqualTo(decided.toString());
            assertThat(difference.what()).isEqualTo("version-missing");
        });
    }

    @ParameterizedTest
    @EnumSource
    void the_journal_alone_makes_every_visa_again(Database database) {
        House house = lived(database);
        Map<VisaId, Visa> rebuilt = new HashMap<>();
        house.database.inNew(() -> {
            house.journal.forEach(RebuiltVisa.KINDS, entry -> {
                Visa visa = RebuiltVisa.of(entry).orElseThrow();
                rebuilt.put(visa.id(), visa);
            });
            return null;
        });

        Map<VisaId, Visa> stored = new HashMap<>();
        house.database.inNew(() -> {
            house.visas.forEach(visa -> stored.put(visa.id(), visa));
            return null;
        });
        assertThat(stored).hasSizeGreaterThan(20);
        assertThat(rebuilt).isEqualTo(stored);
    }

    @ParameterizedTest
    @EnumSource
    void a_dossier_that_was_changed_or_added_behind_the_journals_back_is_found(Database database) {
        House house = lived(database);
        String known =
                house.sql.one("select id from dossier", row -> row.getString(1)).orElseThrow();

        house.database.inNew(
                () -> house.sql.update("update dossier set content = replace(content, 'Halcyon', 'Harlequin')"));
        assertThat(house.comparing.compare(AUDITOR).differences())
                .extracting(Difference::kind, Difference::id, Difference::what)
                .containsExactly(Tuple.tuple("dossier", known, "newest-differs"));

        house.database.inNew(
                () -> house.sql.update("update dossier set content = replace(content, 'Harlequin', 'Halcyon')"));
        house.database.inNew(() -> house.sql.update(
                "insert into dossier_version select dossier_id, version + 1, content, recorded_at, position from"
                        + " dossier_version where version = (select max(version) from dossier_version)"));
        house.database.inNew(() -> house.sql.update("update dossier set version = version + 1"));
        assertThat(house.comparing.compare(AUDITOR).differences())
                .extracting(Difference::kind, Difference::id, Difference::what)
                .containsExactly(Tuple.tuple("dossier", known, "newest-differs"));
    }

    @ParameterizedTest
    @EnumSource
    void the_journal_alone_makes_every_dossier_and_every_proposal_again(Database database) {
        House house = lived(database);
        Map<String, JsonObject> rebuilt = new TreeMap<>();
        house.database.inNew(() -> {
            house.journal.forEach(
                    Set.of("dossier-acted", "proposal-acted", "decision-made"),
                    entry -> entry.secrets().forEach((name, plaintext) -> {
                        if (!name.equals("actor")) {
                            take(rebuilt, json(plaintext));
                        }
                    }));
            return null;
        });

        Map<String, JsonObject> stored = new TreeMap<>();
        for (String table : List.of("dossier", "proposal")) {
            house.sql.forEach(
                    "select id, content from " + table,
                    row -> stored.put(row.getString("id"), json(row.getString("content"))));
        }
        assertThat(stored).hasSize(3);
        assertThat(rebuilt).isEqualTo(stored);
    }

    /** Lays what an entry tells over what was made so far. */
    private static void take(Map<String, JsonObject> rebuilt, JsonObject told) {
        String id = told.containsKey("proposal") ? told.getString("proposal") : told.getString("dossier");
        rebuilt.put(
                id,
                told.containsKey("content")
                        ? told.getJsonObject("content")
                        : Json.createPatch(told.getJsonArray("changed")).apply(rebuilt.get(id)));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @ParameterizedTest
    @EnumSource
    void each_act_on_a_dossier_is_on_record_with_what_it_did_and_the_source_of_its_row(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-01-15T08:00:00Z");
        Matters matters = new Matters(house);
        Dossier dossier = matters.ready(matters.arvor());
        Conduct conduct = house.schemes
                .version(dossier.opening().scheme())
                .orElseThrow()
                .conduct()
                .orElseThrow();
        Procedure procedure = conduct.procedure();
        List<JsonObject> told = house.sql.list(
                "select s.plaintext from journal_secret s join journal j on j.position = s.position"
                        + " where j.kind = 'dossier-acted' and s.name = 'dossier' order by j.position",
                row -> json(row.getString(1)));

        assertThat(told.get(0).getString("ground")).isEqualTo(procedure.start().source());
        JsonObject deposit = first(told, "document");
        assertThat(deposit.getString("ground"))
                .isEqualTo(procedure.document("APPLICATION").orElseThrow().source());
        assertThat(deposit.getJsonArray("changed").toString()).contains("\"type\":\"APPLICATION\"");
        JsonObject step = first(told, "step");
        assertThat(step.getString("step")).isEqualTo("submit");
        assertThat(step.getString("ground"))
                .isEqualTo(procedure.moves().stream()
                        .filter(move -> move.step().equals("submit"))
                        .findFirst()
                        .orElseThrow()
                        .source());
        assertThat(first(told, "conclusion").getString("ground"))
                .isEqualTo(procedure
                        .conclusion("laboratory-conclusion")
                        .orElseThrow()
                        .source());
        assertThat(first(told, "laboratories").getString("ground"))
                .contains(conduct.competences().get(0).source());
    }

    private static JsonObject first(List<JsonObject> told, String act) {
        return told.stream()
                .filter(one -> one.getString("act").equals(act))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void a_plaintext_that_was_put_in_the_place_of_the_one_committed_to_is_found(Database database) {
        House house = lived(database);
        house.database.inNew(() -> house.sql.update(
                "insert into journal_secret (position, name, salt, plaintext) select position, 'forged', salt, plaintext"
                        + " from journal_secret where name = 'visa'"));
        long forged = house.sql.number("select position from journal_secret where name = 'forged'");

        assertThat(house.comparing.compare(AUDITOR).differences())
                .contains(new Difference("entry", Long.toString(forged), 0, "commitment-broken"));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_erased_is_counted_and_not_called_equal_or_different(Database database) {
        House house = lived(database);
        long unlisted = house.sql.number("select count(*) from journal_secret where name = 'visa'");
        assertThat(unlisted).isPositive();

        house.database.inNew(() -> house.sql.update("delete from journal_secret where name = 'visa'"));

        CompareRecord.Report report = house.comparing.compare(AUDITOR);
        assertThat(report.erased()).isEqualTo(unlisted);
        assertThat(report.isEqual()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void a_visa_is_answered_as_it_was_known_and_as_of_a_day(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-01-15T08:00:00Z");
        Matters matters = new Matters(house);
        Visa granted = matters.granted(matters.arvor());
        Instant known = house.clock.instant();
        house.clock.set("2026-03-02T08:00:00Z");
        Proposal proposal = house.deciding.propose(
                CERTIFIER, matters.about(DecisionKind.SUSPEND, granted, Optional.of(LocalDate.parse("2026-04-13"))));
        Visa suspended = house.deciding
                .approve(DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();

        assertThat(house.visas.find(granted.id(), known)).contains(granted);
        assertThat(house.visas.find(granted.id(), known.minusSeconds(1))).isEmpty();
        assertThat(house.visas.find(granted.id(), house.clock.instant())).contains(suspended);
        assertThat(house.visas.find(granted.id(), house.clock.instant().minusMillis(1)))
                .contains(granted);
    }

    @Test
    void the_840_real_entries_are_what_the_journal_says() throws Exception {
        House house = House.on(Database.H2, home);
        house.importOfficial(
                RealData.file("anssi-catalogue/rows-extracted-2025-12-05.json"), false, LocalDate.parse("2025-12-05"));

        CompareRecord.Report report = house.comparing.compare(AUDITOR);

        assertThat(report.visas()).isEqualTo(840);
        assertThat(report.differences()).isEmpty();
    }

    /** Twenty imported visas, one of them unlisted and one changed, and one that was granted and suspended. */
    private House lived(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-01-15T08:00:00Z");
        String csv = ImportTest.rows(20);
        int last = csv.lastIndexOf(",yes\n");
        house.importCsv(csv.substring(0, last) + ",no\n", false);
        house.importCsv(csv.substring(0, last).replace("Audit 7,", "Audit sept,") + ",no\n", false);
        Matters matters = new Matters(house);
        Visa granted = matters.granted(matters.arvor());
        Proposal proposal = house.deciding.propose(
                CERTIFIER, matters.about(DecisionKind.SUSPEND, granted, Optional.of(LocalDate.parse("2026-02-20"))));
        house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");
        return house;
    }
}
