package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sceau.it.persistence.Matters.APPROVER;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;
import static org.sceau.it.persistence.Matters.REVIEWER;
import static org.sceau.it.persistence.Matters.SECOND_APPROVER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;
import static org.sceau.it.persistence.Matters.VENDOR;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.leasing.Leases;
import org.sceau.registry.application.scheduling.Progress;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Opening;
import org.sceau.registry.domain.dossier.Parties;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.dossier.StageEntry;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Subject;
import org.sceau.registry.domain.visa.Visa;

/** What a day brings: who is asked and told, once, by one node, after any downtime; on both databases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduledWorkTest {
    private static final String HEADER =
            "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,status_since,status_until,status_reason,listed\n";

    @TempDir
    Path home;

    private House house(Database database) {
        House house = House.on(database, home);
        house.clock.set("2026-05-12T08:00:00Z");
        return house;
    }

    private static void day(House house, String day) {
        house.clock.set(day + "T08:00:00Z");
    }

    /** A national certificate of Brume Télécom. */
    private static Visa cspn(House house, int number, String until, String listed) {
        String reference = "ANSSI-CSPN-2025/" + number;
        house.importCsv(
                HEADER + "cspn,cspn,1.1," + reference + ",Brume Télécom,Pare-feu " + number
                        + ",1.0,,FIREWALL,2025-01-12," + until + ",in-force,,,," + listed + "\n",
                false);
        String row = house.sql
                .one("select id from visa where reference_key like ?", r -> r.getString(1), "%" + number)
                .orElseThrow();
        return house.visas
                .find(org.sceau.registry.domain.visa.VisaId.parse(row))
                .orElseThrow();
    }

    private static Visa router(House house) {
        house.importCsv(
                HEADER
                        + "common-criteria,eucc,2025-12-29,EUCC-3090-2026-0950,Brume Télécom,Routeur,1.0,SUBSTANTIAL,NETWORK,2026-01-12,2030-01-12,in-force,,,,yes\n",
                false);
        return house.visas.find(new Slug("EUCC-3090-2026-0950")).orElseThrow();
    }

    private static List<String> notices(House house, Actor actor) {
        return house.noticing.page(actor, Optional.empty(), 200).stream()
                .map(sight -> sight.recorded().notice())
                .map(notice -> notice.kind().code() + " " + notice.occurrence() + " on " + notice.day())
                .toList();
    }

    /** What the newest notice says. */
    private static Optional<String> text(House house, Actor actor) {
        return house.noticing
                .page(actor, Optional.empty(), 1)
                .get(0)
                .recorded()
                .notice()
                .text();
    }

    private static List<WorkOnTasks.Sight> open(House house, Actor actor) {
        return house.tasking.page(actor, true, Optional.empty(), 200);
    }

    private static List<String> told(List<WorkOnTasks.Sight> tasks) {
        return tasks.stream()
                .map(sight -> sight.recorded().task())
                .map(task -> task.key().kind().code() + " since " + task.since()
                        + task.settlement()
                                .map(how -> " " + how.outcome() + " on " + how.day())
                                .orElse(""))
                .toList();
    }

    private static List<String> done(House house, Actor actor) {
        return told(house.tasking.page(actor, false, Optional.empty(), 200));
    }

    private static List<String> entries(House house, String kind) {
        return house.sql.list(
                "select entry from journal where kind = ? order by position", row -> row.getString(1), kind);
    }

    private static Visa decide(
            House house, Actor proposer, Actor approver, DecisionKind kind, Visa visa, Optional<LocalDate> last) {
        var content = new Matters(house).about(kind, house.visas.find(visa.id()).orElseThrow(), last);
        var proposal = house.deciding.propose(proposer, content);
        return house.deciding
                .approve(approver, proposal.id(), proposal.digest(), "Vu.")
                .visa()
                .orElseThrow();
    }

    private static String refused(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(Refused.class, act), "it was accepted")
                .refusal()
                .code();
    }

    @ParameterizedTest
    @EnumSource
    void a_broken_subject_stops_no_other_and_is_tried_again(Database database) {
        House house = house(database);
        Visa broken = cspn(house, 901, "2026-06-01", "yes");
        cspn(house, 902, "2026-06-01", "yes");
        String facts = house.sql
                .one(
                        "select facts from visa where id = ?",
                        row -> row.getString(1),
                        broken.id().toString())
                .orElseThrow();
        house.sql.update("update visa set facts = '{' where id = ?", broken.id().toString());

        house.work.look();

        assertThat(notices(house, OTHER_VENDOR)).containsExactly("validity-ends 2026-06-01/1 on 2026-05-01");
        assertThat(state(house, "warnings")).satisfies(state -> {
            assertThat(state.failures()).isEqualTo(1);
            assertThat(state.failed()).contains(broken.id().toString());
            assertThat(state.doneThrough()).isEqualTo("2026-05-11");
        });
        house.sql.update(
                "update visa set facts = ? where id = ?", facts, broken.id().toString());
        house.work.look();
        assertThat(notices(house, OTHER_VENDOR)).as("it waits a while").hasSize(1);
        house.clock.advance(Duration.ofMinutes(5));
        house.work.look();
        assertThat(notices(house, OTHER_VENDOR)).hasSize(2);
        assertThat(state(house, "warnings").failures()).isZero();
        assertThat(state(house, "warnings").doneThrough()).isEqualTo("2026-05-12");
    }

    @ParameterizedTest
    @EnumSource(names = "H2") // whose one role may add the obstacle
    void a_subject_that_cannot_be_written_stops_no_other_of_its_portion(Database database) {
        House house = house(database);
        Visa broken = cspn(house, 901, "2026-06-01", "yes");
        cspn(house, 902, "2026-06-01", "yes");
        house.sql.update("alter table notice add constraint never check (about_id <> '" + broken.id() + "')");

        house.work.look();

        assertThat(notices(house, OTHER_VENDOR)).hasSize(1);
        assertThat(state(house, "warnings").failures()).isEqualTo(1);
        assertThat(house.journal.size()).isEqualTo(house.count("outbox"));
    }

    private static Progress.State state(House house, String duty) {
        return house.progress.all().stream()
                .filter(state -> state.duty().equals(duty))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void a_node_that_was_overtaken_commits_nothing_more(Database database) throws Exception {
        House house = house(database);
        cspn(house, 901, "2026-06-01", "yes");
        Leases.Lease other = new Leases.Lease("scheduled-work", "node-2/other");
        long entries = house.journal.size();
        // The second transaction of a look, after the one that took the lease: the node sleeps through its time.
        house.database.beforeCommit(2, () -> {
            house.clock.advance(Duration.ofMinutes(3));
            Thread elsewhere = new Thread(() -> house.database.inNew(() -> house.leases.take(
                    other, house.clock.instant(), house.clock.instant().plusSeconds(120))));
            elsewhere.start();
            try {
                elsewhere.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        house.work.look();
        house.database.live();

        assertThat(house.journal.size()).isEqualTo(entries);
        assertThat(house.progress.all()).isEmpty();
        assertThat(house.work.look()).as("the other one works").isFalse();
        house.clock.advance(Duration.ofMinutes(3));
        assertThat(house.work.look()).isTrue();
        assertThat(house.count("notice")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void two_nodes_at_once_write_everything_once(Database database) throws Exception {
        House one = house(database);
        House other = one.restarted();
        for (int number = 901; number < 907; number++) {
            cspn(one, number, "2026-06-01", "yes");
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> first = one.work::look;
            Callable<Boolean> second = other.work::look;
            for (Future<Boolean> answer : nodes.invokeAll(List.of(first, second, first, second))) {
                answer.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        one.work.look();
        assertThat(one.count("notice")).isEqualTo(12);
        assertThat(entries(one, "notice-given")).hasSize(12);
    }

    @ParameterizedTest
    @EnumSource
    void holder_and_authority_are_warned_once_and_nobody_else_hears_of_it(Database database) {
        House house = house(database);
        cspn(house, 901, "2026-08-31", "no");
        house.work.look();
        long entries = house.journal.size();
        assertThat(notices(house, OTHER_VENDOR)).containsExactly("validity-ends 2026-08-31/6 on 2026-02-28");
        assertThat(notices(house, AUDITOR)).containsExactly("validity-ends 2026-08-31/6 on 2026-02-28");
        assertThat(notices(house, VENDOR)).isEmpty();
        assertThat(refused(() -> notices(house, House.PUBLISHER))).isEqualTo("role-missing");
        assertThat(entries(house, "notice-given"))
                .hasSize(2)
                .allSatisfy(entry -> assertThat(entry).doesNotContain("Brume", "2026-08-31", "effective"));

        house.clock.advance(Duration.ofMinutes(1));
        house.work.look();
        assertThat(house.work.look()).as("nothing is due").isFalse();
        assertThat(house.journal.size()).isEqualTo(entries);

        day(house, "2026-05-31");
        house.work.look();
        assertThat(notices(house, OTHER_VENDOR)).hasSize(2).contains("validity-ends 2026-08-31/3 on 2026-05-31");
        assertThat(house.journal.size()).isEqualTo(entries + 2);
    }

    @ParameterizedTest
    @EnumSource
    void after_a_downtime_the_nearest_warning_stands_for_all_that_were_missed(Database database) {
        House house = house(database);
        cspn(house, 901, "2027-05-31", "yes");
        cspn(house, 902, "2026-12-31", "yes");
        house.work.look();
        assertThat(notices(house, OTHER_VENDOR)).containsExactly("validity-ends 2026-12-31/12 on 2025-12-31");

        day(house, "2027-04-15");
        house.work.look();

        assertThat(notices(house, OTHER_VENDOR))
                .as("and none of what ended meanwhile")
                .containsExactlyInAnyOrder(
                        "validity-ends 2026-12-31/12 on 2025-12-31", "validity-ends 2027-05-31/3 on 2027-02-28");
    }

    /** Scenario S21, its last sentence. */
    @ParameterizedTest
    @EnumSource
    void invariant_37_an_end_is_on_record_with_its_day_however_late_and_the_list_follows_once(Database database) {
        House house = house(database);
        Visa visa = cspn(house, 901, "2026-06-22", "yes");
        Visa silent = cspn(house, 902, "2026-06-22", "no");
        cspn(house, 903, "2026-05-01", "yes");
        house.issuing.issueDue();
        house.work.look();
        assertThat(entries(house, "visa-ended"))
                .as("it had ended before it came")
                .isEmpty();

        day(house, "2026-09-01");
        house.work.look();

        assertThat(entries(house, "visa-ended"))
                .anySatisfy(entry -> assertThat(entry)
                        .contains("\"effective\":\"2026-06-23\"", "\"status\":\"archived\"", "visa:" + visa.id())
                        .contains("\"at\":\"2026-09-01T"))
                .hasSize(1);
        assertThat(house.count("visa_end")).isEqualTo(2);
        assertThat(entries(house, "notice-given"))
                .hasSize(5)
                .allSatisfy(
                        entry -> assertThat(entry).doesNotContain(silent.id().toString(), "2026-06-23", "archived"));
        house.issuing.issueDue();
        FamilyId cspn = new FamilyId("cspn");
        assertThat(house.lists.current(cspn).orElseThrow().sequence()).isEqualTo(2);
        house.work.look();
        house.issuing.issueDue();
        assertThat(house.lists.current(cspn).orElseThrow().sequence()).isEqualTo(2);
        assertThat(house.comparing.compare(AUDITOR).differences()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_list_that_speaks_of_the_day_already_is_not_issued_again_for_an_end(Database database) {
        House house = house(database);
        cspn(house, 901, "2026-06-22", "yes");
        house.issuing.issueDue();
        house.work.look();
        day(house, "2026-06-23");
        house.issuing.issueDue();
        house.work.look();
        house.issuing.issueDue();
        assertThat(entries(house, "visa-ended")).hasSize(1);
        assertThat(house.lists.current(new FamilyId("cspn")).orElseThrow().sequence())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void invariant_30_an_elapsed_suspension_asks_for_a_decision_and_lets_no_other_be_taken(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        Visa visa = router(house);
        decide(house, CERTIFIER, DECIDER, DecisionKind.SUSPEND, visa, Optional.of(LocalDate.parse("2026-06-20")));
        house.work.look();
        assertThat(open(house, DECIDER)).isEmpty();

        day(house, "2026-06-24");
        house.work.look();

        assertThat(told(open(house, DECIDER))).containsExactly("suspension-elapsed since 2026-06-21");
        WorkOnTasks.Sight task = open(house, DECIDER).get(0);
        assertThat(task.recorded().task().key().kind().isBlocking()).isTrue();
        assertThat(task.recorded().task().ground().orElseThrow()).contains("Art. 30(1)");
        TaskId id = task.recorded().task().id();
        assertThat(refused(() -> house.tasking.settle(DECIDER, id, OptionalLong.of(1), "x")))
                .isEqualTo("task-not-by-hand");
        Visa now = house.visas.find(visa.id()).orElseThrow();
        assertThat(refused(() ->
                        house.deciding.propose(DECIDER, matters.about(DecisionKind.CONFIRM, now, Optional.empty()))))
                .isEqualTo("suspension-elapsed");

        decide(
                house,
                APPROVER,
                SECOND_APPROVER,
                DecisionKind.EXTEND_SUSPENSION,
                visa,
                Optional.of(LocalDate.parse("2026-07-31")));
        day(house, "2026-06-25");
        house.work.look();
        assertThat(open(house, DECIDER)).isEmpty();
        assertThat(done(house, DECIDER)).containsExactly("suspension-elapsed since 2026-06-21 extended on 2026-06-25");

        day(house, "2026-09-01");
        house.work.look();
        decide(house, CERTIFIER, DECIDER, DecisionKind.LIFT_SUSPENSION, visa, Optional.empty());
        house.work.look();
        assertThat(open(house, DECIDER)).isEmpty();
        assertThat(done(house, DECIDER))
                .hasSize(2)
                .contains("suspension-elapsed since 2026-08-01 lifted on 2026-09-01");
    }

    /** Scenario S16, its last sentence. */
    @ParameterizedTest
    @EnumSource
    void invariant_47_a_visa_whose_base_fell_is_a_task_in_the_next_look_and_stays_as_it_is(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        Visa passport = matters.grantedOn(chip, arvor);
        house.work.look();
        assertThat(open(house, CERTIFIER)).isEmpty();

        decide(house, CERTIFIER, DECIDER, DecisionKind.SUSPEND, chip, Optional.of(LocalDate.parse("2026-06-20")));
        day(house, "2026-05-13");
        house.work.look();
        assertThat(told(open(house, CERTIFIER))).containsExactly("review-impact since 2026-05-13");
        assertThat(open(house, CERTIFIER).get(0).visa()).contains(passport);
        assertThat(open(house, CERTIFIER).get(0).recorded().task().ground().orElseThrow())
                .contains("Art. 33(4)");

        decide(house, CERTIFIER, DECIDER, DecisionKind.WITHDRAW, chip, Optional.empty());
        house.work.look();
        assertThat(told(open(house, CERTIFIER))).containsExactly("review-impact since 2026-05-13");
        assertThat(done(house, CERTIFIER))
                .containsExactly("review-impact since 2026-05-13 base-withdrawn on 2026-05-13");
        assertThat(house.visas.find(passport.id())).contains(passport);

        TaskId id = open(house, CERTIFIER).get(0).recorded().task().id();
        assertThat(refused(() -> house.tasking.one(REVIEWER, id))).isEqualTo("task-unknown");
        assertThat(refused(() -> open(house, VENDOR))).isEqualTo("role-missing");
        Actor inside = new Actor("h.older", "Halcyon Cards", Set.of(Role.CERTIFIER));
        assertThat(refused(() -> house.tasking.settle(inside, id, OptionalLong.of(1), "Vu.")))
                .isEqualTo("sod-applicant");
        assertThat(refused(() -> house.tasking.settle(CERTIFIER, id, OptionalLong.of(2), "Vu.")))
                .isEqualTo("concurrent-change");
        house.tasking.settle(CERTIFIER, id, OptionalLong.of(1), "Le produit ne dépend pas de la fonction en cause.");
        assertThat(refused(() -> house.tasking.settle(CERTIFIER, id, OptionalLong.of(2), "Vu.")))
                .isEqualTo("task-settled");
        day(house, "2026-05-14");
        house.work.look();
        assertThat(open(house, CERTIFIER)).as("it was looked at").isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_task_about_a_base_ends_with_a_decision_about_the_visa_or_when_the_base_is_back(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        Visa passport = matters.grantedOn(chip, arvor);
        decide(house, CERTIFIER, DECIDER, DecisionKind.SUSPEND, chip, Optional.of(LocalDate.parse("2026-06-20")));
        day(house, "2026-05-20");
        house.work.look();
        decide(house, CERTIFIER, DECIDER, DecisionKind.LIFT_SUSPENSION, chip, Optional.empty());
        house.work.look();
        assertThat(open(house, CERTIFIER)).isEmpty();
        decide(house, CERTIFIER, DECIDER, DecisionKind.WITHDRAW, chip, Optional.empty());
        house.work.look();
        decide(
                house,
                DECIDER,
                SECOND_DECIDER,
                DecisionKind.SUSPEND,
                passport,
                Optional.of(LocalDate.parse("2026-06-20")));
        day(house, "2026-05-22");
        house.work.look();
        assertThat(done(house, CERTIFIER))
                .contains("review-impact since 2026-05-13 base-in-force on 2026-05-20")
                .anySatisfy(task -> assertThat(task).startsWith("review-impact since 2026-05-20 "));
        assertThat(open(house, CERTIFIER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void invariant_47_a_suspended_visa_is_a_task_too_and_no_lifting_stands_for_a_look_at_its_base(Database database) {
        House house = house(database);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        Visa passport = matters.grantedOn(chip, arvor);
        Optional<LocalDate> until = Optional.of(LocalDate.parse("2026-06-20"));
        decide(house, CERTIFIER, DECIDER, DecisionKind.SUSPEND, passport, until);
        day(house, "2026-05-20");
        decide(house, CERTIFIER, DECIDER, DecisionKind.WITHDRAW, chip, Optional.empty());
        house.work.look();
        assertThat(impacts(house)).containsExactly("review-impact since 2026-05-20");

        day(house, "2026-05-21");
        decide(house, CERTIFIER, DECIDER, DecisionKind.LIFT_SUSPENSION, passport, Optional.empty());
        day(house, "2026-05-22");
        house.work.look();

        assertThat(impacts(house))
                .as("it is in force again, on a base that is not")
                .hasSize(1);
    }

    private static List<String> impacts(House house) {
        return told(open(house, CERTIFIER)).stream()
                .filter(task -> task.startsWith("review-impact"))
                .toList();
    }

    /** A dossier at a stage since a day. */
    private static Dossier at(House house, String scheme, String version, String stage, String day) {
        SchemeVersion rules =
                House.SCHEMES.version(SchemeVersionId.of(scheme, version)).orElseThrow();
        day(house, day);
        Person vendor = new Person(VENDOR.name(), VENDOR.organisation(), Role.SPONSOR);
        Opening opening = new Opening(
                "D-2026-" + (100 + house.count("dossier")),
                rules.id(),
                rules.definition(),
                DossierKind.INITIAL,
                Optional.empty(),
                vendor,
                house.clock.instant(),
                LocalDate.parse(day));
        Application asked = new Application(
                new Subject(SubjectKind.SERVICE, "Scel", Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                false,
                Map.of(),
                Set.of(),
                true);
        Organisation halcyon = Organisation.named(VENDOR.organisation());
        Dossier opened = Dossier.open(
                new DossierId(UUID.randomUUID()),
                opening,
                asked,
                new Parties(halcyon, Optional.empty(), halcyon, List.of()),
                rules.conduct().orElseThrow().procedure().start());
        StageEntry entered = new StageEntry(
                stage, "x", Optional.of(vendor), house.clock.instant(), LocalDate.parse(day), Optional.empty());
        return house.door.enter(Actor.SYSTEM, Permission.OPEN_DOSSIER, "dossiers", passage -> {
            Dossier first = house.acts.recordNew(passage, opened, "open");
            return house.acts.record(
                    passage,
                    house.acts.look(first, passage.now()),
                    first.byDate(first.history().entering(entered)),
                    "x");
        });
    }

    private static Dossier goesOn(House house, Dossier dossier, String stage) {
        StageEntry entered = new StageEntry(
                stage, "x", Optional.empty(), house.clock.instant(), house.calendar.today(), Optional.empty());
        return house.door.enter(
                Actor.SYSTEM,
                Permission.OPEN_DOSSIER,
                "dossiers",
                passage -> house.acts.record(
                        passage,
                        house.acts.look(dossier, passage.now()),
                        dossier.byDate(dossier.history().entering(entered)),
                        "x"));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_29_a_suspension_tells_holder_authority_and_agency_once(Database database) {
        House house = house(database);
        Visa router = router(house);
        house.work.look();
        Matters matters = new Matters(house);
        var proposal = house.deciding.propose(
                Matters.DECIDER,
                matters.about(DecisionKind.SUSPEND, router, Optional.of(LocalDate.parse("2026-06-20"))));
        house.work.look();
        assertThat(toldOf(house)).as("nothing was decided yet").isEmpty();
        house.deciding.approve(Matters.SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");

        house.work.look();
        assertThat(toldOf(house)).containsExactly("-", "Brume Télécom", "ENISA");
        day(house, "2026-05-13");
        house.work.look();
        assertThat(toldOf(house)).hasSize(3);
        assertThat(notices(house, Matters.OTHER_VENDOR))
                .singleElement()
                .asString()
                .startsWith("decision-made suspend/");
        assertThat(house.noticing.page(Matters.OTHER_VENDOR, Optional.empty(), 200))
                .extracting(sight -> sight.recorded().notice().text().orElse("-"))
                .containsExactly("Motifs.\n\nCorriger, puis en rendre compte.");
        assertThat(house.noticing.page(AUDITOR, Optional.empty(), 200))
                .as("what the authority was told, and what is to reach the agency")
                .extracting(sight -> sight.recorded().notice().addressee().orElse("-") + " "
                        + sight.recorded().notice().text().orElse("-"))
                .containsExactlyInAnyOrder("- Motifs.", "ENISA Motifs.");
        assertThat(notices(house, VENDOR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_exception_that_the_authority_approves_is_told_to_the_certification_group_once(Database database) {
        House house = house(database);
        house.work.look();
        Matters matters = new Matters(house);
        Dossier submitted = matters.step(CERTIFIER, matters.submitted(), "admit");
        Dossier other = matters.step(CERTIFIER, matters.submitted(), "admit");
        Dossier asked = ask(house, submitted, "long-validity");
        house.work.look();
        assertThat(told(house)).as("nothing was answered yet").isEmpty();

        Dossier proposed = propose(house, asked, "long-validity", true);
        house.work.look();
        assertThat(told(house)).as("nobody approved the answer yet").isEmpty();

        Dossier given = approve(house, proposed, "long-validity");
        answer(house, ask(house, justified(matters, other), "assurance-exception"), "assurance-exception", false);
        house.work.look();
        house.work.look();
        assertThat(told(house)).containsExactly("ECCG " + given.id());

        day(house, "2026-05-20");
        answer(house, ask(house, justified(matters, given), "assurance-exception"), "assurance-exception", true);
        day(house, "2026-05-23");
        house.work.look();
        assertThat(told(house)).containsExactly("ECCG " + given.id(), "ECCG " + given.id());
    }

    @ParameterizedTest
    @EnumSource
    void who_answers_an_approval_is_asked_to_and_so_is_the_second_person_until_it_is_given(Database database) {
        House house = house(database);
        house.work.look();
        Matters matters = new Matters(house);
        Dossier dossier = ask(house, matters.step(CERTIFIER, matters.submitted(), "admit"), "long-validity");
        house.work.look();
        assertThat(told(open(house, Matters.APPROVER))).containsExactly("approval-asked since 2026-05-12");
        assertThat(open(house, CERTIFIER)).as("who asked has nothing to answer").isEmpty();

        day(house, "2026-05-13");
        dossier = propose(house, dossier, "long-validity", true);
        house.work.look();
        house.work.look();
        assertThat(told(open(house, Matters.SECOND_APPROVER))).containsExactly("answer-proposed since 2026-05-13");
        assertThat(open(house, Matters.APPROVER).get(0).recorded().task().due())
                .contains(LocalDate.parse("2026-06-12"));

        approve(house, dossier, "long-validity");
        house.work.look();
        assertThat(open(house, Matters.APPROVER)).isEmpty();
        assertThat(done(house, Matters.APPROVER))
                .containsExactly(
                        "answer-proposed since 2026-05-13 answered on 2026-05-13",
                        "approval-asked since 2026-05-12 proposed on 2026-05-13");
    }

    @ParameterizedTest
    @EnumSource
    void a_proposed_answer_that_nobody_approved_is_told_to_the_authority_once_and_the_request_waits_again(
            Database database) {
        House house = house(database);
        house.work.look();
        Matters matters = new Matters(house);
        Dossier dossier = ask(house, matters.step(CERTIFIER, matters.submitted(), "admit"), "long-validity");
        propose(house, dossier, "long-validity", true);
        day(house, "2026-06-11");
        house.work.look();
        assertThat(expired(house)).as("its last day").isEmpty();

        day(house, "2026-07-01");
        house.work.look();
        house.work.look();

        assertThat(expired(house)).containsExactly("answer-expired on 2026-06-12 until 2026-06-11");
        assertThat(told(open(house, Matters.APPROVER))).containsExactly("approval-asked since 2026-06-12");
        assertThat(done(house, Matters.APPROVER))
                .containsExactly("answer-proposed since 2026-05-12 expired on 2026-06-12");
        assertThat(house.noticing.page(VENDOR, Optional.empty(), 200))
                .noneMatch(sight -> sight.recorded().notice().kind().code().equals("answer-expired"));
    }

    @ParameterizedTest
    @EnumSource
    void nobody_is_asked_any_more_about_a_request_that_was_taken_back_or_whose_dossier_ended(Database database) {
        House house = house(database);
        house.work.look();
        Matters matters = new Matters(house);
        Dossier asked = ask(house, matters.step(CERTIFIER, matters.submitted(), "admit"), "long-validity");
        Dossier other = ask(house, matters.step(CERTIFIER, matters.submitted(), "admit"), "long-validity");
        house.work.look();
        assertThat(open(house, Matters.APPROVER)).hasSize(2);

        day(house, "2026-05-14");
        Dossier back = house.handling.takeApprovalBack(CERTIFIER, asked.id(), Matters.seen(asked), "long-validity");
        house.handling.takeStep(
                Matters.VENDOR, other.id(), Matters.seen(other), "withdraw-application", Optional.of("Abandon."));
        house.work.look();
        assertThat(open(house, Matters.APPROVER)).isEmpty();
        assertThat(done(house, Matters.APPROVER))
                .containsExactlyInAnyOrder(
                        "approval-asked since 2026-05-12 taken-back on 2026-05-14",
                        "approval-asked since 2026-05-12 dossier-ended on 2026-05-14");

        ask(house, back, "long-validity");
        house.work.look();
        assertThat(told(open(house, Matters.APPROVER))).containsExactly("approval-asked since 2026-05-14");
    }

    private static List<String> expired(House house) {
        return house.noticing.page(AUDITOR, Optional.empty(), 200).stream()
                .map(sight -> sight.recorded().notice())
                .filter(notice -> notice.kind().code().equals("answer-expired"))
                .map(notice -> notice.kind().code() + " on " + notice.day() + " until "
                        + notice.until().orElseThrow())
                .toList();
    }

    private static Dossier justified(Matters matters, Dossier dossier) {
        return matters.deposit(CERTIFIER, dossier, "EXCEPTION_JUSTIFICATION");
    }

    private static Dossier ask(House house, Dossier dossier, String type) {
        return house.handling.askApproval(
                CERTIFIER,
                dossier.id(),
                Matters.seen(dossier),
                type,
                "Motifs.",
                type.equals("long-validity")
                        ? Optional.of(house.calendar.today().plusYears(8))
                        : Optional.empty());
    }

    private static Dossier answer(House house, Dossier dossier, String type, boolean given) {
        return approve(house, propose(house, dossier, type, given), type);
    }

    private static Dossier propose(House house, Dossier dossier, String type, boolean given) {
        return house.handling.answerApproval(
                Matters.APPROVER, dossier.id(), Matters.seen(dossier), type, given, house.calendar.today(), "Vu.");
    }

    private static Dossier approve(House house, Dossier proposed, String type) {
        String digest = proposed.history()
                .approval(type)
                .flatMap(Approval::proposed)
                .orElseThrow()
                .digest();
        return house.handling.approveAnswer(
                Matters.SECOND_APPROVER, proposed.id(), Matters.seen(proposed), type, digest);
    }

    private static List<String> told(House house) {
        return house.sql.list(
                "select addressee, about_id from notice where kind = 'APPROVAL_GIVEN' order by position",
                row -> row.getString(1) + " " + row.getString(2));
    }

    private static List<String> toldOf(House house) {
        return house.sql.list(
                "select addressee from notice where kind = 'DECISION_MADE' order by addressee",
                row -> row.getString(1));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_59_silence_is_recorded_as_a_rejection_and_the_applicant_is_told(Database database) {
        House house = house(database);
        Dossier dossier = at(house, "mie", "1", "examination", "2026-02-16");
        day(house, "2026-05-16");
        house.work.look();
        assertThat(open(house, CERTIFIER)).isEmpty();
        assertThat(notices(house, VENDOR)).isEmpty();
        assertThat(notices(house, AUDITOR)).containsExactly("deadline-near silence/2026-02-16 on 2026-05-09");

        day(house, "2026-11-01");
        house.work.look();
        house.work.look();

        assertThat(told(open(house, CERTIFIER))).containsExactly("silence-rejected since 2026-05-17");
        assertThat(notices(house, VENDOR)).containsExactly("silence-rejected silence/2026-02-16 on 2026-05-17");
        assertThat(text(house, VENDOR))
                .as("with its remedies, in both languages")
                .hasValueSatisfying(text -> assertThat(text).contains("tribunal administratif", "two months"));
        assertThat(house.reading.one(VENDOR, dossier.id(), Optional.empty()).remedyOfSilence())
                .as("and so does the dossier")
                .hasValueSatisfying(remedy -> assertThat(text(house, VENDOR)).contains(remedy.inBoth()));
        assertThat(notices(house, OTHER_VENDOR)).isEmpty();
        assertThat(entries(house, "notice-given"))
                .allSatisfy(entry ->
                        assertThat(entry).doesNotContain("silence", dossier.id().toString()));
        goesOn(house, dossier, "granted");
        house.work.look();
        assertThat(done(house, CERTIFIER)).containsExactly("silence-rejected since 2026-05-17 went-on on 2026-11-01");
    }

    @ParameterizedTest
    @EnumSource
    void a_refusal_under_article_54_11_tells_the_applicant_its_remedies_beside_the_reasons(Database database) {
        House house = house(database);
        Dossier dossier = at(house, "mie", "1", "decision", "2026-02-16");
        DecisionContent refusal = new DecisionContent(
                DecisionKind.REFUSE,
                Optional.of(dossier.id()),
                dossier.version(),
                Optional.empty(),
                0,
                house.calendar.today(),
                Optional.empty(),
                Optional.of("Le niveau n’est pas atteint."),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
        var proposal = house.deciding.propose(Matters.DECIDER, refusal);
        house.work.look();
        assertThat(notices(house, VENDOR)).as("nothing was decided yet").isEmpty();

        house.deciding.approve(Matters.SECOND_DECIDER, proposal.id(), proposal.digest(), "Vu.");
        house.work.look();

        assertThat(notices(house, VENDOR)).hasSize(1).allMatch(notice -> notice.startsWith("decision-made refuse/"));
        assertThat(text(house, VENDOR))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("Le niveau n’est pas atteint.")
                        .contains("tribunal administratif", "administrative court"));
    }

    @ParameterizedTest
    @EnumSource
    void invariant_60_a_delay_without_decision_asks_for_reasons_and_the_applicant_is_told_them(Database database) {
        House house = house(database);
        at(house, "timestamping", "910-2014", "submitted", "2026-01-14");
        day(house, "2026-04-20");
        house.work.look();
        assertThat(told(open(house, CERTIFIER))).containsExactly("reasons-owed since 2026-04-15");
        assertThat(notices(house, VENDOR)).isEmpty();
        TaskId id = open(house, CERTIFIER).get(0).recorded().task().id();

        house.tasking.settle(CERTIFIER, id, OptionalLong.of(1), "L’audit complémentaire dure jusqu’en mai.");

        assertThat(notices(house, VENDOR)).containsExactly("delay-explained decision/2026-01-14 on 2026-04-20");
        assertThat(text(house, VENDOR)).contains("L’audit complémentaire dure jusqu’en mai.");
        day(house, "2026-05-20");
        house.work.look();
        assertThat(open(house, CERTIFIER)).isEmpty();
        assertThat(house.count("task")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_may_be_closed_and_what_is_merely_late_is_asked_of_whoever_the_definition_says(Database database) {
        House house = house(database);
        Dossier dossier = at(house, "mie", "1", "incomplete", "2026-02-16");
        at(house, "mie", "1", "submitted", "2026-02-16");
        day(house, "2026-04-20");
        house.work.look();

        assertThat(told(open(house, CERTIFIER)))
                .containsExactlyInAnyOrder("may-close since 2026-04-17", "deadline-missed since 2026-03-03");
        assertThat(notices(house, VENDOR)).contains("may-close completion/2026-02-16 on 2026-04-17");
        goesOn(house, dossier, "submitted");
        day(house, "2026-04-22");
        house.work.look();
        assertThat(done(house, CERTIFIER)).containsExactly("may-close since 2026-04-17 went-on on 2026-04-20");
    }

    @ParameterizedTest
    @EnumSource
    void a_proposal_that_nobody_answered_is_told_to_the_authority_once(Database database) {
        House house = house(database);
        Visa visa = router(house);
        house.deciding.propose(
                CERTIFIER,
                new Matters(house).about(DecisionKind.SUSPEND, visa, Optional.of(LocalDate.parse("2026-06-20"))));
        house.work.look();
        day(house, "2026-06-11");
        house.work.look();
        assertThat(notices(house, AUDITOR)).isEmpty();
        day(house, "2026-08-01");
        house.work.look();
        house.work.look();
        assertThat(notices(house, AUDITOR)).containsExactly("proposal-expired 2026-06-11 on 2026-06-12");
        assertThat(notices(house, OTHER_VENDOR)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_duty_stands_in_the_table_of_the_documentation_and_no_other(Database database) throws Exception {
        House house = house(database);
        house.work.look();
        String page = Files.readString(Path.of("../docs/architecture.md"));
        int begin = page.indexOf("| duty | looks at | leaves |");
        String table = page.substring(begin, page.indexOf("\n\n", begin));

        assertThat(table.lines().skip(2).map(row -> row.split("`")[1]))
                .containsExactlyInAnyOrderElementsOf(house.sql.list("select name from duty", row -> row.getString(1)));
    }

    @ParameterizedTest
    @EnumSource
    void what_was_told_is_never_rewritten(Database database) {
        House house = house(database);
        cspn(house, 901, "2026-06-01", "yes");
        house.work.look();
        for (String rewriting : List.of("update notice set occurrence = 'x'", "delete from notice")) {
            assertThat(catchThrowableOfType(RuntimeException.class, () -> house.sql.update(rewriting)))
                    .as(rewriting)
                    .isNotNull();
        }
    }
}
