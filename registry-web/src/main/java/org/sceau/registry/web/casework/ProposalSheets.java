package org.sceau.registry.web.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.registry.application.deciding.WeighProposal;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.decision.Proposal;
import org.sceau.registry.domain.dossier.Person;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;
import org.sceau.registry.web.status.StatusWords;
import org.sceau.registry.web.words.SchemeWords;
import org.sceau.registry.web.words.Texts;
import org.sceau.registry.web.words.VersionWords;

/** Sets what is proposed beside what is in force, in words. */
final class ProposalSheets {
    private final WeighProposal.Weighed weighed;
    private final LocalDate today;
    private final Function<Person, String> person;
    private final CaseWords words;
    private final SchemeWords terms;
    private final Schemes schemes;

    private ProposalSheets(
            WeighProposal.Weighed weighed,
            LocalDate today,
            Function<Person, String> person,
            CaseWords words,
            Schemes schemes) {
        this.weighed = weighed;
        this.today = today;
        this.person = person;
        this.words = words;
        this.terms = new SchemeWords(schemes, words.desk().language());
        this.schemes = schemes;
    }

    /** @param person somebody who acted, as far as the reader learns names */
    static ProposalSheet of(
            WeighProposal.Weighed weighed,
            LocalDate today,
            Function<Person, String> person,
            CaseWords words,
            Schemes schemes) {
        return new ProposalSheets(weighed, today, person, words, schemes).sheet();
    }

    private ProposalSheet sheet() {
        Proposal proposal = weighed.proposal();
        DecisionContent content = proposal.content();
        return new ProposalSheet(
                proposal.id().toString(),
                proposal.version(),
                words.in(content.kind().label()),
                content.kind() == DecisionKind.REFUSE,
                words.in(weighed.rule().ground()),
                weighed.rule().source(),
                proposal.digest(),
                weighed.inForce().map(visa -> visa.facts().reference().text()).orElse(""),
                weighed.inForce()
                        .filter(visa -> visa.facts().listed())
                        .map(visa -> words.desk().to("/visas/" + visa.slug()))
                        .orElse(""),
                rows(),
                texts(content),
                person.apply(proposal.proposer()),
                words.moment(proposal.proposedAt()),
                words.day(proposal.expires()),
                proposal.proposer().name().equals(words.desk().actor().name()),
                weighed.obstacle().map(words::obstacle).orElse(null));
    }

    private List<DiffRow> rows() {
        if (weighed.then().isEmpty()) {
            return List.of();
        }
        VisaFacts then = weighed.then().get();
        Optional<VisaFacts> now = weighed.inForce().map(Visa::facts);
        List<DiffRow> rows = new ArrayList<>();
        row(rows, "diff.status", now, then, this::status);
        row(rows, "diff.product", now, then, facts -> facts.subject().name());
        row(rows, "diff.versions", now, then, this::versions);
        row(rows, "diff.level", now, then, facts -> terms.level(facts).orElse(""));
        row(rows, "diff.scopes", now, then, this::scopes);
        row(rows, "diff.category", now, then, terms::category);
        row(rows, "diff.holder", now, then, facts -> facts.holder().name());
        row(
                rows,
                "diff.first-day",
                now,
                then,
                facts -> words.day(facts.validity().firstDay()));
        row(
                rows,
                "diff.last-day",
                now,
                then,
                facts -> facts.validity().lastDay().map(words::day).orElseGet(() -> words.say("diff.open-end")));
        row(rows, "diff.conditions", now, then, this::conditions);
        row(
                rows,
                "diff.national-security",
                now,
                then,
                facts -> facts.nationalSecurity()
                        .map(flag -> words.say(flag ? "yes" : "no"))
                        .orElse(""));
        return rows;
    }

    /** What neither of them says is no row. */
    private void row(
            List<DiffRow> rows,
            String name,
            Optional<VisaFacts> now,
            VisaFacts then,
            Function<VisaFacts, String> part) {
        String before = now.map(part).orElse("");
        String after = part.apply(then);
        if (!before.isEmpty() || !after.isEmpty()) {
            rows.add(new DiffRow(words.say(name), before, after));
        }
    }

    private String status(VisaFacts facts) {
        // What takes effect tomorrow is what this decision makes of it.
        LocalDate day = weighed.proposal().content().effective().isAfter(today)
                ? weighed.proposal().content().effective()
                : today;
        boolean suspends = weighed.then().filter(facts::equals).isPresent()
                && weighed.proposal().content().kind() == DecisionKind.SUSPEND;
        return StatusWords.in(words.desk().language())
                .tag(facts.statusOn(suspends ? day.plusDays(1) : day, schemes.statusAtEnd(facts.scheme()))
                        .status());
    }

    private String versions(VisaFacts facts) {
        return new VersionWords(Texts.in(words.desk().language()))
                .of(facts.subject())
                .orElse("");
    }

    private String scopes(VisaFacts facts) {
        return terms.scopes(facts).stream()
                .filter(scope -> scope.granted())
                .map(scope -> scope.code().isEmpty() ? scope.label() : scope.code())
                .collect(Collectors.joining(", "));
    }

    private String conditions(VisaFacts facts) {
        List<Clause> all = facts.conditions();
        return all.isEmpty()
                ? words.say("diff.no-condition")
                : all.stream().map(this::inBoth).collect(Collectors.joining(" · "));
    }

    /** Whoever approves it approves both languages. */
    private String inBoth(Clause clause) {
        Locale own = words.desk().locale();
        Locale other = own.getLanguage().equals("en") ? Locale.FRENCH : Locale.ENGLISH;
        return clause.isDecided() ? clause.in(own) + " / " + clause.in(other) : clause.in(own);
    }

    private List<CaseSheet.Fact> texts(DecisionContent content) {
        List<CaseSheet.Fact> texts = new ArrayList<>();
        texts.add(new CaseSheet.Fact(words.say("decision.effective"), words.day(content.effective())));
        if (content.kind() == DecisionKind.SUSPEND || content.kind() == DecisionKind.EXTEND_SUSPENSION) {
            content.lastDay()
                    .ifPresent(day -> texts.add(new CaseSheet.Fact(words.say("decision.until"), words.day(day))));
        }
        content.reasons().ifPresent(text -> texts.add(new CaseSheet.Fact(words.say("decision.reasons"), text)));
        List<String> categories = weighed.scheme().conduct().stream()
                .flatMap(conduct -> conduct.reasons().stream())
                .filter(reason -> content.reasonCodes().contains(reason.code()))
                .map(Reason::label)
                .map(words::in)
                .toList();
        if (!categories.isEmpty()) {
            texts.add(new CaseSheet.Fact(words.say("decision.categories"), String.join(", ", categories)));
        }
        content.actions().ifPresent(text -> texts.add(new CaseSheet.Fact(words.say("decision.actions"), text)));
        return texts;
    }
}
