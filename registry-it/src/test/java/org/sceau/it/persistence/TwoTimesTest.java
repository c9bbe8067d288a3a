package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sceau.it.persistence.Matters.APPROVER;
import static org.sceau.it.persistence.Matters.AUDITOR;
import static org.sceau.it.persistence.Matters.CERTIFIER;
import static org.sceau.it.persistence.Matters.DECIDER;
import static org.sceau.it.persistence.Matters.SECOND_APPROVER;
import static org.sceau.it.persistence.Matters.SECOND_DECIDER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sceau.it.house.Database;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.application.searching.PastCatalogue;
import org.sceau.registry.domain.decision.Advice;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Recommendation;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.domain.visa.VisaId;

/** Whatever happens later, an answer for a past instant is what was served then. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoTimesTest {
    private static final long SEED = Long.getLong("sceau.seed", 20_261_126L);
    private static final int STEPS = 300;
    private static final String[] DONE_WITH_DOSSIERS = {
        "answer",
        "assignment",
        "conclusion",
        "deposit",
        "further round",
        "opening",
        "question",
        "rejection",
        "reply",
        "request",
        "request taken back",
        "second word",
        "settlement",
        "step"
    };
    private static final String LEFT_TO_ITS_SOURCE = "9003";
    private static final List<String> LEVELS = List.of("SUBSTANTIAL", "HIGH");
    private static final List<String> SCOPES =
            List.of("ARCHITECTURE_AUDIT|PENETRATION_TEST", "ARCHITECTURE_AUDIT", "PENETRATION_TEST");
    private static final List<DecisionKind> ABOUT_WHAT_IS_SAID =
            List.of(DecisionKind.REDUCE_SCOPE, DecisionKind.DEGRADE_LEVEL, DecisionKind.ADVISE, DecisionKind.CORRECT);
    private static final List<DecisionKind> KINDS = List.of(
            DecisionKind.SUSPEND,
            DecisionKind.EXTEND_SUSPENSION,
            DecisionKind.LIFT_SUSPENSION,
            DecisionKind.SUSPEND,
            DecisionKind.LIFT_SUSPENSION,
            DecisionKind.CONFIRM,
            DecisionKind.CORRECT,
            DecisionKind.WITHDRAW);

    @TempDir
    Path home;

    /** All that was served at an instant. */
    private record Served(Instant at, Map<VisaId, Visa> visas, Map<DossierId, DossierSight> dossiers) {}

    /** A history: what people do as the days go by, or also what they date back. */
    private record Telling(Database database, long seed, boolean datedBack) {}

    static List<Telling> tellings() {
        List<Telling> all = new ArrayList<>();
        for (Database database : Database.values()) {
            all.add(new Telling(database, SEED, false));
            all.add(new Telling(database, SEED + 1, true));
            all.add(new Telling(database, SEED + 2, true));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("tellings")
    void an_answer_for_a_past_instant_equals_what_was_served_then(Telling telling) {
        House house = House.on(telling.database(), home);
        house.clock.set("2026-01-15T08:00:00Z");
        Random random = new Random(telling.seed());
        Matters matters = new Matters(house);
        LaboratoryId arvor = matters.arvor();
        List<VisaId> visas = new ArrayList<>();
        DossierWalk dossiers = new DossierWalk(house, matters, arvor, random, telling.datedBack());
        List<Served> history = new ArrayList<>();
        int done = 0;
        for (int step = 0; step < STEPS; step++) {
            done += act(house, matters, arvor, visas, dossiers, random, telling.datedBack()) ? 1 : 0;
            history.add(serve(house, visas, dossiers.dossiers()));
            house.clock.advance(Duration.ofMinutes(1 + random.nextInt(10_000)));
        }
        assertThat(dossiers.done())
                .as("what was done with dossiers, from %s", telling)
                .containsOnlyKeys(DONE_WITH_DOSSIERS);
        assertThat(done).as("accepted acts from %s", telling).isGreaterThan(STEPS / 2);
        assertThat(visas).hasSizeGreaterThan(3);
        assertThat(visas.stream().map(id -> house.visas.find(id).orElseThrow()))
                .as("visas that say something else than before")
                .anyMatch(visa -> visa.provenance().source().equals("sceau-csv")
                        && !visa.facts().former().isEmpty())
                .anyMatch(visa -> visa.provenance().source().equals("decision")
                        && !visa.facts().former().isEmpty());

        if (!telling.datedBack()) {
            aDayKeepsWhatItSaid(house, history);
            aDossierStoodOnADayAsItWasServed(house, history);
        }
        for (Served then : history) {
            assertThat(listed(house, then.at()))
                    .containsExactlyInAnyOrderElementsOf(then.visas().values());
            for (VisaId id : visas) {
                Optional<Visa> known = house.visas.find(id, then.at());
                assertThat(known).isEqualTo(Optional.ofNullable(then.visas().get(id)));
                known.ifPresent(visa -> sameOnEveryDay(visa, then.visas().get(id), then.at()));
            }
            then.dossiers()
                    .forEach((id, served) -> assertThat(house.reading.one(AUDITOR, id, Optional.of(then.at())))
                            .as("%s as known at %s, %s", id, then.at(), telling)
                            .isEqualTo(served));
        }
    }

    /**
     * No act of this history is dated back, so each visa says of a day, asked at the end, what it said when that day was over; only what a
     * correction put right was never otherwise.
     */
    private static void aDayKeepsWhatItSaid(House house, List<Served> history) {
        Map<LocalDate, Served> lastOfDay = new java.util.TreeMap<>();
        history.forEach(then -> lastOfDay.put(house.calendar.dayOf(then.at()), then));
        lastOfDay.forEach((day, then) -> then.visas().forEach((id, served) -> {
            VisaFacts now = house.visas.find(id).orElseThrow().facts();
            String what = "%s as of %s, seed %d".formatted(id, day, SEED);
            assertThat(now.on(day).terms())
                    .as(what)
                    .isEqualTo(served.facts().terms().about(now.on(day).subject()));
            assertThat(now.statusOn(day, VisaStatus.EXPIRED))
                    .as(what)
                    .isEqualTo(served.facts().statusOn(day, VisaStatus.EXPIRED));
            assertThat(now.recommendationOn(day, house.schemes))
                    .as(what)
                    .isEqualTo(served.facts().recommendationOn(day, house.schemes));
        }));
    }

    /** Nothing of these dossiers bears another day than that of its act: how one stood on a day is how it was served at its end. */
    private static void aDossierStoodOnADayAsItWasServed(House house, List<Served> history) {
        Map<LocalDate, Served> lastOfDay = new java.util.TreeMap<>();
        history.forEach(then -> lastOfDay.put(house.calendar.dayOf(then.at()), then));
        lastOfDay.forEach((day, then) -> then.dossiers().forEach((id, served) -> {
            DossierSight stood = house.reading.one(AUDITOR, id, Optional.empty(), day);
            String what = "%s as of %s, seed %d".formatted(id, day, SEED);
            assertThat(stood.dossier().history())
                    .as(what)
                    .isEqualTo(served.dossier().history());
            assertThat(stood.dossier().declaredAsIn(served.dossier())).as(what).isEqualTo(stood.dossier());
            assertThat(stood.level()).as(what).isEqualTo(served.level());
            assertThat(stood.clocks()).as(what).isEqualTo(served.clocks());
            assertThat(stood.daysAtStages()).as(what).isEqualTo(served.daysAtStages());
        }));
    }

    /** All visas as they were known, read in parts of two. */
    private static List<Visa> listed(House house, Instant at) {
        List<Visa> found = new ArrayList<>();
        Optional<VisaId> after = Optional.empty();
        do {
            PastCatalogue.Part part = house.past.list(at, Optional.empty(), after, 2);
            found.addAll(part.visas());
            after = part.next();
        } while (after.isPresent());
        return found;
    }

    private static boolean act(
            House house,
            Matters matters,
            LaboratoryId arvor,
            List<VisaId> visas,
            DossierWalk dossiers,
            Random random,
            boolean datedBack) {
        try {
            if (visas.size() > 3 && random.nextInt(4) > 0) {
                dossiers.tryOne();
            } else if (visas.size() < 3 || random.nextInt(12) == 0) {
                visas.add(matters.granted(arvor).id());
            } else if (random.nextInt(4) == 0) {
                takeIn(house, visas, random);
            } else {
                VisaId id = visas.get(random.nextInt(visas.size()));
                decide(house, matters, house.visas.find(id).orElseThrow(), random, datedBack);
            }
            return true;
        } catch (Refused refused) {
            return false;
        }
    }

    /** An edition of a source that says something of three providers, each time something else. */
    private static void takeIn(House house, List<VisaId> visas, Random random) {
        StringBuilder csv = new StringBuilder(ImportTest.HEADER);
        for (int row = 1; row <= 3; row++) {
            csv.append(
                    "passi,passi,2.2,%d,2025,Garance Audit %d,Audit %d,,%s,%s,no,2025-02-01,2028-02-%02d,in-force,,,yes%n"
                            .formatted(
                                    9_000 + row,
                                    row,
                                    row,
                                    LEVELS.get(random.nextInt(LEVELS.size())),
                                    SCOPES.get(random.nextInt(SCOPES.size())),
                                    1 + random.nextInt(28)));
        }
        house.importCsv(csv.toString().replace("\r\n", "\n"), false);
        house.visas.forEach(visa -> {
            if (!visas.contains(visa.id())) {
                visas.add(visa.id());
            }
        });
    }

    private static DecisionContent aboutWhatIsSaid(House house, Matters matters, Visa visa, Random random) {
        DecisionKind kind = ABOUT_WHAT_IS_SAID.get(random.nextInt(ABOUT_WHAT_IS_SAID.size()));
        DecisionContent plain = matters.about(kind, visa, Optional.empty());
        Set<String> left = new TreeSet<>(visa.facts().scopes());
        left.remove(left.stream().findFirst().orElse(""));
        return new DecisionContent(
                kind,
                Optional.empty(),
                0,
                plain.visa(),
                plain.visaVersion(),
                house.calendar.today(),
                Optional.empty(),
                plain.reasons(),
                Optional.empty(),
                kind == DecisionKind.REDUCE_SCOPE ? left : Set.of(),
                kind == DecisionKind.DEGRADE_LEVEL ? Optional.of("SUBSTANTIAL") : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                kind == DecisionKind.CORRECT
                        ? Optional.of(new Correction(
                                Optional.of("Nom " + random.nextInt(9)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()))
                        : Optional.empty(),
                kind == DecisionKind.ADVISE
                        ? Optional.of(random.nextBoolean() ? Advice.BY_RULE : Advice.of(Recommendation.CRITICAL))
                        : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    private static void decide(House house, Matters matters, Visa visa, Random random, boolean datedBack) {
        if (visa.facts().reference().text().equals(LEFT_TO_ITS_SOURCE)) {
            return;
        }
        if (visa.facts().family().value().equals("passi")) {
            DecisionContent said = aboutWhatIsSaid(house, matters, visa, random);
            Proposal proposal = house.deciding.propose(
                    CERTIFIER, datedBack ? Matters.from(said.effective().minusDays(random.nextInt(20)), said) : said);
            house.deciding.approve(DECIDER, proposal.id(), proposal.digest(), "Vu.");
            return;
        }
        DecisionKind kind = KINDS.get(random.nextInt(KINDS.size()));
        boolean byAuthority = kind == DecisionKind.EXTEND_SUSPENSION;
        Actor proposer = byAuthority ? APPROVER : CERTIFIER;
        Actor approver = byAuthority ? SECOND_APPROVER : random.nextBoolean() ? DECIDER : SECOND_DECIDER;
        Optional<LocalDate> until = kind == DecisionKind.SUSPEND || byAuthority
                ? Optional.of(house.calendar.today().plusDays(5 + random.nextInt(40)))
                : Optional.empty();
        DecisionContent content = kind == DecisionKind.CORRECT
                ? Matters.correcting(matters.about(kind, visa, until), "4.1." + random.nextInt(9))
                : matters.about(kind, visa, until);
        Proposal proposal = house.deciding.propose(proposer, content);
        house.deciding.approve(approver, proposal.id(), proposal.digest(), "Vu.");
    }

    private static Served serve(House house, List<VisaId> visas, List<DossierId> dossiers) {
        Map<VisaId, Visa> served = new HashMap<>();
        visas.forEach(id -> house.visas.find(id).ifPresent(visa -> served.put(id, visa)));
        Map<DossierId, DossierSight> seen = new HashMap<>();
        dossiers.forEach(id -> seen.put(id, house.reading.one(AUDITOR, id, Optional.empty())));
        return new Served(house.clock.instant(), served, seen);
    }

    /** The status as of any day, asked with what was known then. */
    private static void sameOnEveryDay(Visa answered, Visa served, Instant at) {
        LocalDate from = LocalDate.ofInstant(at, java.time.ZoneOffset.UTC).minusDays(60);
        for (int days = 0; days < 120; days += 7) {
            StatusOnDay now = answered.facts().statusOn(from.plusDays(days), VisaStatus.EXPIRED);
            StatusOnDay then = served.facts().statusOn(from.plusDays(days), VisaStatus.EXPIRED);
            assertThat(now).isEqualTo(then);
        }
    }
}
