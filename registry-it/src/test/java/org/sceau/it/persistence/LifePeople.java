package org.sceau.it.persistence;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DrawnLaboratories;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.duty.Competence;

/** Who acts in whole lives: two officers of each role, one vendor, and for each scheme a laboratory with its people. */
final class LifePeople {
    private final House house;
    private final Random random;
    private final Map<SchemeVersion, LaboratoryId> laboratories = new HashMap<>();
    /** All that were ever on record here, by name. */
    private final Map<String, LaboratoryId> facilities = new TreeMap<>();

    private int tooLong;

    LifePeople(House house, Random random) {
        this.house = house;
        this.random = random;
    }

    /** Another laboratory is asked the next time. */
    void leave(SchemeVersion scheme) {
        laboratories.remove(scheme);
    }

    /** Some laboratories must hold a visa themselves. */
    Optional<String> evaluator() {
        return laboratories.entrySet().stream()
                .filter(entry ->
                        !entry.getKey().conduct().orElseThrow().evaluatorVisas().isEmpty())
                .flatMap(entry -> house.laboratories.find(entry.getValue()).stream())
                .map(known -> known.laboratory().organisation().name())
                .min(Comparator.naturalOrder());
    }

    /** The name of that laboratory, which is accredited. */
    String accredited(SchemeVersion scheme) {
        return house.laboratories
                .find(laboratory(scheme))
                .orElseThrow()
                .laboratory()
                .organisation()
                .name();
    }

    /** The laboratory that evaluates under a scheme, with titles of this day where it had none yet. */
    LaboratoryId laboratory(SchemeVersion scheme) {
        return laboratories.computeIfAbsent(scheme, version -> {
            Laboratories.Recorded added =
                    house.keeping.add(Matters.SUPERVISOR, Organisation.named(nameOfLaboratory(version)));
            LaboratoryId id = added.laboratory().id();
            facilities.put(added.laboratory().organisation().name(), id);
            List<Title> titles = new DrawnLaboratories(version, random, house.calendar.today())
                    .wide(id, added.laboratory().organisation().name())
                    .titles();
            for (int i = 0; i < titles.size(); i++) {
                tryTooLong(id, OptionalLong.of(1 + i), titles.get(i));
                house.keeping.entitle(Matters.SUPERVISOR, id, OptionalLong.of(1 + i), titles.get(i));
            }
            return id;
        });
    }

    /** Somebody records an authorisation that outlives its accreditation, which nobody should accept (invariant 4). */
    private void tryTooLong(LaboratoryId id, OptionalLong seen, Title title) {
        if (title.kind() != Competence.Title.AUTHORISATION) {
            return;
        }
        try {
            house.keeping.entitle(
                    Matters.SUPERVISOR,
                    id,
                    seen,
                    new Title(
                            title.kind(),
                            title.reference(),
                            title.issuer(),
                            title.schemes(),
                            title.firstDay(),
                            title.lastDay().plusDays(1),
                            title.coverage(),
                            title.suspensions()));
        } catch (Refused refused) {
            tooLong++;
        }
    }

    /** How often a title was refused that lasts too long. */
    int refusedAsTooLong() {
        return tooLong;
    }

    /** Names of the laboratories on record. */
    Set<String> facilities() {
        return facilities.keySet();
    }

    /** All laboratories on record. */
    Collection<LaboratoryId> laboratories() {
        return facilities.values();
    }

    private String nameOfLaboratory(SchemeVersion scheme) {
        String name = "Laboratoire " + scheme.id();
        return house.laboratories.named(name).isEmpty() ? name : name + " " + house.journal.size();
    }

    /** The first of each role that takes a step here; of laboratories only one that is assigned. */
    Stream<Actor> at(Dossier dossier) {
        return house
                .schemes
                .version(dossier.opening().scheme())
                .orElseThrow()
                .conduct()
                .orElseThrow()
                .procedure()
                .movesFrom(dossier.stage(), dossier.opening().kind())
                .stream()
                .flatMap(move -> move.by().stream())
                .filter(role ->
                        role != Role.EVALUATOR || !dossier.laboratories().isEmpty())
                .distinct()
                .sorted()
                .map(role -> actor(dossier, role, 1));
    }

    /** Mostly the first person of one of the roles. */
    Actor somebody(Dossier dossier, Set<Role> roles) {
        List<Role> sorted = roles.stream()
                .filter(role ->
                        role != Role.EVALUATOR || !dossier.laboratories().isEmpty() || roles.size() == 1)
                .sorted()
                .toList();
        return actor(dossier, sorted.get(0), random.nextInt(15) == 0 ? 2 : 1);
    }

    Actor second(Dossier dossier, Set<Role> roles) {
        return actor(dossier, roles.stream().sorted().findFirst().orElseThrow(), 2);
    }

    private Actor actor(Dossier dossier, Role role, int number) {
        return switch (role) {
            case SPONSOR -> Matters.VENDOR;
            case EVALUATOR ->
                new Actor(
                        role.code() + number,
                        dossier.laboratories().stream()
                                .findFirst()
                                .flatMap(house.laboratories::find)
                                .map(known -> known.laboratory().organisation().name())
                                .orElse("Laboratoire"),
                        Set.of(role));
            default -> LifeDecisions.officer(role, number);
        };
    }
}
