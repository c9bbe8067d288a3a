package org.sceau.registry.web.casework;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.deciding.ReadDecisions;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.web.desk.DeskFrame;
import org.sceau.registry.web.form.DeskForm;
import org.sceau.registry.web.form.FormFields;
import org.sceau.registry.web.form.Obstacle;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.SchemeWords;

/** One visa as those see it who decide about it: what it says today, what is proposed, and which decisions its scheme has for it. */
@Named("visaDesk")
@RequestScoped
public class VisaDesk {
    private static final int MOST = 200;
    private static final Set<String> DONE = Set.of("approve", "reject", "retract", "propose");

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ReadDecisions decisions;

    @Inject
    @SuppressWarnings("NullAway.Init")
    OpenProposals open;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Schemes schemes;

    @Inject
    @SuppressWarnings("NullAway.Init")
    CaseActs acts;

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskForm sent;

    private @Nullable Visa visa;
    private List<CaseEvent> past = List.of();
    private List<Choice> kinds = List.of();

    /** Does what was sent, then reads what is shown. */
    public void open() {
        try {
            Visa read = decisions.visa(desk.actor(), new Slug(desk.key()));
            if (!sent.carryOut(fields -> act(read, fields), refused -> words(refused, read))) {
                read(read);
            }
        } catch (Refused refused) {
            sent.refuse(sent.plain(refused.refusal()));
        }
    }

    private String act(Visa about, FormFields fields) {
        String act = fields.choice("act");
        acts.decide(act, about.id(), fields);
        return desk.address() + "?done=" + act;
    }

    private Obstacle words(Refusal refused, Visa about) {
        return schemes.version(about.facts().scheme())
                .map(scheme -> new CaseWords(scheme, desk).obstacle(refused))
                .orElseGet(() -> sent.plain(refused));
    }

    private void read(Visa read) {
        visa = read;
        LocalDate today = desk.dayOf(desk.now());
        List<Proposal> all = decisions.about(desk.actor(), read.id(), Optional.empty(), MOST);
        open.weigh(
                all.stream()
                        .filter(proposal -> proposal.isOpenOn(today)
                                && proposal.content().dossier().isEmpty()),
                weighed -> {
                    CaseWords words = new CaseWords(weighed.scheme(), desk);
                    return ProposalSheets.of(weighed, today, words::person, words, schemes);
                });
        schemes.version(read.facts().scheme()).ifPresent(scheme -> {
            CaseWords words = new CaseWords(scheme, desk);
            past = CaseEvents.decisions(all, words);
            kinds = scheme.conduct().stream()
                    .flatMap(conduct -> conduct.decisions().stream())
                    .filter(rule -> isOffered(rule, read, scheme, today))
                    .map(rule -> new Choice(
                            rule.kind().code(),
                            words.in(rule.kind().label()),
                            rule.source(),
                            rule.kind() == DecisionKind.WITHDRAW || rule.kind() == DecisionKind.ARCHIVE,
                            true))
                    .toList();
        });
    }

    /** What the scheme lets the reader's roles propose about the visa as it is, without a dossier. Corrections have a form of their own. */
    private boolean isOffered(DecisionRule rule, Visa read, SchemeVersion scheme, LocalDate today) {
        Set<Role> roles = desk.actor().roles(scheme.id().scheme());
        VisaStatus status = read.facts()
                .statusOn(today, schemes.statusAtEnd(read.facts().scheme()))
                .status();
        return rule.kind().effect() == DecisionKind.Effect.SAME_VISA
                && !rule.kind().givesMore()
                && rule.kind() != DecisionKind.CORRECT
                && rule.rules().isEmpty()
                && rule.from().contains(status)
                && rule.proposedBy().stream().anyMatch(roles::contains);
    }

    public boolean found() {
        return visa != null;
    }

    public String title() {
        return visa == null ? "" : visa.facts().subject().name();
    }

    public String reference() {
        return visa == null ? "" : visa.facts().reference().text();
    }

    /** Its public page; empty where it has none. */
    public String publicAddress() {
        return visa == null || !visa.facts().listed()
                ? ""
                : desk.to("/visas/" + visa.slug().value());
    }

    public String tone() {
        return visa == null ? "" : StatusWords.tone(status(visa));
    }

    public String status() {
        return visa == null ? "" : StatusWords.in(desk.language()).tag(status(visa));
    }

    private VisaStatus status(Visa known) {
        return known.facts()
                .statusOn(
                        desk.dayOf(desk.now()),
                        schemes.statusAtEnd(known.facts().scheme()))
                .status();
    }

    /** What it says, each with its name. */
    public List<CaseSheet.Fact> facts() {
        Visa known = visa;
        if (known == null) {
            return List.of();
        }
        SchemeWords terms = new SchemeWords(schemes, desk.language());
        List<CaseSheet.Fact> facts = new ArrayList<>();
        facts.add(fact("diff.holder", known.facts().holder().name()));
        known.facts().subject().versions().ifPresent(text -> facts.add(fact("diff.versions", text)));
        terms.level(known.facts()).ifPresent(level -> facts.add(fact("diff.level", level)));
        String scopes = terms.scopes(known.facts()).stream()
                .filter(scope -> scope.granted())
                .map(scope -> scope.label())
                .collect(Collectors.joining(", "));
        if (!scopes.isEmpty()) {
            facts.add(fact("diff.scopes", scopes));
        }
        facts.add(
                fact("diff.first-day", desk.days().day(known.facts().validity().firstDay())));
        facts.add(fact(
                "diff.last-day",
                known.facts()
                        .validity()
                        .lastDay()
                        .map(desk.days()::day)
                        .orElseGet(() -> desk.texts().say("diff.open-end"))));
        known.facts().conditions().forEach(clause -> facts.add(fact("diff.conditions", clause.in(desk.locale()))));
        facts.add(fact("visa.scheme", terms.version(known.facts().scheme())));
        return facts;
    }

    private CaseSheet.Fact fact(String name, String value) {
        return new CaseSheet.Fact(desk.texts().say(name), value);
    }

    public String slug() {
        return visa == null ? "" : visa.slug().value();
    }

    /** What was proposed and decided, newest first. */
    public List<CaseEvent> past() {
        return past;
    }

    /** Decisions that the reader may propose; the grave ones are chosen. */
    public List<Choice> kinds() {
        return kinds;
    }

    /** What was just done, in words; empty when nothing was. */
    public String done() {
        return sent.done(DONE);
    }
}
