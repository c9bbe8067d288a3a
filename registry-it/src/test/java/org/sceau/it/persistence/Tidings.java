package org.sceau.it.persistence;

import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.OTHER_VENDOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.sceau.it.house.House;
import org.sceau.it.house.MailServer;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.inviting.Profiles;
import org.sceau.registry.application.scheduling.Notices;
import org.sceau.registry.application.scheduling.Tasks;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.task.Task;
import org.sceau.registry.domain.task.TaskId;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Description;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;
import org.sceau.registry.infrastructure.persistence.JdbcNotices;
import org.sceau.registry.infrastructure.persistence.JdbcTasks;

/** People with an address, and what they are told and asked, put on record as scheduled work does. */
final class Tidings {
    /** Stands in every notice. */
    static final String SECRET = "Le commanditaire abandonne la version 2 du coffre.";

    private static final String HEADER =
            "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,status_since,status_until,status_reason,listed\n";

    private final House house;
    private int told;

    Tidings(House house) {
        this.house = house;
    }

    void person(Actor actor) {
        person(actor, "fr");
    }

    void person(Actor actor, String language) {
        house.account(actor);
        house.profiles.put(
                house.accounts.byUsername(actor.name()).orElseThrow().id(),
                new Profiles.Profile(actor.name(), actor.name() + "@mail.example", language));
    }

    /** A national certificate of Brume Télécom. */
    Concern visa() {
        if (house.count("visa") == 0) {
            house.importCsv(
                    HEADER
                            + "cspn,cspn,1.1,ANSSI-CSPN-2025/901,Brume Télécom,Pare-feu 901,1.0,,FIREWALL,2025-01-12,2028-01-12,in-force,,,,no\n",
                    false);
        }
        return Concern.of(VisaId.parse(
                house.sql.one("select id from visa", row -> row.getString(1)).orElseThrow()));
    }

    static Concern noSuchDossier() {
        return Concern.of(new DossierId(UUID.randomUUID()));
    }

    long tell(Optional<String> addressee, NoticeKind kind, Concern concern) {
        Notice notice = new Notice(
                kind,
                addressee,
                concern,
                "o" + told++,
                LocalDate.parse("2026-05-12"),
                Optional.empty(),
                Optional.of(SECRET),
                Optional.empty());
        return house.door.enter(Actor.SYSTEM, Permission.DO_SCHEDULED_WORK, "test", passage -> {
            long position = passage.record(new Entry(
                    "notice-given",
                    "notice",
                    Optional.empty(),
                    Map.of(),
                    Map.of("notice", SECRET),
                    Entry.Topic.NOTICE));
            new JdbcNotices(house.rows).add(new Notices.Recorded(notice, passage.now(), position));
            return position;
        });
    }

    /** Its holder tells a vulnerability of that certificate, and is told of it in turn. */
    void warn() {
        VisaId visa = new VisaId(visa().id());
        VulnerabilityRecord record = house.reporting
                .report(
                        OTHER_VENDOR,
                        new ReportVulnerability.Request(
                                Source.HOLDER,
                                Set.of(visa),
                                new Description(SECRET, SECRET, Optional.empty(), Optional.empty(), Optional.empty()),
                                Optional.empty()))
                .record();
        house.notifying.tell(
                CERTIFIER, record.id(), OptionalLong.of(record.version()), Addressee.HOLDER, Optional.of(SECRET));
    }

    TaskId ask(Set<Role> roles, Concern concern) {
        return ask(roles, concern, Optional.empty());
    }

    TaskId ask(Set<Role> roles, Concern concern, Optional<LocalDate> due) {
        Task task = new Task(
                new TaskId(UUID.randomUUID()),
                new Task.Key(TaskKind.REVIEW_IMPACT, concern, "o" + told++),
                roles,
                LocalDate.parse("2026-05-12"),
                due,
                Optional.empty(),
                Optional.empty(),
                1);
        return house.door.enter(Actor.SYSTEM, Permission.DO_SCHEDULED_WORK, "test", passage -> {
            long position = passage.record(new Entry(
                    "task-raised",
                    "task",
                    Optional.empty(),
                    Map.of(),
                    Map.of("task", SECRET),
                    Entry.Topic.TASK,
                    task.id().toString()));
            new JdbcTasks(house.rows).add(new Tasks.Recorded(task, passage.now(), position));
            return task.id();
        });
    }

    /** The names of those whom mails arrived for, one for each mail. */
    List<String> toldBy(MailServer mail) {
        return mail.arrived().stream()
                .map(arrived -> arrived.to().replace("@mail.example", ""))
                .toList();
    }

    MailServer.Arrived to(String name, MailServer mail) {
        return mail.arrived().stream()
                .filter(arrived -> arrived.to().equals(name + "@mail.example"))
                .findFirst()
                .orElseThrow();
    }
}
