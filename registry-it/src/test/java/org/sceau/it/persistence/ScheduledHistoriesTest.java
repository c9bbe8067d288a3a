package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.it.house.LegalGrounds;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.scheduling.Notices;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.Warnings;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * One random history lived twice: by a house that looks each morning and evening, and by one that is down for days and is killed
 * between its commits. Both end with the same tasks, notices and ends, each with the same legal days; only what is said ahead of a day may
 * be missing where the house was down on the day it was due.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScheduledHistoriesTest {
    private static final LocalDate START = LocalDate.parse("2026-05-12");
    private static final Set<NoticeKind> AHEAD = Set.of(NoticeKind.VALIDITY_ENDS, NoticeKind.DEADLINE_NEAR);

    @TempDir
    Path home;

    /** A house that lives a history, what it calls the visas of it, and the days on which it looked. */
    private static final class Life {
        private House house;
        private final Map<String, Visa> visas = new TreeMap<>();
        private final List<Dossier> dossiers = new ArrayList<>();
        private final Set<LocalDate> looked = new HashSet<>();

        Life(House house) {
            this.house = house;
        }

        void look() {
            house.work.look();
            looked.add(house.calendar.today());
        }

        /** Dies at some of its commits; another node takes over when the lease is out. */
        void lookAmongKills(Random random) {
            while (true) {
                house.database.dieAtCommit(1 + random.nextInt(12));
                try {
                    look();
                    return;
                } catch (ThreadDeath killed) {
                    house.clock.advance(Duration.ofMinutes(3));
                    house = house.restarted();
                } finally {
                    house.database.live();
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}, {2} days")
    @CsvSource({"H2,1,220", "H2,2,220", "H2,3,220", "H2,4,220", "POSTGRESQL,5,60"})
    void a_history_with_downtimes_and_kills_leaves_what_daily_looks_leave(Database database, long seed, int days) {
        Random random = new Random(seed);
        // Of its own: how often a look commits does not change what happens in the history.
        Random kills = new Random(seed);
        Life daily = begin(database, "daily", new Random(seed));
        Life patchy = begin(database, "patchy", new Random(seed));
        int downUntil = 0;
        int acts = 0;
        for (int day = 0; day <= days; day++) {
            boolean up = day >= downUntil || day == days;
            daily.house.clock.set(START.plusDays(day) + "T05:00:00Z");
            patchy.house.clock.set(START.plusDays(day) + "T05:00:00Z");
            daily.look();
            if (up) {
                patchy.lookAmongKills(kills);
                for (int act = random.nextInt(3); act > 0; act--) {
                    long choice = random.nextLong();
                    String done = act(daily, new Random(choice));
                    assertThat(act(patchy, new Random(choice))).isEqualTo(done);
                    acts += done.equals("done") ? 1 : 0;
                    // Of this act nobody has heard before the next look.
                    patchy.looked.remove(START.plusDays(day));
                }
                daily.look();
                if (random.nextBoolean()) {
                    patchy.lookAmongKills(kills);
                }
                if (random.nextInt(4) == 0) {
                    downUntil = day + 2 + random.nextInt(40);
                }
            }
        }
        // Of the acts of the last day both have heard.
        patchy.look();
        assertThat(acts).as("acts of the history").isPositive();
        assertThat(tasks(patchy)).isEqualTo(tasks(daily)).isNotEmpty();
        assertThat(ends(patchy)).isEqualTo(ends(daily));
        assertThat(notices(patchy, false).keySet())
                .isEqualTo(notices(daily, false).keySet());
        requireSameAhead(daily, patchy);
        for (Life life : List.of(daily, patchy)) {
            assertThat(entries(life, "task-raised")).isEqualTo(life.house.count("task"));
            assertThat(entries(life, "notice-given") + entries(life, "visa-ended"))
                    .isEqualTo(life.house.count("notice") + life.house.count("visa_end"));
            assertThat(entries(life, "task-settled"))
                    .isEqualTo(life.house.sql.number("select count(*) from task where state = 'DONE'"));
            LegalGrounds.requireIn(life.house);
        }
    }

    /** Nothing is said ahead that daily looks would not say, and what is missing fell due while nobody looked. */
    private static void requireSameAhead(Life daily, Life patchy) {
        Map<String, Notices.Recorded> all = notices(daily, true);
        Map<String, Notices.Recorded> given = notices(patchy, true);
        assertThat(all.keySet()).containsAll(given.keySet());
        Set<String> missing = new TreeSet<>(all.keySet());
        missing.removeAll(given.keySet());
        for (String name : missing) {
            LocalDate due = daily.house.calendar.dayOf(all.get(name).recordedAt());
            assertThat(patchy.looked).as(name).doesNotContain(due);
        }
        LocalDate end = patchy.house.calendar.today();
        patchy.visas.values().forEach(known -> {
            Visa visa = patchy.house.visas.find(known.id()).orElseThrow();
            if (visa.facts().statusOn(end, VisaStatus.EXPIRED).status() == VisaStatus.IN_FORCE) {
                visa.facts()
                        .validity()
                        .lastDay()
                        .flatMap(last -> Warnings.USUAL.nearest(last, end).map(mark -> last + "/" + mark.months()))
                        .ifPresent(
                                occurrence -> assertThat(given.keySet()).anyMatch(name -> name.contains(occurrence)));
            }
        });
    }

    private Life begin(Database database, String name, Random random) {
        House house = House.on(database, home.resolve(name));
        house.clock.set(START.minusDays(1) + "T08:00:00Z");
        Life life = new Life(house);
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        Visa chip = matters.granted(arvor);
        life.visas.put("chip", chip);
        life.visas.put("passport", matters.grantedOn(chip, arvor));
        StringBuilder csv = new StringBuilder(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n");
        for (int number = 900; number < 906; number++) {
            csv.append("common-criteria,eucc,2025-12-29,EUCC-3090-2026-0")
                    .append(number)
                    .append(",Brume Télécom,Routeur ")
                    .append(number)
                    .append(",1.0,SUBSTANTIAL,NETWORK,2026-01-12,")
                    .append(START.plusDays(20 + random.nextInt(420)))
                    .append(",in-force,")
                    .append(number % 2 == 0 ? "yes" : "no")
                    .append('\n');
        }
        house.importCsv(csv.toString(), false);
        for (int number = 900; number < 906; number++) {
            String id = house.sql
                    .one("select id from visa where subject_name = ?", row -> row.getString(1), "Routeur " + number)
                    .orElseThrow();
            life.visas.put(
                    "router " + number, house.visas.find(VisaId.parse(id)).orElseThrow());
        }
        return life;
    }

    /** Tries something; both lives try the same and hear the same. */
    private static String act(Life life, Random random) {
        House house = life.house;
        Matters matters = new Matters(house);
        List<Visa> visas = List.copyOf(life.visas.values());
        Visa visa =
                house.visas.find(visas.get(random.nextInt(visas.size())).id()).orElseThrow();
        LocalDate last = house.calendar.today().plusDays(3 + random.nextInt(30));
        try {
            switch (random.nextInt(9)) {
                case 0, 1, 2 -> decide(house, matters, DecisionKind.SUSPEND, visa, Optional.of(last));
                case 3, 4 -> decide(house, matters, DecisionKind.LIFT_SUSPENSION, visa, Optional.empty());
                case 5 -> decide(house, matters, DecisionKind.EXTEND_SUSPENSION, visa, Optional.of(last));
                case 6 -> {
                    DecisionKind kind = random.nextInt(4) == 0 ? DecisionKind.WITHDRAW : DecisionKind.CONFIRM;
                    decide(house, matters, kind, visa, Optional.empty());
                }
                case 7 ->
                    house.deciding.propose(
                            Matters.CERTIFIER, matters.about(DecisionKind.SUSPEND, visa, Optional.of(last)));
                default -> dossier(life, matters, random);
            }
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        }
    }

    private static void dossier(Life life, Matters matters, Random random) {
        if (life.dossiers.isEmpty() || random.nextInt(3) == 0) {
            life.dossiers.add(matters.submitted());
            return;
        }
        int which = random.nextInt(life.dossiers.size());
        life.dossiers.set(which, matters.step(Matters.CERTIFIER, life.dossiers.get(which), "admit"));
    }

    private static void decide(House house, Matters matters, DecisionKind kind, Visa visa, Optional<LocalDate> last) {
        boolean approver = kind == DecisionKind.EXTEND_SUSPENSION;
        Actor first = approver ? Matters.APPROVER : Matters.DECIDER;
        Actor second = approver ? Matters.SECOND_APPROVER : Matters.SECOND_DECIDER;
        var proposal = house.deciding.propose(first, matters.about(kind, visa, last));
        house.deciding.approve(second, proposal.id(), proposal.digest(), "Vu.");
    }

    private static long entries(Life life, String kind) {
        return life.house.sql.number("select count(*) from journal where kind = ?", kind);
    }

    /** Ids differ from house to house; names do not, and decisions have none. */
    private static String named(Life life, Concern concern, String occurrence) {
        Map<String, String> names = new HashMap<>();
        life.visas.forEach((name, visa) -> names.put(visa.id().toString(), name));
        life.dossiers.forEach(
                dossier -> names.put(dossier.id().toString(), dossier.opening().number()));
        String text = concern.about() == Concern.About.PROPOSAL
                ? "proposal " + occurrence
                : names.getOrDefault(concern.id().toString(), "?") + " " + occurrence;
        for (Map.Entry<String, String> name : names.entrySet()) {
            text = text.replace(name.getKey(), name.getValue());
        }
        return text.replaceAll("/[0-9a-f-]{36}", "");
    }

    private static List<String> tasks(Life life) {
        return life.house.sql.list("select id from task", row -> row.getString(1)).stream()
                .map(id -> life.house.tasks.find(TaskId.parse(id)).orElseThrow().task())
                .map(task -> told(life, task))
                .sorted()
                .toList();
    }

    private static String told(Life life, Task task) {
        return task.key().kind() + " "
                + named(life, task.key().concern(), task.key().occurrence()) + " since "
                + task.since() + " due " + task.due() + " for " + task.roles() + " "
                + task.settlement()
                        .map(how -> how.outcome() + " on " + how.day())
                        .orElse("open");
    }

    private static Map<String, Notices.Recorded> notices(Life life, boolean ahead) {
        Map<String, Notices.Recorded> notices = new TreeMap<>();
        Set<String> addressees =
                new TreeSet<>(life.house.sql.list("select distinct addressee from notice", row -> row.getString(1)));
        // What is to reach bodies outside is on the page of the authority.
        addressees.removeAll(java.util.Arrays.stream(Addressee.values())
                .filter(Addressee::isOutside)
                .map(Enum::name)
                .toList());
        for (String addressee : addressees) {
            Optional<String> own = addressee.equals("-") ? Optional.empty() : Optional.of(addressee);
            Optional<Long> before = Optional.empty();
            List<Notices.Recorded> page;
            do {
                page = life.house.notices.page(own, before, 200);
                for (Notices.Recorded recorded : page) {
                    Notice notice = recorded.notice();
                    if (AHEAD.contains(notice.kind()) == ahead) {
                        notices.merge(
                                notice.kind() + " " + notice.addressee().orElse("-") + " "
                                        + named(life, notice.concern(), notice.occurrence()) + " on " + notice.day()
                                        + " until " + notice.until(),
                                recorded,
                                (one, other) -> notice.concern().about() == Concern.About.PROPOSAL
                                                || notice.kind() == NoticeKind.DECISION_MADE
                                        ? one
                                        : fail("told twice: " + one + other));
                    }
                    before = Optional.of(recorded.position());
                }
            } while (page.size() == 200);
        }
        return notices;
    }

    private static Set<String> ends(Life life) {
        return new TreeSet<>(life.house.sql.list(
                "select v.subject_name, e.legal_day from visa_end e join visa v on v.id = e.visa_id",
                row -> row.getString(1) + " " + row.getString(2)));
    }
}
