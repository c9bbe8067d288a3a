package org.sceau.it.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sceau.it.house.House;
import org.sceau.it.house.Reasons;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.erasing.EraseMatter;
import org.sceau.registry.application.evaluating.HandleDossier;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.identifying.GrantRoles;
import org.sceau.registry.application.publishing.PublishedLists;
import org.sceau.registry.application.searching.CatalogueQuery;
import org.sceau.registry.application.submitting.OpenDossier;
import org.sceau.registry.application.surveilling.ReportVulnerability;
import org.sceau.registry.application.surveilling.Vulnerabilities;
import org.sceau.registry.domain.access.RoleGrant;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Application;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Assignment;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.dossier.DossierId;
import org.sceau.registry.domain.dossier.Subcontract;
import org.sceau.registry.domain.dossier.handling.Finding;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.laboratory.Title;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.publication.Recognitions;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.remedy.Remedy;
import org.sceau.registry.domain.remedy.RemedyId;
import org.sceau.registry.domain.sampling.Criterion;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.SchemeId;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.rule.FactValue;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.Compartment;
import org.sceau.registry.domain.vulnerability.Source;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;

/** The registry by its use cases, without a server. */
final class ThroughUseCases implements Registry {
    private final House house;

    ThroughUseCases(House house) {
        this.house = house;
        house.catalogue.open();
        entitle(Cases.ARVOR, Cases.arvor());
        entitle(Cases.OXALIS, Cases.oxalis());
    }

    @Override
    public Refusal refused(Runnable act) {
        long entries = house.journal.size();
        long audited = audited();
        Refusal refusal = Registry.super.refused(act);
        assertThat(house.journal.size()).as("entries after %s", refusal).isEqualTo(entries);
        assertThat(audited()).as("refusals in the audit log after %s", refusal).isEqualTo(audited + 1);
        return refusal;
    }

    private long audited() {
        return house.sql.number("select count(*) + coalesce(sum(suppressed), 0) from audit where outcome <> 'ok'");
    }

    @Override
    public LocalDate on(LocalDate day) {
        if (day.isAfter(house.calendar.today())) {
            house.clock.set(day.atTime(8, 0).toInstant(ZoneOffset.UTC).toString());
            house.work.look();
        }
        return house.calendar.today();
    }

    private Laboratories.Recorded laboratory(String name) {
        return house.laboratories.named(name).orElseThrow();
    }

    @Override
    public void entitle(String name, List<Title> titles) {
        if (house.laboratories.named(name).isEmpty()) {
            house.keeping.add(Who.SUPERVISOR.actor(), Organisation.named(name));
        }
        for (Title title : titles) {
            Laboratories.Recorded known = laboratory(name);
            if (known.laboratory().titles().contains(title)) {
                continue;
            }
            house.keeping.entitle(
                    Who.SUPERVISOR.actor(), known.laboratory().id(), OptionalLong.of(known.version()), title);
        }
    }

    @Override
    public String open(Who who, Opening opening) {
        return house.opening
                .open(
                        who.actor(),
                        new OpenDossier.Request(
                                opening.scheme(),
                                opening.kind(),
                                opening.about().map(this::find).map(Visa::id),
                                opening.application(),
                                Optional.empty(),
                                opening.holder(),
                                List.of()))
                .id()
                .toString();
    }

    private Dossier dossier(String id) {
        return house.dossiers.find(DossierId.parse(id)).orElseThrow().dossier();
    }

    private OptionalLong seen(String id) {
        return OptionalLong.of(dossier(id).version());
    }

    @Override
    public void change(Who who, String dossier, Application application) {
        house.handling.changeApplication(who.actor(), DossierId.parse(dossier), seen(dossier), application);
    }

    @Override
    public void deposit(Who who, String dossier, String language, String... types) {
        for (String type : types) {
            house.handling.deposit(
                    who.actor(),
                    DossierId.parse(dossier),
                    seen(dossier),
                    new HandleDossier.Paper(
                            type,
                            type,
                            language,
                            Optional.of(type + "-" + language),
                            Cases.sections(type, dossier(dossier).opening().scheme()),
                            Cases.bytes(type + language),
                            1_000));
        }
    }

    @Override
    public void conclude(Who who, String dossier, String type, boolean favourable) {
        house.handling.conclude(who.actor(), DossierId.parse(dossier), seen(dossier), type, favourable, "Motifs.");
    }

    @Override
    public void step(Who who, String dossier, String step) {
        house.handling.takeStep(who.actor(), DossierId.parse(dossier), seen(dossier), step, Optional.empty());
    }

    @Override
    public void step(Who who, String dossier, String step, String reason) {
        house.handling.takeStep(who.actor(), DossierId.parse(dossier), seen(dossier), step, Optional.of(reason));
    }

    @Override
    public void assign(Who who, String dossier, String laboratory) {
        LaboratoryId id = laboratory(laboratory).laboratory().id();
        house.handling.assign(who.actor(), DossierId.parse(dossier), seen(dossier), List.of(id));
    }

    @Override
    public void plan(Who who, String dossier, Map<String, FactValue> facts) {
        house.handling.state(who.actor(), DossierId.parse(dossier), seen(dossier), facts);
    }

    @Override
    public void staff(Who who, String dossier, List<Assignment> staff, List<Subcontract> subcontracts) {
        house.handling.showStaff(who.actor(), DossierId.parse(dossier), seen(dossier), staff, subcontracts);
    }

    @Override
    public void askApproval(Who who, String dossier, String type, String justification, Optional<LocalDate> until) {
        house.handling.askApproval(who.actor(), DossierId.parse(dossier), seen(dossier), type, justification, until);
    }

    @Override
    public void answerApproval(Who who, String dossier, String type, boolean given, LocalDate bearing, String grounds) {
        house.handling.answerApproval(
                who.actor(), DossierId.parse(dossier), seen(dossier), type, given, bearing, grounds);
    }

    @Override
    public void approveAnswer(Who who, String dossier, String type) {
        String digest = house.handling
                .read(who.actor(), DossierId.parse(dossier), Optional.empty())
                .dossier()
                .history()
                .approval(type)
                .flatMap(Approval::proposed)
                .orElseThrow()
                .digest();
        house.handling.approveAnswer(who.actor(), DossierId.parse(dossier), seen(dossier), type, digest);
    }

    @Override
    public Approved approved(Who who, String dossier, String type) {
        Approval newest = house.handling
                .read(who.actor(), DossierId.parse(dossier), Optional.empty())
                .dossier()
                .history()
                .approval(type)
                .orElseThrow();
        Approval.Answer answer = newest.answer().orElseThrow();
        return new Approved(answer.given(), answer.day(), newest.justification(), answer.text());
    }

    @Override
    public String stage(Who who, String dossier) {
        return house.handling
                .read(who.actor(), DossierId.parse(dossier), Optional.empty())
                .dossier()
                .stage();
    }

    @Override
    public List<String> documents(Who who, String dossier) {
        return house
                .handling
                .read(who.actor(), DossierId.parse(dossier), Optional.empty())
                .dossier()
                .history()
                .documents()
                .stream()
                .map(Deposit::type)
                .toList();
    }

    @Override
    public List<String> preflight(Who who, String dossier) {
        return house.opening.preflight(who.actor(), DossierId.parse(dossier)).stream()
                .map(Finding::code)
                .toList();
    }

    @Override
    public Optional<String> obstacle(Who who, String dossier, String step) {
        return house.reading.steps(who.actor(), DossierId.parse(dossier)).steps().stream()
                .filter(open -> open.move().step().equals(step))
                .findFirst()
                .orElseThrow()
                .refusal()
                .map(Refusal::code);
    }

    @Override
    public Proposed propose(Who who, Content content) {
        Optional<Dossier> dossier = content.dossier().map(this::dossier);
        Optional<Visa> visa = content.visa().map(this::find);
        DecisionContent decided = Reasons.given(new DecisionContent(
                content.kind(),
                dossier.map(Dossier::id),
                dossier.map(Dossier::version).orElse(0L),
                visa.map(Visa::id),
                visa.map(Visa::version).orElse(0L),
                content.effective(),
                content.lastDay(),
                Optional.of("Motifs."),
                Optional.of("Corriger, puis en rendre compte."),
                content.scopes(),
                content.level(),
                content.versions(),
                Optional.of(true).filter(flag -> content.nationalSecurity()),
                content.clauses()));
        Proposal proposal = house.deciding.propose(
                who.actor(),
                content.remedy().map(RemedyId::parse).map(decided::on).orElse(decided));
        return new Proposed(proposal.id().toString(), proposal.digest());
    }

    @Override
    public String approve(Who who, Proposed proposed) {
        return house.deciding
                .approve(who.actor(), ProposalId.parse(proposed.id()), proposed.digest(), "Vu.")
                .visa()
                .map(visa -> visa.slug().value())
                .orElse("");
    }

    private Visa find(String slug) {
        return house.visas.find(new Slug(slug)).orElseThrow();
    }

    @Override
    public Sight visa(String slug, LocalDate asOf) {
        Visa visa = find(slug);
        StatusOnDay status = visa.facts()
                .statusOn(asOf, house.schemes.statusAtEnd(visa.facts().scheme()));
        return new Sight(
                visa.id(),
                visa.version(),
                status.status().code(),
                status.overdue(),
                visa.facts().reference().text(),
                visa.facts().validity().lastDay(),
                visa.facts().subject().versions(),
                List.copyOf(visa.facts().subject().maintained()),
                visa.facts().level().flatMap(level -> level.term()),
                visa.facts().nationalSecurity().orElse(false),
                visa.facts().documents().stream()
                        .map(document -> document.address().toString())
                        .toList(),
                Recognitions.of(
                                house.schemes.version(visa.facts().scheme()).orElseThrow(),
                                visa.facts(),
                                status.status())
                        .stream()
                        .map(PublicationRule.Recognition::id)
                        .toList(),
                visa.facts().conditions());
    }

    @Override
    public Optional<String> shown(String slug, LocalDate asOf) {
        house.catalogue.catchUp();
        return house.catalogue
                .find(new Slug(slug))
                .map(visa -> visa.facts()
                        .statusOn(asOf, house.schemes.statusAtEnd(visa.facts().scheme()))
                        .status()
                        .code());
    }

    @Override
    public void issueLists() {
        house.issuing.issueDue();
    }

    @Override
    public void requireEnded(String visa, LocalDate day) {
        house.work.look();
        List<String> ends = new ArrayList<>();
        house.journal.forEach(Set.of("visa-ended"), entry -> ends.add(entry.entry()));
        assertThat(ends)
                .filteredOn(entry -> entry.contains("visa:" + find(visa).id()))
                .singleElement()
                .satisfies(entry -> assertThat(entry).contains("\"effective\":\"" + day + "\""));
    }

    @Override
    public Kept retention(Who who, String dossier) {
        EraseMatter.Kept kept = house.erasing.retention(who.actor(), DossierId.parse(dossier));
        Optional<LocalDate> until = kept.retention().until();
        boolean over = kept.retention().refusal(kept.day()).isEmpty();
        return new Kept(over ? "over" : until.isPresent() ? "running" : "open", until);
    }

    @Override
    public void erase(Who who, String dossier) {
        house.erasing.ask(who.actor(), DossierId.parse(dossier), "Motifs.");
    }

    @Override
    public String askRemedy(Who who, String visa, LocalDate due) {
        return house.remedying
                .ask(who.actor(), find(visa).id(), Remedy.Ground.NON_CONFORMITY, "Proposer un remède.", due)
                .id()
                .toString();
    }

    @Override
    public String remedy(Who who, String remedy) {
        return Coded.of(house.remedying.one(who.actor(), RemedyId.parse(remedy)).state());
    }

    @Override
    public String list(String family) {
        try (InputStream list =
                house.lists.open(house.lists.current(new FamilyId(family)).orElseThrow(), PublishedLists.Part.XML)) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<String> search(String family, Set<String> levels, LocalDate asOf) {
        house.catalogue.catchUp();
        return house
                .catalogue
                .search(new CatalogueQuery(
                        "",
                        Set.of(family),
                        levels,
                        Set.of(VisaStatus.IN_FORCE),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        asOf,
                        CatalogueQuery.Sort.NAME,
                        1,
                        100))
                .rows()
                .stream()
                .map(visa -> visa.slug().value())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Map<String, List<String>> certificate(String slug) {
        Map<String, List<String>> said = new TreeMap<>();
        house.certificates
                .find(find(slug).id())
                .orElseThrow()
                .certificate()
                .lines()
                .forEach(line -> said.put(line.field(), line.values()));
        return said;
    }

    @Override
    public List<String> missing(Who who, String dossier) {
        return house.sending
                .read(who.actor(), DossierId.parse(dossier))
                .content()
                .missing();
    }

    @Override
    public void sendPackage(Who who, String dossier) {
        house.sending.send(who.actor(), DossierId.parse(dossier), OptionalLong.empty());
    }

    @Override
    public void requireTold(Who who, String about, String told, int times) {
        house.work.look();
        assertThat(house.noticing.page(who.actor(), Optional.empty(), 200))
                .filteredOn(sight ->
                        sight.recorded().notice().concern().id().toString().equals(about))
                .extracting(sight -> sight.recorded().notice().kind().code() + " "
                        + sight.recorded().notice().addressee().orElse("-"))
                .filteredOn(told::equals)
                .hasSize(times);
    }

    @Override
    public void requireAsked(Who who, String visa, String kind) {
        assertThat(asked(who, visa)).contains(kind);
    }

    @Override
    public void requireNotAsked(Who who, String visa, String kind) {
        assertThat(asked(who, visa)).doesNotContain(kind);
    }

    private List<String> asked(Who who, String visa) {
        house.work.look();
        return house.tasking.page(who.actor(), true, Optional.empty(), 200).stream()
                .map(sight -> sight.recorded().task())
                .filter(task ->
                        task.isOpen() && task.key().concern().id().toString().equals(visa))
                .map(task -> task.key().kind().code())
                .toList();
    }

    @Override
    public List<String> impacts(Who who) {
        List<String> impacts = new ArrayList<>();
        house.reviewing
                .today(who.actor())
                .forEach(impact -> impacts.add(impact.visa().slug().value() + " " + impact.reason()
                        + impact.other().map(base -> " " + base.slug().value()).orElse("")));
        return impacts;
    }

    @Override
    public String report(Who who, String visa) {
        return house.reporting
                .report(
                        who.actor(),
                        new ReportVulnerability.Request(
                                Source.HOLDER, Set.of(find(visa).id()), Cases.CLOCK_GLITCH, Optional.empty()))
                .record()
                .id()
                .toString();
    }

    @Override
    public void keepApart(Who who, String record, String exploitation) {
        house.compartments.write(
                who.actor(), VulnerabilityId.parse(record), Compartment.EXPLOITATION, OptionalLong.of(0), exploitation);
    }

    @Override
    public void judgeIncurable(Who who, String record) {
        VulnerabilityId id = VulnerabilityId.parse(record);
        long seen =
                house.watching.one(who.actor(), id, Optional.empty()).record().version();
        house.surveilling.assess(
                who.actor(), id, OptionalLong.of(seen), true, Optional.of(false), Optional.of(false), "Analyse.");
    }

    @Override
    public List<Warning> warnings(Who who, String record) {
        return house.notifying.of(who.actor(), VulnerabilityId.parse(record)).stream()
                .map(Vulnerabilities.Told::notice)
                .map(notice -> new Warning(Coded.of(notice.to()), notice.visa(), CanonicalRecord.text(notice)))
                .toList();
    }

    @Override
    public long population(Who who, SchemeId scheme, int year) {
        return house.sampling.read(who.actor(), scheme, year).population();
    }

    @Override
    public void importRows(String csv) {
        assertThat(house.importCsv(csv, false).counts().refused()).isZero();
    }

    @Override
    public void sample(Who who, SchemeId scheme, int year, List<VisaId> visas) {
        house.sampling.draw(
                who.actor(),
                scheme,
                year,
                OptionalLong.of(0),
                new LinkedHashSet<>(visas),
                "Analyse de risques.",
                List.of(new Criterion("Les plus cités", Optional.of("Most cited"))));
    }

    @Override
    public Set<String> criteria(Who who, SchemeId scheme, int year) {
        return house.sampling.read(who.actor(), scheme, year).sample().drawings().stream()
                .flatMap(drawing -> drawing.criteria().stream())
                .map(criterion -> criterion.fr() + " / " + criterion.en().orElse("-"))
                .collect(Collectors.toSet());
    }

    private GrantRoles.Held held(Who who, Who of) {
        if (house.accounts.byUsername(of.account()).isEmpty()) {
            house.account(of.actor());
        }
        return house.granting.read(who.actor(), of.account());
    }

    @Override
    public void giveRole(Who who, Who to, Role role, SchemeId scheme) {
        OptionalLong seen = OptionalLong.of(held(who, to).version());
        house.granting.grant(who.actor(), to.account(), seen, new RoleGrant(role, Optional.of(scheme)));
    }

    @Override
    public Set<String> roles(Who who, Who of) {
        return held(who, of).book().grants().stream()
                .map(grant -> grant.role().code())
                .collect(Collectors.toSet());
    }
}
