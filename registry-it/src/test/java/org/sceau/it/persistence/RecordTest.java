package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
import org.sceau.registry.application.auditing.RebuiltVisa;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** The journal is the registry: visas can be made of it alone, and whoever changes them behind its back is found. */
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
                .extracting(CompareRecord.Difference::visa, CompareRecord.Difference::what)
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
            assertThat(difference.visa()).isEqualTo(decided.toString());
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
