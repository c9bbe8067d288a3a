package org.sceau.registry.application.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.deciding.Proposals;
import org.sceau.registry.application.evaluating.Dossiers;
import org.sceau.registry.application.evaluating.Laboratories;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.application.revising.RevisionsInUse;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.decision.ProposalId;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.party.Organisation;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;
import org.sceau.registry.domain.task.Concern;
import org.sceau.registry.domain.task.Notice;
import org.sceau.registry.domain.task.NoticeKind;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.Visa;

/** Tells of each decision whoever the scheme's row of it names: a suspension its holder, the authority and the agency (EUCC Art. 30). */
@ApplicationScoped
public class TellDecisions implements Duty {
    private final Agenda agenda;
    private final Proposals proposals;
    private final Dossiers dossiers;
    private final Visas visas;
    private final Laboratories laboratories;
    private final RevisionsInUse editions;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected TellDecisions() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    public TellDecisions(
            Agenda agenda,
            Proposals proposals,
            Dossiers dossiers,
            Visas visas,
            Laboratories laboratories,
            RevisionsInUse editions,
            LegalCalendar calendar) {
        this.agenda = agenda;
        this.proposals = proposals;
        this.dossiers = dossiers;
        this.visas = visas;
        this.laboratories = laboratories;
        this.editions = editions;
        this.calendar = calendar;
    }

    @Override
    public String name() {
        return "decisions";
    }

    @Override
    public List<UUID> subjects(Span span, Optional<UUID> after, int most) {
        return agenda.carriedOut(calendar.startOf(span.from()), new Agenda.Part(span.since(), after, most));
    }

    @Override
    public List<Deed> deeds(UUID subject, Span span) {
        Proposals.Recorded recorded = proposals.find(new ProposalId(subject)).orElseThrow();
        Matter matter = matter(recorded.proposal());
        LocalDate day = calendar.dayOf(recorded.recordedAt());
        DecisionContent content = recorded.proposal().content();
        // An organisation that is named twice is told once, and all of it.
        Map<Optional<String>, Notice> told = new LinkedHashMap<>();
        matter.rule()
                .ifPresent(rule -> rule.notifies()
                        .forEach(to -> matter.readers(to)
                                .map(name -> new Notice(
                                        NoticeKind.DECISION_MADE,
                                        name,
                                        matter.concern(),
                                        content.kind().code() + "/"
                                                + recorded.proposal().id(),
                                        day,
                                        content.lastDay(),
                                        text(to, content, rule.remedy()),
                                        Optional.of(rule.source())))
                                .forEach(notice -> told.merge(notice.addressee(), notice, TellDecisions::longer))));
        return told.values().stream()
                .map(notice -> (Deed) new Deed.Give(notice))
                .toList();
    }

    private static Notice longer(Notice one, Notice other) {
        return one.text().map(String::length).orElse(0)
                        >= other.text().map(String::length).orElse(0)
                ? one
                : other;
    }

    /**
     * The reasons; for the holder the actions it is asked for (EUCC Art. 30(2)); for it and whoever applied how the decision is contested (CPCE
     * Art. 54-11). Whoever only rests on the visa reads on its page what is
     * public of it.
     */
    private static Optional<String> text(Addressee to, DecisionContent content, Optional<LegalRemedy> remedy) {
        if (to == Addressee.DEPENDENT_HOLDERS) {
            return Optional.empty();
        }
        List<String> parts = Stream.of(
                        content.reasons(),
                        to == Addressee.HOLDER ? content.actions() : Optional.<String>empty(),
                        to == Addressee.HOLDER || to == Addressee.SPONSOR
                                ? remedy.map(LegalRemedy::inBoth)
                                : Optional.<String>empty())
                .flatMap(Optional::stream)
                .toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", parts));
    }

    private Matter matter(Proposal proposal) {
        DecisionContent content = proposal.content();
        Optional<Dossier> dossier = content.dossier().flatMap(dossiers::find).map(Dossiers.Recorded::dossier);
        Optional<Visa> visa = content.visa().flatMap(visas::find);
        SchemeVersion scheme = dossier.map(found -> editions.of(found.opening()))
                .or(() -> visa.flatMap(found -> editions.current(found.facts().scheme())))
                .orElseThrow();
        Optional<DecisionRule> rule = scheme.conduct().flatMap(conduct -> conduct.decision(content.kind()));
        return new Matter(rule, dossier, visa);
    }

    /** What a decision was about, and who stands around it. */
    private final class Matter {
        private final Optional<DecisionRule> rule;
        private final Optional<Dossier> dossier;
        private final Optional<Visa> visa;

        Matter(Optional<DecisionRule> rule, Optional<Dossier> dossier, Optional<Visa> visa) {
            this.rule = rule;
            this.dossier = dossier;
            this.visa = visa;
        }

        Optional<DecisionRule> rule() {
            return rule;
        }

        Concern concern() {
            return dossier.map(found -> Concern.of(found.id()))
                    .orElseGet(() -> Concern.of(visa.orElseThrow().id()));
        }

        /** Organisations to tell; absent for the authority itself. Bodies outside the registry are told under their own name. */
        Stream<Optional<String>> readers(Addressee to) {
            return switch (to) {
                case HOLDER ->
                    Stream.of(visa.map(found -> found.facts().holder())
                            .or(() -> dossier.map(found -> found.parties().holder()))
                            .map(Organisation::name));
                case SPONSOR ->
                    dossier
                            .map(found -> found.parties().sponsor())
                            .or(() -> visa.flatMap(found -> found.facts().sponsor()))
                            .map(Organisation::name)
                            .map(Optional::of)
                            .stream();
                case LABORATORY ->
                    dossier.stream()
                            .flatMap(found -> found.laboratories().stream())
                            .flatMap(id -> laboratories.find(id).stream())
                            .map(found -> Optional.of(
                                    found.laboratory().organisation().name()));
                case NCCA -> Stream.of(Optional.empty());
                case DEPENDENT_HOLDERS -> dependents();
                case ENISA, ECCG, CONSULTED_AUTHORITY -> Stream.of(Optional.of(to.name()));
            };
        }

        private Stream<Optional<String>> dependents() {
            return visa.stream()
                    .flatMap(base -> visas.resting().stream()
                            .filter(resting -> resting.facts()
                                    .relations()
                                    .contains(new Relation(Relation.Kind.BASED_ON, base.id())))
                            .map(resting -> Optional.of(resting.facts().holder().name())));
        }
    }
}
