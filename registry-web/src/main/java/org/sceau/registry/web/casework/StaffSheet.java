package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.visa.Visa;

/**
 * The persons and subcontractors that a dossier shows as evidence.
 *
 * @param asked      whether the scheme looks at them at all
 * @param open       whether the reader may change them now
 * @param activities those of the scheme, to choose from
 */
public record StaffSheet(
        boolean asked, boolean open, List<PersonLine> persons, List<ContractLine> contracts, List<Choice> activities) {

    /**
     * @param at          place in the list, by which it is taken away
     * @param attestation reference and days; empty without one
     * @param part        what the person did besides or as a trainee; most often empty
     */
    public record PersonLine(int at, String name, String activity, String engaged, String attestation, String part) {}

    /** @param address of the visa; empty where it is not shown to everybody */
    public record ContractLine(
            int at, String visa, String address, String activity, String contracted, String agreed) {}

    public boolean nobody() {
        return persons.isEmpty() && contracts.isEmpty();
    }

    static StaffSheet of(CaseSheets.Read read, CaseWords words, NamedVisas visas) {
        DossierSight sight = read.sight();
        List<Assignment> staff = sight.dossier().staff();
        List<Subcontract> contracts = sight.dossier().subcontracts();
        return new StaffSheet(
                sight.scheme().conduct().orElseThrow().procedure().asksForStaff(),
                read.acts().staffs(),
                IntStream.range(0, staff.size())
                        .mapToObj(at -> person(at, staff.get(at), words))
                        .toList(),
                IntStream.range(0, contracts.size())
                        .mapToObj(at -> contract(at, contracts.get(at), words, visas))
                        .toList(),
                sight.scheme().scopes().stream()
                        .map(scope -> Choice.of(scope.id(), words.in(scope.label())))
                        .toList());
    }

    private static PersonLine person(int at, Assignment shown, CaseWords words) {
        return new PersonLine(
                at,
                shown.person(),
                words.scope(shown.activity()),
                words.day(shown.engagedOn()),
                shown.attested()
                        .map(attested -> words.say(
                                "staff.attested",
                                attested.reference(),
                                words.shortDay(attested.firstDay()),
                                words.shortDay(attested.lastDay())))
                        .orElse(""),
                Stream.concat(
                                shown.duty().map(duty -> words.say("staff.leads")).stream(),
                                shown.trainee().map(does -> words.say("staff.trainee." + Coded.of(does))).stream())
                        .collect(Collectors.joining(", ")));
    }

    private static ContractLine contract(int at, Subcontract shown, CaseWords words, NamedVisas visas) {
        Optional<Visa> visa = visas.byId(shown.visa());
        return new ContractLine(
                at,
                visa.map(known -> known.facts().holder().name() + ", "
                                + known.facts().reference().text())
                        .orElseGet(() -> words.say("staff.visa.hidden")),
                visa.filter(known -> known.facts().listed())
                        .map(known -> words.desk().to("/visas/" + known.slug()))
                        .orElse(""),
                words.scope(shown.activity()),
                shown.contractedOn().map(words::day).orElse(""),
                shown.agreedIn().orElse(""));
    }
}
