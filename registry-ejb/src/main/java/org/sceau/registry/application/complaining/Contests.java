package org.sceau.registry.application.complaining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.application.evaluating.DossierActs;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.access.SchemeScope;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.Contest;
import org.sceau.registry.domain.complaint.Contested;
import org.sceau.registry.domain.complaint.Filing;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/** Gathers who stands around a contested matter, as it is known in the transaction of the act. */
@ApplicationScoped
public class Contests {
    private final Visas visas;
    private final Dossiers dossiers;
    private final Proposals proposals;
    private final Laboratories laboratories;
    private final DossierActs acts;
    private final RevisionsInUse editions;
    private final Clock clock;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Contests() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public Contests(
            Visas visas,
            Dossiers dossiers,
            Proposals proposals,
            Laboratories laboratories,
            DossierActs acts,
            RevisionsInUse editions,
            Clock clock) {
        this.visas = visas;
        this.dossiers = dossiers;
        this.proposals = proposals;
        this.laboratories = laboratories;
        this.acts = acts;
        this.editions = editions;
        this.clock = clock;
    }

    /** What is behind a contested matter: dossiers by id, visas by id. */
    private record Behind(Map<DossierId, Dossier> dossiers, Map<VisaId, Visa> visas) {}

    private Behind behind(Contested contested) {
        Map<DossierId, Dossier> files = new LinkedHashMap<>();
        Map<VisaId, Visa> titles = new LinkedHashMap<>();
        if (contested instanceof Contested.Visa visa) {
            visas.find(visa.id()).ifPresent(known -> titles.put(known.id(), known));
            dossiers.behind(visa.id())
                    .forEach(recorded -> files.put(recorded.dossier().id(), recorded.dossier()));
        } else if (contested instanceof Contested.Dossier dossier) {
            dossiers.whoeverAsks(dossier.id()).ifPresent(whole -> {
                files.put(dossier.id(), whole.recorded().dossier());
                whole.visas().forEach(id -> visas.find(id).ifPresent(known -> titles.put(id, known)));
            });
        }
        return new Behind(files, titles);
    }

    /** Who stands around the matter of a complaint now. */
    Contest of(Complaint complaint) {
        Filing filing = complaint.filing();
        Behind behind = behind(filing.contested());
        Set<String> applicants = new TreeSet<>();
        Set<String> evaluators = new TreeSet<>();
        behind.dossiers().values().forEach(dossier -> addParties(dossier, applicants, evaluators));
        behind.visas().values().forEach(visa -> {
            applicants.add(visa.facts().holder().name());
            visa.facts().sponsor().map(Organisation::name).ifPresent(applicants::add);
            evaluators.addAll(visa.facts().laboratories());
        });
        if (filing.contested() instanceof Contested.Laboratory laboratory) {
            laboratories
                    .find(laboratory.id())
                    .ifPresent(known ->
                            evaluators.add(known.laboratory().organisation().name()));
        }
        return new Contest(
                separations(behind),
                acted(behind),
                applicants,
                evaluators,
                filing.complainant().organisation().map(Set::of).orElse(Set.of()),
                filing.channel() == Filing.Channel.ACCOUNT ? Set.of(filing.by().name()) : Set.of());
    }

    private void addParties(Dossier dossier, Set<String> applicants, Set<String> evaluators) {
        applicants.add(dossier.parties().sponsor().name());
        applicants.add(dossier.parties().holder().name());
        dossier.parties().developer().map(Organisation::name).ifPresent(applicants::add);
        dossier.laboratories().stream()
                .flatMap(id -> laboratories.find(id).stream())
                .forEach(known ->
                        evaluators.add(known.laboratory().organisation().name()));
    }

    /** The schemes under which a contested matter is; none for what is under no scheme, such as a body. */
    private Set<SchemeId> schemes(Contested contested) {
        return versions(behind(contested)).stream().map(SchemeVersionId::scheme).collect(Collectors.toSet());
    }

    /** Whether roles held under some schemes count about a contested matter; about what is under no scheme those held for all count. */
    boolean isUnder(SchemeScope scope, Contested contested) {
        return scope.all() || !scope.isNone() && scope.coversAny(schemes(contested));
    }

    private static Set<SchemeVersionId> versions(Behind behind) {
        Set<SchemeVersionId> under = new LinkedHashSet<>();
        behind.dossiers()
                .values()
                .forEach(dossier -> under.add(dossier.opening().scheme()));
        behind.visas().values().forEach(visa -> under.add(visa.facts().scheme()));
        return under;
    }

    private List<Separation> separations(Behind behind) {
        return versions(behind).stream()
                .flatMap(id -> editions.current(id).stream())
                .flatMap(version -> version.conduct().stream())
                .map(Conduct::separations)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    private Map<String, Set<Role>> acted(Behind behind) {
        Map<String, Set<Role>> acted = new HashMap<>();
        behind.dossiers()
                .values()
                .forEach(dossier -> dossier.history()
                        .involved()
                        .forEach(part -> acted.computeIfAbsent(part.name(), name -> EnumSet.noneOf(Role.class))
                                .add(part.role())));
        decisions(behind).forEach(proposal -> {
            add(acted, proposal.proposer());
            proposal.answers().forEach(answer -> add(acted, answer.by()));
        });
        return acted;
    }

    private static void add(Map<String, Set<Role>> acted, Person person) {
        acted.computeIfAbsent(person.name(), name -> EnumSet.noneOf(Role.class)).add(person.role());
    }

    /** Proposals about any of it, whatever became of them. */
    private Collection<Proposal> decisions(Behind behind) {
        List<Proposal> all = new ArrayList<>();
        behind.dossiers().keySet().forEach(id -> proposals.about(id).forEach(recorded -> all.add(recorded.proposal())));
        behind.visas().keySet().forEach(id -> proposals.about(id).forEach(recorded -> all.add(recorded.proposal())));
        return all;
    }

    /** The decision that an appeal is against: the newest that was carried out about the matter itself. */
    Optional<Proposal> decision(Contested contested) {
        List<Proposals.Recorded> about = List.of();
        if (contested instanceof Contested.Visa visa) {
            List<Proposals.Recorded> all = new ArrayList<>(proposals.about(visa.id()));
            dossiers.leadingTo(visa.id())
                    .ifPresent(origin ->
                            all.addAll(proposals.about(origin.dossier().id())));
            about = all;
        } else if (contested instanceof Contested.Dossier dossier) {
            about = proposals.about(dossier.id());
        }
        return about.stream()
                .filter(recorded -> recorded.proposal().state() == Proposal.State.EFFECTIVE)
                .max(java.util.Comparator.comparingLong(Proposals.Recorded::position))
                .map(Proposals.Recorded::proposal);
    }

    /** Whether an organisation is a party of what was decided: sponsor, developer or holder. */
    boolean isParty(Contested contested, String organisation) {
        Behind behind = behind(contested);
        return behind.dossiers().values().stream()
                        .anyMatch(dossier -> dossier.parties().isApplicant(organisation))
                || behind.visas().values().stream()
                        .anyMatch(visa -> visa.facts().holder().name().equals(organisation)
                                || visa.facts()
                                        .sponsor()
                                        .filter(sponsor -> sponsor.name().equals(organisation))
                                        .isPresent());
    }

    /** Where complaints about it go, by the scheme it is under; empty for the conduct of a laboratory or a body. */
    Optional<ComplaintRoute> route(Contested contested) {
        Behind behind = behind(contested);
        if (contested instanceof Contested.Visa) {
            return behind.visas().values().stream()
                    .findFirst()
                    .flatMap(visa -> editions.current(visa.facts().scheme())
                            .flatMap(version ->
                                    route(version, visa.facts().level().flatMap(Claim::term))));
        }
        return behind.dossiers().values().stream()
                .findFirst()
                .map(dossier -> acts.look(dossier, clock.instant()))
                .flatMap(look -> route(look.scheme(), look.situation().level()));
    }

    private static Optional<ComplaintRoute> route(SchemeVersion version, Optional<String> level) {
        return version.conduct().flatMap(conduct -> conduct.surveillance().route(level));
    }

    /** What the complaint is about, in the form of {@link Complaints#add}. */
    Set<String> matters(Contested contested) {
        Behind behind = behind(contested);
        Set<String> matters = new TreeSet<>();
        behind.dossiers().keySet().forEach(id -> matters.add("dossier:" + id));
        behind.visas().keySet().forEach(id -> matters.add("visa:" + id));
        if (contested instanceof Contested.Laboratory laboratory) {
            matters.add("laboratory:" + laboratory.id());
        }
        return matters;
    }
}
