package org.sceau.it.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.Description;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** People who report vulnerabilities of visas, judge them, and keep apart what not everybody may know; whatever comes to their minds. */
final class LifeVulnerabilities {
    /** Words that stand nowhere but where they are planted. */
    static final String HOW = "glitch-at-cycle-4242";

    private static final String WHO = "Guenole-Kerpoulzic";
    /** Records that people have in mind at a time. */
    private static final int MINDED = 6;

    private static final Description SEEN = new Description(
            "Dérive de l’horloge",
            "La puce accepte une horloge hors de ses bornes.",
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    private static final List<Actor> PEOPLE = List.of(
            Matters.VENDOR,
            Matters.OTHER_VENDOR,
            LifeDecisions.officer(Role.CERTIFIER, 1),
            LifeDecisions.officer(Role.REVIEWER, 1),
            LifeDecisions.officer(Role.DECIDER, 1),
            LifeDecisions.officer(Role.NCCA_SUPERVISOR, 1),
            LifeDecisions.officer(Role.COMPLAINT_HANDLER, 1),
            LifeDecisions.officer(Role.COMPLAINT_HANDLER, 2));

    private record Kept(Actor by, VulnerabilityId id, Compartment compartment) {}

    private final House house;
    private final Random random;
    private final VulnerabilityWordsMustHold words;
    private final List<VulnerabilityId> records = new ArrayList<>();
    private final Map<String, Integer> done = new TreeMap<>();
    private @Nullable Kept last;

    LifeVulnerabilities(House house, Random random, VulnerabilityWordsMustHold words) {
        this.house = house;
        this.random = random;
        this.words = words;
    }

    /** How often each act was accepted, and how often what is kept apart was not shown. */
    Map<String, Integer> done() {
        return done;
    }

    /** One act on a record, or another one about a visa. */
    void tryOne(VisaId visa, String where) {
        Actor somebody = any(PEOPLE);
        int choice = records.isEmpty() ? 0 : random.nextInt(12);
        try {
            switch (choice) {
                case 0, 1 -> report(somebody, visa);
                case 2, 3, 4 -> judge(somebody, recent());
                case 5 -> keepApart(somebody, recent(), any(List.of(Compartment.values())));
                case 6 -> nameSomebody(somebody);
                case 7 -> tell(somebody, recent());
                case 8 -> close(somebody, recent());
                case 9, 10 -> read(somebody, recent(), any(List.of(Compartment.values())), where);
                default -> readAgain(where);
            }
        } catch (Refused refused) {
            count(choice > 8 ? "not shown" : "refused");
        }
    }

    private void count(String act) {
        done.merge(act, 1, Integer::sum);
    }

    private void report(Actor by, VisaId visa) {
        Source source = by.roles().contains(Role.SPONSOR)
                ? Source.HOLDER
                : by.roles().contains(Role.COMPLAINT_HANDLER) ? Source.GOOD_FAITH_REPORTER : Source.OWN_FINDING;
        VulnerabilityRecord record = house.reporting
                .report(by, new ReportVulnerability.Request(source, Set.of(visa), SEEN, Optional.empty()))
                .record();
        records.add(record.id());
        words.reported(record.id(), visa);
        count("reported");
    }

    private void judge(Actor by, VulnerabilityId id) {
        boolean likely = random.nextInt(4) > 0;
        boolean neither = likely && random.nextInt(3) == 0;
        boolean residual = !neither && random.nextBoolean();
        house.surveilling.assess(
                by,
                id,
                seen(id),
                likely,
                Optional.of(residual).filter(any -> likely),
                Optional.of(!neither && (!residual || random.nextBoolean())).filter(any -> likely),
                "Analyse.");
        words.judged(id, neither, by.roles().contains(Role.SPONSOR));
        count(neither ? "neither residual nor remediable" : "judged");
    }

    /** What was kept apart last, by whoever did. */
    private void readAgain(String where) {
        Kept kept = last;
        if (kept != null) {
            read(kept.by(), kept.id(), kept.compartment(), where);
        }
    }

    private void keepApart(Actor by, VulnerabilityId id, Compartment compartment) {
        house.compartments.write(
                by,
                id,
                compartment,
                OptionalLong.of(random.nextInt(3)),
                compartment == Compartment.REPORTER ? WHO : HOW + " " + random.nextInt());
        if (compartment == Compartment.REPORTER) {
            words.named(id, by.name());
        }
        last = new Kept(by, id, compartment);
        count("kept apart");
    }

    /** Mostly whoever kept something apart last, another handler of it. */
    private void nameSomebody(Actor somebody) {
        Kept kept = last;
        if (kept != null && random.nextInt(3) > 0) {
            name(kept.by(), kept.id(), kept.compartment());
        } else {
            name(somebody, recent(), any(List.of(Compartment.values())));
        }
    }

    private void name(Actor by, VulnerabilityId id, Compartment compartment) {
        String other = any(PEOPLE).name();
        house.compartments.name(by, id, compartment, other);
        if (compartment == Compartment.REPORTER) {
            words.named(id, other);
        }
        count("named");
    }

    private void tell(Actor by, VulnerabilityId id) {
        Addressee to = any(List.of(Addressee.NCCA, Addressee.ENISA, Addressee.HOLDER, Addressee.DEPENDENT_HOLDERS));
        house.notifying.tell(by, id, seen(id), to, Optional.of("Un correctif suit."));
        count("told");
    }

    private void close(Actor by, VulnerabilityId id) {
        house.surveilling.close(by, id, seen(id), "Corrigée.");
        words.closed(id);
        count("closed");
    }

    private void read(Actor by, VulnerabilityId id, Compartment compartment, String where) {
        house.compartments.read(by, id, compartment);
        if (compartment == Compartment.REPORTER) {
            Set<String> parties =
                    house.vulnerabilities.find(id).orElseThrow().record().organisations();
            words.holds_50_only_who_was_named_sees_who_reported(id, by.name(), by.organisation(), parties, where);
        }
        count("read " + compartment.code());
    }

    private OptionalLong seen(VulnerabilityId id) {
        return OptionalLong.of(
                house.vulnerabilities.find(id).orElseThrow().record().version());
    }

    /** What is left in the end: everything that anybody is shown, and every table. */
    void checkTheEnd(String where) {
        List<String> shown = PEOPLE.stream()
                .flatMap(actor -> Stream.<Supplier<Object>>of(
                                () -> house.watching.page(actor, Optional.empty(), 200),
                                () -> house.notifying.toMe(actor),
                                () -> records.stream()
                                        .flatMap(id -> shown(() -> house.notifying.of(actor, id)))
                                        .toList())
                        .flatMap(LifeVulnerabilities::shown))
                .toList();
        VulnerabilityWordsMustHold.holds_49_how_to_exploit_it_stays_apart(
                HOW, TablesWith.text(house.superuser(), HOW), shown, where);
        VulnerabilityWordsMustHold.holds_50_who_reported_stays_apart(
                WHO, TablesWith.text(house.superuser(), WHO), shown, where);
    }

    private static Stream<String> shown(Supplier<Object> look) {
        try {
            return Stream.of(look.get().toString());
        } catch (Refused refused) {
            return Stream.empty();
        }
    }

    /** What is fresh in everybody's mind. */
    private VulnerabilityId recent() {
        return records.get(records.size() - 1 - random.nextInt(Math.min(MINDED, records.size())));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
