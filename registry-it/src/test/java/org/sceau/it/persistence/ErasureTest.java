package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.house.House.ADMINISTRATOR;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_EVALUATOR;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;
import static org.sceau.it.persistence.Matters.seen;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.ledger.LeafHash;
import org.sceau.registry.application.auditing.CompareRecord;
import org.sceau.registry.application.auditing.RebuiltVisa;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.retention.Retention;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** What is kept until when, and what an erasure takes and leaves, through the use cases, on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ErasureTest {
    private static final Actor SECOND_ADMINISTRATOR =
            new Actor("le-goff", ADMINISTRATOR.organisation(), Set.of(Role.ADMINISTRATOR));
    /** Of a visa from 12 May 2026 to 12 May 2031. */
    private static final LocalDate LAST_DAY_KEPT = LocalDate.parse("2036-05-12");

    private static final List<String> ERASABLE =
            List.of("dossier_version", "proposal_version", "dossier", "proposal", "journal_secret", "notice", "task");

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    @ParameterizedTest
    @EnumSource
    void invariant_56_before_its_end_an_erasure_is_refused_with_the_reason_and_nothing_changes(Database database) {
        House house = house(database);
        Granted granted = granted(house);
        long entries = house.journal.size();
        Map<String, Long> rows = rows(house, granted.dossier().id());

        assertThat(reason(house, VENDOR, granted.dossier()))
                .containsEntry("state", "open")
                .doesNotContainKey("until");
        for (String day : List.of("2031-05-13", "2036-05-12")) {
            house.clock.set(day + "T08:00:00Z");
            for (Actor actor : List.of(VENDOR, ADMINISTRATOR)) {
                assertThat(reason(house, actor, granted.dossier()))
                        .containsEntry("until", "2036-05-12")
                        .containsEntry("period", "P5Y")
                        .containsEntry("basis", "visa")
                        .hasEntrySatisfying(
                                "source", source -> assertThat(source).contains("2024/482", "Art. 8(7)", "40(2)"));
            }
        }

        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(rows(house, granted.dossier().id())).isEqualTo(rows);
        assertThat(house.sql.list(
                        "select actor, object, outcome from audit where action = 'ask-erasure' order by id",
                        row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)))
                .hasSize(5)
                .contains(
                        "h.carde dossier:" + granted.dossier().id() + " retention-running",
                        "admin dossier:" + granted.dossier().id() + " retention-running");
        assertThat(house.erasing.retention(AUDITOR, granted.dossier().id()).asked())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_foreign_dossier_answers_like_none_and_an_observer_may_not_have_it_erased(Database database) {
        House house = house(database);
        OpenDossier.Request request = Matters.request(Matters.card(5));
        Dossier observed = house.opening.open(
                VENDOR,
                new OpenDossier.Request(
                        request.scheme(),
                        request.kind(),
                        request.about(),
                        request.application(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(OTHER_VENDOR.organisation())));
        Dossier foreign = new Matters(house).opened();

        for (DossierId id : List.of(foreign.id(), new DossierId(UUID.randomUUID()))) {
            assertThat(refused(() -> house.erasing.ask(OTHER_VENDOR, id, "Fin.")))
                    .isEqualTo("dossier-unknown");
            assertThat(refused(() -> house.erasing.retention(OTHER_VENDOR, id))).isEqualTo("dossier-unknown");
            assertThat(refused(() -> house.erasing.retention(OTHER_EVALUATOR, id)))
                    .isEqualTo("dossier-unknown");
        }
        assertThat(refused(() -> house.erasing.ask(OTHER_VENDOR, observed.id(), "Fin.")))
                .isEqualTo("not-a-party");
        assertThat(refused(() -> house.erasing.ask(CERTIFIER, observed.id(), "Fin.")))
                .isEqualTo("role-missing");
        assertThat(refused(() -> house.erasing.ask(VENDOR, observed.id(), "Fin.")))
                .isEqualTo("retention-running");
    }

    @ParameterizedTest
    @EnumSource
    void an_erasure_needs_a_request_and_the_word_of_an_administrator_who_is_somebody_else(Database database) {
        House house = house(database);
        Dossier dossier = withdrawn(house);
        house.clock.set("2031-05-13T08:00:00Z");
        Actor both = new Actor("h.carde", VENDOR.organisation(), Set.of(Role.SPONSOR, Role.ADMINISTRATOR));
        Actor colleague = new Actor("colleague", VENDOR.organisation(), Set.of(Role.ADMINISTRATOR));

        assertThat(refused(() -> approve(house, ADMINISTRATOR, dossier))).isEqualTo("erasure-not-asked");
        house.erasing.ask(VENDOR, dossier.id(), "Fin de conservation.");
        assertThat(house.sql.number("select count(*) from journal_secret s join journal j on j.position = s.position"
                        + " where j.kind = 'erasure-asked' and s.plaintext like '%\"source\":\"_%'"))
                .as("the rule about how long it is kept is on record with the request")
                .isEqualTo(1);
        assertThat(refused(() -> house.erasing.ask(ADMINISTRATOR, dossier.id(), "Fin.")))
                .isEqualTo("erasure-asked");
        assertThat(refused(() -> approve(house, CERTIFIER, dossier))).isEqualTo("role-missing");
        assertThat(refused(() -> approve(house, both, dossier))).isEqualTo("approval-own-proposal");
        assertThat(refused(() -> approve(house, colleague, dossier))).isEqualTo("approval-own-proposal");
        assertThat(refused(() -> house.erasing.approve(ADMINISTRATOR, dossier.id(), OptionalLong.of(1))))
                .isEqualTo("concurrent-change");

        house.clock.set("2031-06-13T08:00:00Z");
        assertThat(refused(() -> approve(house, ADMINISTRATOR, dossier)))
                .as("a request of 31 days ago")
                .isEqualTo("erasure-not-asked");
        house.erasing.ask(ADMINISTRATOR, dossier.id(), "Fin de conservation.");
        assertThat(refused(() -> approve(house, ADMINISTRATOR, dossier))).isEqualTo("approval-own-proposal");
        assertThat(house.count("dossier_version")).isPositive();

        Dossiers.Erased order = approve(house, SECOND_ADMINISTRATOR, dossier);
        assertThat(order.firstWord()).contains("admin");
        assertThat(order.secondWord()).isEqualTo("le-goff");
        assertThat(order.keptUntil()).isEqualTo("2031-05-12");
        assertThat(house.count("dossier_version")).isZero();
        assertThat(refused(() -> approve(house, SECOND_ADMINISTRATOR, dossier))).isEqualTo("dossier-erased");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_56_a_dossier_that_led_to_no_visa_is_kept_from_the_day_it_ended(Database database) {
        House house = house(database);
        Dossier dossier = withdrawn(house);

        Retention retention = house.erasing.retention(VENDOR, dossier.id()).retention();
        assertThat(retention.basis()).isEqualTo(Retention.Basis.DOSSIER);
        assertThat(retention.until()).contains(LocalDate.parse("2031-05-12"));
        house.clock.set("2031-05-12T21:59:59Z");
        assertThat(reason(house, VENDOR, dossier)).containsEntry("until", "2031-05-12");
        house.clock.set("2031-05-12T22:00:00Z");
        assertThat(house.erasing.ask(VENDOR, dossier.id(), "Fin.").asked()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_56_records_of_a_visa_that_was_reissued_live_as_long_as_those_of_its_successor(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Dossier first = matters.ready(arvor);
        Visa former = decided(house, matters.grant(first));
        house.clock.set("2028-03-01T08:00:00Z");
        Dossier second = matters.reassessed(former, arvor);
        Visa successor = decided(house, matters.reissue(second, former));
        assertThat(successor.facts().validity().lastDay()).contains(LocalDate.parse("2033-03-01"));

        house.clock.set("2033-03-01T08:00:00Z");
        assertThat(reason(house, VENDOR, first)).containsEntry("state", "open");
        house.clock.set("2033-03-02T08:00:00Z");
        for (Dossier dossier : List.of(first, second)) {
            assertThat(house.erasing
                            .retention(AUDITOR, dossier.id())
                            .retention()
                            .until())
                    .contains(LocalDate.parse("2038-03-01"));
        }
        house.clock.set("2038-03-02T08:00:00Z");
        erase(house, second);
        assertThat(house.erasing.retention(AUDITOR, first.id()).retention().until())
                .as("the successor counts although its decision is erased")
                .contains(LocalDate.parse("2038-03-01"));
        erase(house, first);
        assertThat(house.count("dossier")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void an_erasure_leaves_nothing_of_the_dossier_but_its_order_and_all_of_its_visa_and_of_the_journal(
            Database database) {
        House house = house(database);
        house.clock.set("2026-04-08T08:00:00Z");
        house.work.look();
        Dossier submitted = new Matters(house).submitted();
        // Its check of completeness is late, and of two proposals one is left to expire: somebody is asked, and told.
        house.clock.set("2026-05-12T08:00:00Z");
        house.work.look();
        Dossier ready = new Matters(house).ready(submitted, new Matters(house).arvor());
        house.deciding.propose(DECIDER, new Matters(house).grant(ready, 4));
        Granted granted = new Granted(ready, decided(house, new Matters(house).grant(ready)));
        house.clock.set("2026-08-12T08:00:00Z");
        house.work.look();
        DossierId id = granted.dossier().id();
        Matters matters = new Matters(house);
        Dossier other = matters.opened();
        Map<String, Long> ofOther = rows(house, other.id());
        house.clock.set(LAST_DAY_KEPT.plusDays(1) + "T08:00:00Z");
        long entries = house.journal.size();
        List<Long> about = positions(house, id);
        assertThat(about).hasSizeGreaterThan(15);
        List<Long> told = told(house, id);
        assertThat(told).as("entries that told or asked somebody about it").isNotEmpty();
        about.addAll(told);

        Dossiers.Erased order = erase(house, granted.dossier());

        assertThat(order.keptUntil()).isEqualTo(LAST_DAY_KEPT);
        assertThat(rows(house, id).values()).containsOnly(0L);
        assertThat(house.sql.number(
                        "select count(*) from journal_secret where plaintext like ? and position <> ?",
                        "%" + id + "%",
                        order.position()))
                .isZero();
        for (long position : about) {
            assertThat(house.sql.number("select count(*) from journal_secret where position = ?", position))
                    .isZero();
            assertThat(house.sql.number("select count(*) from journal where position = ?", position))
                    .isOne();
        }
        assertThat(rows(house, other.id())).isEqualTo(ofOther);
        assertThat(house.reading.one(VENDOR, other.id(), Optional.empty()).dossier())
                .isEqualTo(other);
        assertThat(house.sql.list(
                        "select plaintext from journal_secret where name = 'erasure'", row -> row.getString(1)))
                .singleElement()
                .asString()
                .contains(granted.dossier().opening().number(), "first-word\":\"applicant")
                .doesNotContain("Halcyon", "h.carde", "Fin");

        assertThat(house.journal.size()).isEqualTo(entries + 2);
        assertWholeJournal(house);
        CompareRecord.Report report = house.comparing.compare(AUDITOR);
        assertThat(report.isEqual()).isTrue();
        assertThat(report.erased())
                .as("acts that were told in full")
                .isEqualTo(house.sql.number(
                                "select count(*) from journal where kind in ('dossier-acted', 'proposal-acted',"
                                        + " 'decision-made')")
                        - other.version());
        assertThat(report.records()).as("the other dossier").isEqualTo(1);
        assertThat(report.visas()).isEqualTo(1);
        assertThat(house.visas.find(granted.visa().id())).contains(granted.visa());
    }

    @ParameterizedTest
    @EnumSource
    void an_erased_dossier_says_so_to_its_former_parties_and_is_unknown_to_all_others(Database database) {
        House house = house(database);
        Granted granted = granted(house);
        DossierId id = granted.dossier().id();
        house.clock.set(LAST_DAY_KEPT.plusDays(1) + "T08:00:00Z");
        erase(house, granted.dossier());

        for (Actor former : List.of(VENDOR, EVALUATOR, CERTIFIER, AUDITOR)) {
            Refused gone = refusal(() -> house.reading.one(former, id, Optional.empty()));
            assertThat(gone.refusal().code()).as("%s", former).isEqualTo("dossier-erased");
            assertThat(gone.refusal().details())
                    .containsEntry("number", "D-2026-001")
                    .containsEntry("erased", "2036-05-13");
            assertThat(refused(() -> house.erasing.retention(former, id))).isEqualTo("dossier-erased");
        }
        assertThat(refused(() -> house.erasing.retention(ADMINISTRATOR, id))).isEqualTo("dossier-erased");
        for (Actor stranger : List.of(OTHER_VENDOR, OTHER_EVALUATOR)) {
            assertThat(refused(() -> house.reading.one(stranger, id, Optional.empty())))
                    .isEqualTo("dossier-unknown");
            assertThat(refused(() -> house.erasing.retention(stranger, id))).isEqualTo("dossier-unknown");
        }
        assertThat(house.reading.page(AUDITOR, Optional.empty(), Optional.empty(), 50, sight -> sight))
                .isEmpty();
        assertThat(house.sql.list("select commitment from erasure_party", row -> row.getString(1)))
                .hasSize(2)
                .allSatisfy(commitment -> assertThat(commitment).matches("[0-9a-f]{64}"));

        house.clock.set("2026-12-01T08:00:00Z");
        assertThat(new Matters(house).opened().opening().number())
                .as("no number is given out twice")
                .isEqualTo("D-2026-002");
    }

    @ParameterizedTest
    @EnumSource
    void invariant_56_the_database_itself_deletes_nothing_without_an_order(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Granted granted = granted(house, arvor);
        Dossier other = matters.ready(arvor);
        house.deciding.propose(DECIDER, matters.grant(other));
        matters.submitted();
        house.work.look();
        house.clock.set("2026-08-12T08:00:00Z");
        house.work.look();
        String id = granted.dossier().id().toString();
        Map<String, Long> counts = counts(house);

        for (String table : ERASABLE) {
            assertThat(house.count(table)).as(table).isPositive();
            assertRefused(house, "delete from " + table);
        }
        assertRefused(house, "delete from journal_secret where name = 'decision'");
        assertRefused(house, insertOrder(id, "2026-05-12", "2026-05-12", "'one'"));
        assertRefused(house, insertOrder(id, "2026-05-12", "2026-05-13", "'two'"));
        if (database == Database.POSTGRESQL) {
            // Somebody with the application's rights feigns an order in a table of the same name.
            assertThatThrownBy(() -> house.database.inNew(() -> {
                        house.sql.update("create temporary table erasure_order (dossier_id char(36))");
                        house.sql.update("insert into erasure_order values ('" + id + "')");
                        return house.sql.update("delete from dossier_version where dossier_id = '" + id + "'");
                    }))
                    .hasStackTraceContaining("without an erasure order");
        }
        assertThat(counts(house)).isEqualTo(counts);

        house.database.inNew(() -> house.sql.update(insertOrder(id, "2036-05-12", "2036-05-13", "'one'")));
        for (String table : ERASABLE) {
            assertRefused(house, "delete from " + table);
        }
        for (String table : List.of("dossier_version", "proposal_version")) {
            assertRefused(house, "update " + table + " set content = 'x'");
        }
        assertRefused(house, "update journal_secret set plaintext = 'x'");
        assertRefused(house, "update erasure_order set kept_until = date '2020-01-01'");
        assertRefused(house, "delete from erasure_order");
        assertRefused(house, "delete from dossier_version where dossier_id = '" + other.id() + "'");
        assertThat(counts(house)).isEqualTo(counts);
        int deleted = house.database.inNew(
                () -> house.sql.update("delete from dossier_version where dossier_id = '" + id + "'"));
        assertThat(deleted).isEqualTo((int) granted.dossier().version() + 1);
    }

    private record Granted(Dossier dossier, Visa visa) {}

    private static Granted granted(House house) {
        return granted(house, new Matters(house).arvor());
    }

    private static Granted granted(House house, LaboratoryId laboratory) {
        Matters matters = new Matters(house);
        Dossier ready = matters.ready(laboratory);
        return new Granted(ready, decided(house, matters.grant(ready)));
    }

    private static Visa decided(House house, org.sceau.registry.domain.decision.DecisionContent content) {
        var proposal = house.deciding.propose(DECIDER, content);
        return house.deciding
                .approve(SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static Dossier withdrawn(House house) {
        Dossier opened = new Matters(house).opened();
        return house.handling.takeStep(
                VENDOR, opened.id(), seen(opened), "withdraw-application", Optional.of("Sans suite."));
    }

    private static Dossiers.Erased erase(House house, Dossier dossier) {
        house.erasing.ask(VENDOR, dossier.id(), "Fin de conservation.");
        return approve(house, ADMINISTRATOR, dossier);
    }

    private static Dossiers.Erased approve(House house, Actor actor, Dossier dossier) {
        long version = house.sql.number(
                "select version from dossier where id = ?", dossier.id().toString());
        return house.erasing.approve(actor, dossier.id(), OptionalLong.of(version));
    }

    private static Map<String, String> reason(House house, Actor actor, Dossier dossier) {
        Refused refused = refusal(() -> house.erasing.ask(actor, dossier.id(), "Fin."));
        assertThat(refused.refusal().code()).isEqualTo("retention-running");
        return refused.refusal().details();
    }

    private static String insertOrder(String id, String keptUntil, String day, String first) {
        return "insert into erasure_order (dossier_id, number, kept_until, legal_day, first_word, second_word, salt,"
                + " recorded_at, position) values ('" + id + "', 'D-1', date '" + keptUntil + "', date '" + day + "', "
                + first + ", 'two', '" + "0".repeat(64) + "', timestamp '2036-05-13 08:00:00', 1)";
    }

    private static void assertRefused(House house, String statement) {
        assertThatThrownBy(() -> house.database.inNew(() -> house.sql.update(statement)))
                .as(statement)
                .isInstanceOf(RuntimeException.class);
    }

    private static Map<String, Long> counts(House house) {
        Map<String, Long> counts = new HashMap<>();
        ERASABLE.forEach(table -> counts.put(table, house.count(table)));
        return counts;
    }

    private static List<Long> positions(House house, DossierId id) {
        return house.sql.list(
                "select position from outbox where detail = ? or detail in (select id from proposal where dossier_id = ?)",
                row -> row.getLong(1),
                id.toString(),
                id.toString());
    }

    /** Entries of tasks and notices about a dossier and its proposals. */
    private static List<Long> told(House house, DossierId id) {
        String about = "(about_id = ? or about_id in (select id from proposal where dossier_id = ?))";
        return house.sql.list(
                "select position from notice where " + about
                        + " union select b.position from outbox b join task on b.detail = task.id where " + about,
                row -> row.getLong(1),
                id.toString(),
                id.toString(),
                id.toString(),
                id.toString());
    }

    /** How many rows of each table are about a dossier. */
    private static Map<String, Long> rows(House house, DossierId id) {
        Map<String, Long> rows = new HashMap<>();
        Map.of(
                        "dossier", "id = ?",
                        "dossier_version", "dossier_id = ?",
                        "dossier_party", "dossier_id = ?",
                        "dossier_visa", "dossier_id = ?",
                        "erasure_request", "dossier_id = ?",
                        "proposal", "dossier_id = ?",
                        "notice", "about_id = ?",
                        "task", "about_id = ?")
                .forEach((table, about) -> rows.put(
                        table, house.sql.number("select count(*) from " + table + " where " + about, id.toString())));
        rows.put(
                "proposal_version",
                house.sql.number("select count(*) from proposal_version where content like ?", "%\"" + id + "\"%"));
        return rows;
    }

    private static void assertWholeJournal(House house) {
        List<String> leaves = house.sql.list(
                "select entry, leaf_hash from journal order by position",
                row -> LeafHash.of(row.getString(1).getBytes(StandardCharsets.UTF_8))
                                .hex()
                                .equals(row.getString(2))
                        ? "same"
                        : row.getString(1));
        assertThat(leaves).hasSize((int) house.journal.size()).containsOnly("same");
        Map<VisaId, Visa> rebuilt = new HashMap<>();
        Map<VisaId, Visa> stored = new HashMap<>();
        house.database.inNew(() -> {
            house.journal.forEach(RebuiltVisa.KINDS, entry -> {
                Visa visa = RebuiltVisa.of(entry).orElseThrow();
                rebuilt.put(visa.id(), visa);
            });
            house.visas.forEach(visa -> stored.put(visa.id(), visa));
            return null;
        });
        assertThat(rebuilt).isEqualTo(stored);
    }

    private static Refused refusal(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted");
    }

    private static String refused(ThrowingCallable act) {
        return refusal(act).refusal().code();
    }
}
