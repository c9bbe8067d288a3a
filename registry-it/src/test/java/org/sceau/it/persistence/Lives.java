package org.sceau.it.persistence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.it.house.House;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.visa.VisaId;

/** Whole lives under every scheme version in one house, and what came of them. */
final class Lives {
    /** Times that they are all looked at, at most. */
    private static final int LAPS = 40;
    /** How much longer a version is looked at that will close and granted nothing yet. */
    private static final int LAST_CHANCE = 8;
    /** Acts between two of the house. */
    private static final int BESIDES = 20;

    final House house;
    final LifeWalk walk;
    final VisaWalk alone;
    final LifeAims aims = new LifeAims();
    final Map<String, Integer> granting = new TreeMap<>();
    final Map<String, Integer> refused = new TreeMap<>();
    private final Random random;
    private final List<VisaId> visas = new ArrayList<>();
    private final Map<SchemeVersionId, List<VisaId>> visasOf = new HashMap<>();
    final LifePeople people;
    final LifeVulnerabilities vulnerabilities;
    final LifeHouse besides;
    /** Of its own, so that what is reported changes nothing of what else comes to people's minds. */
    private final Random aside;

    private final Random ofTheHouse;

    private final LifeWords words;
    private final LifeMustHold mustHold;
    private int remedies;
    private int acts;
    private int decisions;

    Lives(House house, long seed) {
        this.house = house;
        this.random = new Random(seed);
        this.people = new LifePeople(house, random);
        this.words = new LifeWords(house, people);
        this.aside = new Random(~seed);
        this.ofTheHouse = new Random(seed + 1);
        this.vulnerabilities = new LifeVulnerabilities(house, aside, words.vulnerabilities());
        this.besides = new LifeHouse(house, ofTheHouse);
        this.walk = new LifeWalk(house, random, visas, aims, people);
        this.alone = new VisaWalk(house, random, visas, aims::open);
        this.mustHold = new LifeMustHold(house, words);
        walk.eachDecided(made -> {
            SchemeVersionId scheme = made.dossier().opening().scheme();
            decisions++;
            aims.decided(scheme, made.content().kind());
            made.granted().ifPresent(visa -> {
                granting.merge(scheme.toString(), 1, Integer::sum);
                visasOf.computeIfAbsent(scheme, any -> new ArrayList<>()).add(visa);
                besides.granted(made.dossier());
            });
            mustHold.check(made, "act %d from seed %d".formatted(acts, seed));
        });
    }

    /**
     * One version after the other in the order in which they close, each from its first day on; then those that are still open again, and
     * again until all was decided: what rests on visas of another scheme, or on laboratories that hold one, has them later.
     *
     * @param most acts under each version at a time
     */
    void live(int most) {
        house.clock.set(inOrder().get(0).applicability().validFrom() + "T08:00:00Z");
        inOrder().forEach(scheme -> liveUnder(scheme, most));
        for (int lap = 1; lap < LAPS && !isWhole(); lap++) {
            for (SchemeVersion scheme : inOrder()) {
                if (lacks(scheme)) {
                    // What it rests on may have ended meanwhile: it is granted again, and not ended at once.
                    bearing(scheme).forEach(base -> liveUnder(base, most, false));
                    liveUnder(scheme, most);
                }
            }
        }
    }

    /** The versions on whose visas some rule lets those of a scheme rest, each after those on which its own rest. */
    private Set<SchemeVersion> bearing(SchemeVersion scheme) {
        Set<SchemeVersion> found = new LinkedHashSet<>();
        basesOf(scheme).forEach(base -> {
            found.addAll(basesOf(base));
            found.add(base);
        });
        found.remove(scheme);
        return found;
    }

    private List<SchemeVersion> basesOf(SchemeVersion scheme) {
        Set<String> families = scheme.conduct().orElseThrow().procedure().rules().stream()
                .flatMap(rule -> families(rule.requires()))
                .collect(Collectors.toSet());
        return inOrder().stream()
                .filter(base -> families.contains(base.family().value()))
                .toList();
    }

    private static Stream<String> families(Condition condition) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().flatMap(Lives::families);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().flatMap(Lives::families);
        }
        if (condition instanceof Condition.RestsOn rests) {
            return rests.families().stream();
        }
        return condition instanceof Condition.HoldsVisa holds ? holds.families().stream() : Stream.empty();
    }

    private boolean lacks(SchemeVersion scheme) {
        return granting.getOrDefault(scheme.id().toString(), 0) == 0
                || aims.open(scheme).stream().anyMatch(kind -> !decided().contains(kind));
    }

    /** Whether everything was decided that any version offers, and every version granted that can. */
    private boolean isWhole() {
        return inOrder().stream().filter(Lives::canGrant).noneMatch(this::lacks);
    }

    void liveUnder(SchemeVersion scheme, int most) {
        liveUnder(scheme, most, true);
    }

    /** @param both whether visas are decided about without a dossier as well */
    private void liveUnder(SchemeVersion scheme, int most, boolean both) {
        LocalDate first = scheme.applicability().validFrom();
        if (first.isAfter(house.calendar.today())) {
            house.clock.set(first + "T08:00:00Z");
        }
        if (!scheme.applicability().opensOn(house.calendar.today())) {
            return;
        }
        String version = scheme.id().toString();
        granting.merge(version, 0, Integer::sum);
        boolean isLastChance = !closes(scheme).equals(LocalDate.MAX);
        for (int act = 0; act < most || isLastChance && granting.get(version) == 0 && act < most * LAST_CHANCE; act++) {
            acts++;
            if (!visas.isEmpty() && aside.nextInt(4) == 0) {
                vulnerabilities.tryOne(among(scheme, aside), "act %d".formatted(acts));
            }
            if (ofTheHouse.nextInt(BESIDES) == 0) {
                besides.tryOne("act %d".formatted(acts));
            }
            if (isSilenceARejection(scheme) && ofTheHouse.nextInt(BESIDES) == 0) {
                walk.forget(scheme);
            }
            if (!visas.isEmpty() && random.nextInt(100) == 0) {
                List<DossierId> dossiers = walk.dossiers();
                words.askErasure(dossiers.get(random.nextInt(dossiers.size())), "act %d".formatted(acts));
            } else if (!visas.isEmpty() && random.nextInt(40) == 0) {
                VisaId visa = visas.get(random.nextInt(visas.size()));
                remedies += words.askRemedy(visa, random, "act %d".formatted(acts)) ? 1 : 0;
            } else if (both && !visas.isEmpty() && random.nextInt(4) == 0) {
                decideAlone(scheme);
            } else {
                int known = walk.dossiers().size();
                walk.tryOne(scheme).map(Refusal::code).ifPresent(code -> refused.merge(code, 1, Integer::sum));
                walk.dossiers().stream()
                        .skip(known)
                        .flatMap(id -> house.dossiers.find(id).stream())
                        .forEach(opened -> besides.opened(opened.dossier()));
            }
        }
    }

    private static boolean isSilenceARejection(SchemeVersion scheme) {
        return scheme.conduct().orElseThrow().procedure().deadlines().stream()
                .anyMatch(deadline -> deadline.missed() == Deadline.Missed.REJECTS);
    }

    /** About a visa of the version, or any other. */
    private void decideAlone(SchemeVersion scheme) {
        VisaWalk.Step step = alone.tryOne(among(scheme, random));
        VisaMustHold.check(house, step, "act %d".formatted(acts));
        step.refusal().ifPresent(code -> refused.merge(code, 1, Integer::sum));
        if (step.refusal().isEmpty()) {
            decisions++;
            words.checked(step, "act %d".formatted(acts));
            aims.decided(step.before().facts().scheme(), step.content().kind());
        }
    }

    /** Mostly a visa of the version. */
    private VisaId among(SchemeVersion scheme, Random chance) {
        List<VisaId> own = visasOf.getOrDefault(scheme.id(), List.of()).stream()
                .filter(visas::contains)
                .toList();
        List<VisaId> among = own.isEmpty() || chance.nextInt(3) == 0 ? visas : own;
        return among.get(chance.nextInt(among.size()));
    }

    /** What is left when all lives are led. */
    void checkTheEnd() {
        besides.publish("after %d acts".formatted(acts));
        words.checkedAtTheEnd(besides::isTold, "after %d acts".formatted(acts));
        besides.look("after %d acts".formatted(acts));
        vulnerabilities.checkTheEnd("after %d acts".formatted(acts));
    }

    /** Remedies that were asked for. */
    int remedies() {
        return remedies;
    }

    /** What the visas say that were granted, in that order, but for what is drawn anew each time: their ids. */
    List<String> said() {
        return visas.stream()
                .map(id -> house.visas.find(id).orElseThrow().facts())
                .map(facts -> "%s %s %s %s %s %s"
                        .formatted(
                                facts.scheme(),
                                facts.reference(),
                                facts.level(),
                                facts.scopes(),
                                facts.validity(),
                                facts.statuses()))
                .toList();
    }

    int acts() {
        return acts;
    }

    /** Decisions that were carried out. */
    int decisions() {
        return decisions;
    }

    /** Every kind of decision that was carried out under any version. */
    Set<DecisionKind> decided() {
        Set<DecisionKind> decided = EnumSet.noneOf(DecisionKind.class);
        inOrder().forEach(scheme -> decided.addAll(aims.decided(scheme.id())));
        return decided;
    }

    List<SchemeVersion> inOrder() {
        return house.schemes.all().stream()
                .filter(scheme -> scheme.conduct().isPresent())
                .sorted(Comparator.comparing(Lives::closes)
                        .thenComparing(scheme -> scheme.applicability().validFrom())
                        .thenComparing(scheme -> scheme.id().toString()))
                .toList();
    }

    /** Whether there is a day on which a version opens a dossier and grants; one that never applied has none. */
    static boolean canGrant(SchemeVersion scheme) {
        LocalDate first = scheme.applicability().validFrom();
        return scheme.applicability().opensOn(first) && LifeAims.offered(scheme).contains(DecisionKind.GRANT);
    }

    private static LocalDate closes(SchemeVersion scheme) {
        return scheme.applicability()
                .opensDossiersUntil()
                .or(() -> scheme.applicability().issuesUntil())
                .orElse(LocalDate.MAX);
    }
}
