package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.it.house.House;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.domain.decision.Correction;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Clause;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.StatusOnDay;
import org.sceau.registry.domain.visa.Terms;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/** What holds of a visa after any decision, read from the scheme and not from the code that decides. */
final class VisaMustHold {
    private VisaMustHold() {}

    static void check(House house, VisaWalk.Step step, String where) {
        Visa before = step.before();
        Visa after = house.visas.find(before.id()).orElseThrow();
        if (step.refusal().isPresent()) {
            assertThat(after).as(where).isEqualTo(before);
            return;
        }
        SchemeVersion scheme = house.schemes.version(before.facts().scheme()).orElseThrow();
        Conduct conduct = scheme.conduct().orElseThrow();
        DecisionContent content = step.content();
        DecisionRule rule = conduct.decision(content.kind()).orElseThrow();
        String what = where + ": " + content.kind() + " under " + scheme.id();

        // No decision of the walk has a dossier: rules that ask for what is in one cannot hold.
        assertThat(rule.rules()).as(what).isEmpty();
        assertThat(after.version()).as(what).isEqualTo(before.version() + 1);
        boolean shownFirst = !before.facts().listed() && after.facts().listed();
        if (!shownFirst || !before.slug().value().startsWith("unlisted-")) {
            assertThat(after.slug()).as(what).isEqualTo(before.slug());
        }
        fourEyes(rule, step.proposer(), step.approver(), what);
        fromItsStatus(house, rule, step, what);
        historyGrows(before.facts(), after.facts(), rule, content, step.day(), what);
        suspensionsKeepTheirLimits(conduct, before.facts(), content, step.day(), what);
        namesAndDaysStay(before.facts(), after.facts(), content, what);
        listedAsItsSchemeSays(scheme, after.facts(), what);
        onlyLess(scheme, before.facts(), after.facts(), content, what);
        holdsFromItsDay(before.facts(), after.facts(), content, what);
    }

    /** Two times: before its day a decision changes nothing, from its day on it holds; a correction was right on all days. */
    private static void holdsFromItsDay(VisaFacts before, VisaFacts after, DecisionContent content, String what) {
        LocalDate day = content.effective();
        for (int days = 1; days < 500; days += 7) {
            LocalDate earlier = day.minusDays(days);
            // Before its first day a visa said nothing.
            if (!earlier.isBefore(before.validity().firstDay())) {
                Terms then = before.on(earlier).terms();
                assertThat(after.on(earlier).terms())
                        .as("%s, %d days before", what, days)
                        .isEqualTo(content.kind() == DecisionKind.CORRECT ? corrected(then, after) : then);
            }
            assertThat(after.on(day.plusDays(days)).terms()).as(what).isEqualTo(after.terms());
        }
        assertThat(after.on(day).terms()).as(what).isEqualTo(after.terms());
    }

    /** The name that was put right; versions that came later by maintenance did not stand there before. */
    private static Terms corrected(Terms then, VisaFacts after) {
        return then.about(
                then.subject().saying(after.subject().name(), then.subject().versions()));
    }

    /** Four eyes: somebody else approves, and each in a role of the row. */
    private static void fourEyes(DecisionRule rule, Actor proposer, Actor approver, String what) {
        assertThat(approver.name()).as(what).isNotEqualTo(proposer.name());
        assertThat(shares(proposer.roles(), rule.proposedBy())).as(what).isTrue();
        assertThat(shares(approver.roles(), rule.approvedBy())).as(what).isTrue();
    }

    private static boolean shares(Set<Role> has, Set<Role> may) {
        return has.stream().anyMatch(may::contains);
    }

    /** The matrix of statuses; and after a suspension that ran out only what gives a status, or puts a mistake right (invariant 30). */
    private static void fromItsStatus(House house, DecisionRule rule, VisaWalk.Step step, String what) {
        VisaFacts facts = step.before().facts();
        StatusOnDay today = facts.statusOn(step.day(), house.schemes.statusAtEnd(facts.scheme()));
        assertThat(rule.from()).as(what).contains(today.status());
        if (today.overdue() && rule.to().isEmpty()) {
            assertThat(rule.kind()).as(what).isEqualTo(DecisionKind.CORRECT);
        }
    }

    private static void historyGrows(
            VisaFacts before,
            VisaFacts after,
            DecisionRule rule,
            DecisionContent content,
            LocalDate decided,
            String what) {
        List<StatusChange> former = before.statuses();
        assertThat(after.statuses().subList(0, former.size())).as(what).isEqualTo(former);
        Optional<VisaStatus> to = rule.to();
        assertThat(after.statuses()).as(what).hasSize(former.size() + (to.isPresent() ? 1 : 0));
        if (to.isPresent()) {
            StatusChange last = after.statuses().get(former.size());
            assertThat(last.status()).as(what).isEqualTo(to.get());
            assertThat(last.since())
                    .as(what)
                    .isEqualTo(to.get() == VisaStatus.SUSPENDED ? decided.plusDays(1) : content.effective());
            assertThat(last.since())
                    .as(what)
                    .isAfterOrEqualTo(former.get(former.size() - 1).since());
        }
    }

    /** Invariant 27: no longer than the scheme says from the day it was decided, alone and with all extensions. */
    private static void suspensionsKeepTheirLimits(
            Conduct conduct, VisaFacts before, DecisionContent content, LocalDate decidedOn, String what) {
        if (content.kind() != DecisionKind.SUSPEND && content.kind() != DecisionKind.EXTEND_SUSPENSION) {
            return;
        }
        if (content.lastDay().isEmpty()) {
            assertThat(conduct.suspension().flatMap(limits -> limits.most().or(limits::total)))
                    .as("a bound of a suspension without end: " + what)
                    .isEmpty();
            return;
        }
        LocalDate last = content.lastDay().get();
        assertThat(last).as(what).isAfter(decidedOn);
        conduct.suspension().ifPresent(limits -> {
            if (content.kind() == DecisionKind.SUSPEND) {
                limits.lastDay(decidedOn)
                        .ifPresent(latest -> assertThat(last).as(what).isBeforeOrEqualTo(latest));
            } else {
                LocalDate begin =
                        before.statuses().get(before.statuses().size() - 1).since();
                for (int i = before.statuses().size() - 1;
                        i >= 0 && before.statuses().get(i).status() == VisaStatus.SUSPENDED;
                        i--) {
                    begin = before.statuses().get(i).since();
                }
                LocalDate decided = begin.minusDays(1);
                limits.lastDayOfAll(decided)
                        .ifPresent(latest -> assertThat(last).as(what).isBeforeOrEqualTo(latest));
            }
        });
    }

    /** Invariants 23 and 28 among others: number, holder, validity and listing are no business of a decision about status or scope. */
    private static void namesAndDaysStay(VisaFacts before, VisaFacts after, DecisionContent content, String what) {
        assertThat(after.reference()).as(what).isEqualTo(before.reference());
        assertThat(after.scheme()).as(what).isEqualTo(before.scheme());
        assertThat(after.holder()).as(what).isEqualTo(before.holder());
        assertThat(after.listed())
                .as(what)
                .isEqualTo(content.correction().flatMap(Correction::listed).orElse(before.listed()));
        assertThat(after.validity()).as(what).isEqualTo(before.validity());
        if (content.kind() != DecisionKind.CORRECT) {
            assertThat(after.subject()).as(what).isEqualTo(before.subject());
        }
        if (content.kind() != DecisionKind.ADVISE) {
            assertThat(after.recommendationOverride()).as(what).isEqualTo(before.recommendationOverride());
        } else {
            assertThat(after.recommendationOverride()).as(what).isNotEqualTo(before.recommendationOverride());
        }
        clausesJoin(before, after, content, what);
    }

    /** What was decided joins what the visa said, word by word in both languages. */
    static void clausesJoin(VisaFacts before, VisaFacts after, DecisionContent content, String what) {
        List<Clause> all = new ArrayList<>(before.conditions());
        all.addAll(content.clauses());
        assertThat(after.conditions()).as(what).isEqualTo(all);
        assertThat(content.clauses()).as(what).allMatch(Clause::isDecided);
    }

    /** Invariant 62: whatever consent was given or taken back. */
    private static void listedAsItsSchemeSays(SchemeVersion scheme, VisaFacts after, String what) {
        if (scheme.publicEntry().alwaysPublic().value()) {
            assertThat(after.listed()).as(what).isTrue();
        }
        if (!scheme.conduct().orElseThrow().publication().listed()) {
            assertThat(after.listed()).as(what).isFalse();
        }
    }

    /** Without a dossier a visa says no more than before. */
    private static void onlyLess(
            SchemeVersion scheme, VisaFacts before, VisaFacts after, DecisionContent content, String what) {
        assertThat(before.scopes()).as(what).containsAll(after.scopes());
        if (content.kind() == DecisionKind.REDUCE_SCOPE) {
            assertThat(after.scopes().size())
                    .as(what)
                    .isLessThan(before.scopes().size());
            assertThat(scheme.brokenScopeRules(after.scopes())).as(what).isEmpty();
        } else {
            assertThat(after.scopes()).as(what).isEqualTo(before.scopes());
        }
        if (content.kind() == DecisionKind.DEGRADE_LEVEL) {
            assertThat(level(scheme, before).isAtLeast(level(scheme, after)))
                    .as(what)
                    .isTrue();
            assertThat(after.level()).as(what).isNotEqualTo(before.level());
        } else {
            assertThat(after.level()).as(what).isEqualTo(before.level());
        }
    }

    private static Level level(SchemeVersion scheme, VisaFacts facts) {
        String id = facts.level().flatMap(Claim::term).orElseThrow();
        return scheme.levels().stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
