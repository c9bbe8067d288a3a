package org.sceau.it.persistence;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import org.sceau.it.house.House;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.StagedRow;
import org.sceau.registry.application.publishing.PublishedList;
import org.sceau.registry.application.publishing.SendPackage;
import org.sceau.registry.application.scheduling.WorkOnTasks;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.task.TaskKind;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.xml.sax.SAXException;

/** What the house does besides deciding, now and then: it imports, draws a sample, sends a package, and looks at what falls due. */
final class LifeHouse {
    private static final SchemeId EUCC = new SchemeId("eucc");
    private static final LocalDate FIRST_IMPORT = LocalDate.parse("2026-01-01");
    private static final int ROWS = 24;
    /** So few that the rows of a file share them. */
    private static final int REFERENCES = 14;

    private static final int SUBJECTS = 40;
    private static final int LARGEST_DRAWING = 6;
    /** Dossiers whose package people have in mind. */
    private static final int MINDED = 4;

    private final House house;
    private final Random random;
    private final List<DossierId> granted = new ArrayList<>();
    /** Under a scheme in which silence or delay means something, and not at an end when somebody looked last. */
    private final Set<DossierId> watched = new LinkedHashSet<>();

    private final Map<String, Integer> done = new TreeMap<>();
    private final ListWordsMustHold lists = new ListWordsMustHold();

    LifeHouse(House house, Random random) {
        this.house = house;
        this.random = random;
    }

    /** How often each act was accepted, and why others were not. */
    Map<String, Integer> done() {
        return done;
    }

    /** A dossier with a certificate that the agency is told of. */
    void granted(Dossier dossier) {
        if (dossier.opening().scheme().scheme().equals(EUCC)
                && dossier.opening().kind() != DossierKind.MAINTENANCE) {
            granted.add(dossier.id());
        }
    }

    void opened(Dossier dossier) {
        if (isOfIdentification(dossier) || isTrustService(dossier)) {
            watched.add(dossier.id());
        }
    }

    private static boolean isOfIdentification(Dossier dossier) {
        return dossier.opening().scheme().scheme().value().equals("mie");
    }

    private static boolean isTrustService(Dossier dossier) {
        return LifeWords.TRUST_SERVICES.contains(dossier.opening().scheme().version());
    }

    void tryOne(String where) {
        try {
            switch (random.nextInt(36)) {
                case 0 -> publish(where);
                case 1, 2, 3 -> bring(where);
                case 4, 5, 6, 7, 8, 9, 10, 11, 12 -> draw(where);
                case 13, 14, 15, 16, 17, 18 -> {
                    look(where);
                    explain();
                }
                default -> prepare(where);
            }
        } catch (Refused refused) {
            count(refused.refusal().code());
        }
    }

    private void count(String what) {
        done.merge(what, 1, Integer::sum);
    }

    /** The lists that are due; none while the signer is out of its time. */
    void publish(String where) {
        count(house.issuing.issueDue() ? "published" : "not published");
        for (PublishedList list : house.lists.current()) {
            lists.holds_53_the_number_rises_and_what_was_told_stays(
                    list.family(), list.sequence(), statuses(list), this::isHidden, where);
        }
    }

    private boolean isHidden(String slug) {
        return house.visas
                .find(new Slug(slug))
                .filter(visa -> !visa.facts().listed())
                .isPresent();
    }

    private Set<String> statuses(PublishedList list) {
        try {
            return ListText.statuses(ListText.list(house, list));
        } catch (IOException | ParserConfigurationException | SAXException unreadable) {
            throw new IllegalStateException(list.toString(), unreadable);
        }
    }

    /** Whether a list told anything of a visa. */
    boolean isTold(Visa visa) {
        return lists.isTold(visa.facts().family(), visa.slug().value());
    }

    /** A list that somebody else printed, in which several certificates bear one reference. */
    private void bring(String where) {
        LocalDate today = house.calendar.today();
        if (today.isBefore(FIRST_IMPORT)) {
            return;
        }
        StringBuilder csv = new StringBuilder(
                "family,scheme,scheme_version,reference,holder,name,versions,level,category,valid_from,valid_until,status,listed\n");
        List<HouseWordsMustHold.Printed> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            HouseWordsMustHold.Printed row = new HouseWordsMustHold.Printed(
                    "EUCC-3095-2026-01-%02d".formatted(1 + random.nextInt(REFERENCES)),
                    random.nextBoolean() ? "Brume Télécom" : "Halcyon Cards",
                    "Carte " + random.nextInt(SUBJECTS));
            rows.add(row);
            csv.append(
                    "common-criteria,eucc,2025-12-29,%s,%s,%s,1.0,SUBSTANTIAL,NETWORK,2026-01-01,2030-12-31,in-force,yes\n"
                            .formatted(row.reference(), row.holder(), row.subject()));
        }
        ImportJob job = house.importCsv(csv.toString(), false);
        List<HouseWordsMustHold.Printed> taken = new ArrayList<>();
        house.imports.report(House.ADMINISTRATOR, job.id(), row -> {
            if (row.outcome() != StagedRow.Outcome.REFUSED) {
                taken.add(rows.get((int) row.number() - 1));
            }
        });
        List<HouseWordsMustHold.Printed> visas = new ArrayList<>();
        house.visas.forEach(visa -> visas.add(new HouseWordsMustHold.Printed(
                visa.facts().reference().text(),
                visa.facts().holder().name(),
                visa.facts().subject().name())));
        HouseWordsMustHold.holds_68_subjects_of_one_reference_are_visas_of_their_own(taken, visas, where);
        boolean shared = taken.stream()
                        .map(HouseWordsMustHold.Printed::reference)
                        .distinct()
                        .count()
                < Set.copyOf(taken).size();
        count(shared ? "brought with one reference for several" : "brought");
    }

    /** Somebody draws for the sample of this year, too few at first or enough. */
    private void draw(String where) {
        LocalDate today = house.calendar.today();
        List<Visa> all = new ArrayList<>();
        house.visas.forEach(visa -> {
            if (stoodIn(today, visa)) {
                all.add(visa);
            }
        });
        if (all.isEmpty()) {
            return;
        }
        // By what is the same each time, which ids are not.
        all.sort(Comparator.comparing(visa -> visa.slug().value()));
        Collections.shuffle(all, random);
        int size = random.nextBoolean() ? 1 : 1 + random.nextInt(Math.min(all.size(), LARGEST_DRAWING));
        long seen =
                house.sql.number("select coalesce(max(version), 0) from sample where sample_year = ?", today.getYear());
        int sampled = house.sampling
                .draw(
                        LifeDecisions.officer(Role.NCCA_SUPERVISOR, 1),
                        EUCC,
                        today.getYear(),
                        OptionalLong.of(seen),
                        all.stream().limit(size).map(Visa::id).collect(Collectors.toSet()),
                        "Analyse de risques.",
                        List.of(new Criterion("Les plus diffusés", Optional.empty())))
                .visas()
                .size();
        HouseWordsMustHold.holds_57_a_sample_is_four_per_cent(sampled, all.size(), where);
        count(all.size() > 100 / 4 ? "drawn of more than twenty-five" : "drawn");
    }

    /** An EUCC certificate that stood at some time of the year, up to today. */
    private static boolean stoodIn(LocalDate today, Visa visa) {
        LocalDate newYear = today.withDayOfYear(1);
        return visa.facts().scheme().scheme().equals(EUCC)
                && !visa.facts().validity().firstDay().isAfter(today)
                && !visa.facts().validity().lastDay().orElse(LocalDate.MAX).isBefore(newYear)
                && visa.facts().statuses().stream()
                        .noneMatch(change -> change.status() == VisaStatus.WITHDRAWN
                                && change.since().isBefore(newYear));
    }

    /** A translation comes, or the package is sent; and somebody looks at what it lacks. */
    private void prepare(String where) {
        if (granted.isEmpty()) {
            return;
        }
        DossierId id = granted.get(granted.size() - 1 - random.nextInt(Math.min(MINDED, granted.size())));
        boolean sends = random.nextInt(3) == 0;
        try {
            if (sends) {
                house.sending.send(LifeDecisions.officer(Role.CERTIFIER, 1), id, OptionalLong.empty());
            } else {
                translate(id);
            }
            count(sends ? "sent" : "translated");
        } catch (Refused refused) {
            sends = false;
            count(refused.refusal().code());
        }
        SendPackage.Sight sight = house.sending.read(LifeDecisions.officer(Role.CERTIFIER, 1), id);
        HouseWordsMustHold.holds_58_a_package_has_report_and_target_in_English(
                house.dossiers.find(id).orElseThrow().dossier().history().documents(),
                sight.content().isComplete(),
                sends,
                where);
    }

    private void translate(DossierId id) {
        List<String> types = List.of("CERTIFICATION_REPORT", "SANITISED_SECURITY_TARGET");
        house.handling.deposit(
                LifeDecisions.officer(Role.CERTIFIER, 1),
                id,
                OptionalLong.empty(),
                new HandleDossier.Paper(
                        types.get(random.nextInt(types.size())),
                        "Traduction",
                        random.nextInt(3) == 0 ? "de" : "en",
                        Optional.of("lite-" + random.nextInt()),
                        List.of(),
                        "%064x".formatted(random.nextLong() & Long.MAX_VALUE),
                        1_000));
    }

    /** The scheduled work of the day, and what silence and delay came to by it. */
    void look(String where) {
        house.work.look();
        LocalDate today = house.calendar.today();
        for (DossierId id : List.copyOf(watched)) {
            Dossier dossier = house.dossiers.find(id).orElseThrow().dossier();
            boolean ended = isAtEnd(dossier);
            if (ended) {
                watched.remove(id);
            }
            String what = where + ": dossier " + dossier.opening().number() + " under "
                    + dossier.opening().scheme();
            if (isOfIdentification(dossier)) {
                silence(dossier, today, what);
            } else {
                delay(dossier, today, ended, what);
            }
        }
        count("looked");
    }

    private boolean isAtEnd(Dossier dossier) {
        return house.schemes
                .version(dossier.opening().scheme())
                .orElseThrow()
                .conduct()
                .orElseThrow()
                .procedure()
                .isEnd(dossier.stage());
    }

    private void silence(Dossier dossier, LocalDate today, String where) {
        List<String> told = house.sql.list(
                "select content from notice where kind = 'SILENCE_REJECTED' and about_id = ? and addressee = ?",
                row -> row.getString(1),
                dossier.id().toString(),
                dossier.parties().sponsor().name());
        boolean shown = house.reading
                .one(Matters.AUDITOR, dossier.id(), Optional.empty())
                .remedyOfSilence()
                .isPresent();
        HouseWordsMustHold.holds_59_silence_is_shown_and_told_with_its_remedies(
                dossier.history().stages(), today, shown, told, where);
        if (!told.isEmpty()) {
            count("silence told");
        }
    }

    private void delay(Dossier dossier, LocalDate today, boolean ended, String where) {
        List<String> asked = house.sql.list(
                "select state from task where kind = ? and about_id = ?",
                row -> row.getString(1),
                TaskKind.REASONS_OWED.name(),
                dossier.id().toString());
        boolean explained = house.sql.number(
                        "select count(*) from notice where kind = 'DELAY_EXPLAINED' and about_id = ? and addressee = ?",
                        dossier.id().toString(),
                        dossier.parties().sponsor().name())
                > 0;
        HouseWordsMustHold.holds_60_a_delay_is_explained_or_asked_for(
                dossier.history().stages(), today, ended, !asked.isEmpty(), asked.contains("DONE"), explained, where);
        if (!asked.isEmpty() && !ended) {
            count(explained ? "delay explained" : "reasons owed");
        }
    }

    /** Somebody gives the reasons of a delay. */
    private void explain() {
        List<WorkOnTasks.Sight> owed =
                house.tasking.page(LifeDecisions.officer(Role.CERTIFIER, 1), true, Optional.empty(), 200).stream()
                        .filter(sight -> sight.recorded().task().key().kind() == TaskKind.REASONS_OWED)
                        .toList();
        if (!owed.isEmpty()) {
            var task = owed.get(random.nextInt(owed.size())).recorded().task();
            house.tasking.settle(
                    LifeDecisions.officer(Role.CERTIFIER, 1),
                    task.id(),
                    OptionalLong.of(task.version()),
                    "L’audit dure plus longtemps.");
            count("explained");
        }
    }
}
