package org.sceau.it.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.it.house.House;
import org.sceau.registry.domain.decision.DecisionContent;
import org.sceau.registry.domain.dossier.Approval;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.NumberSeries;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.Claim;
import org.sceau.registry.domain.visa.Relation;
import org.sceau.registry.domain.visa.StatusChange;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/** What holds after any decision about a dossier, read from the scheme and the dossier and not from the code that decides. */
final class LifeMustHold {
    private static final Pattern NUMBER = Pattern.compile("(.*?)(\\d+)$");

    private final House house;
    private final LifeWords words;
    private final Set<String> references = new HashSet<>();
    private final Map<String, Integer> lastOfSeries = new HashMap<>();

    LifeMustHold(House house, LifeWords words) {
        this.house = house;
        this.words = words;
    }

    void check(LifeDecisions.Decided made, String where) {
        SchemeVersion scheme =
                house.schemes.version(made.dossier().opening().scheme()).orElseThrow();
        Conduct conduct = scheme.conduct().orElseThrow();
        DecisionContent content = made.content();
        String what = where + ": " + content.kind() + " under " + scheme.id();
        Dossier after = house.dossiers.find(made.dossier().id()).orElseThrow().dossier();

        words.checked(made, after, what);
        fourEyes(made, what);
        dutiesStayApart(conduct, after, what);
        carriedOutByItsRow(conduct, made, after, what);
        made.former().ifPresent(former -> fromItsStatus(made, former, what));
        switch (content.kind().effect()) {
            case NEW_VISA -> granted(scheme, made, what);
            case SAME_VISA -> changed(scheme, made, what);
            default -> {
                assertThat(made.visa()).as(what).isEmpty();
                made.former()
                        .ifPresent(former -> assertThat(house.visas.find(former.id()))
                                .as(what)
                                .contains(former));
            }
        }
    }

    /** Four eyes: somebody else approves, in a role of the row, who took no other part. */
    private static void fourEyes(LifeDecisions.Decided made, String what) {
        assertThat(made.approver().name()).as(what).isNotEqualTo(made.proposer().name());
        assertThat(made.rule().proposedBy())
                .as(what)
                .containsAnyElementsOf(made.proposer().roles());
        assertThat(made.rule().approvedBy())
                .as(what)
                .containsAnyElementsOf(made.approver().roles());
        assertThat(made.dossier().history().rolesOf(made.approver().name()))
                .as(what)
                .allMatch(role -> made.rule().approvedBy().contains(role));
    }

    /** Invariants 6, 7, 8, 10 and 11. */
    private static void dutiesStayApart(Conduct conduct, Dossier dossier, String what) {
        for (Separation separation : conduct.separations()) {
            if (separation.reach() == Separation.Reach.DOSSIER) {
                dossier.history().involved().forEach(act -> {
                    Set<Role> roles = Set.copyOf(dossier.history().rolesOf(act.name()));
                    assertThat(roles)
                            .as("%s of %s", what, act.name())
                            .noneMatch(other -> separation.isCrossedBy(act.role(), other));
                });
            }
        }
    }

    /** Invariants 12 and 13: what the row demands was there, and no approval was pending where it may not be. */
    private void carriedOutByItsRow(Conduct conduct, LifeDecisions.Decided made, Dossier after, String what) {
        assertThat(after.version()).as(what).isEqualTo(made.dossier().version() + 1);
        assertThat(after.opening()).as(what).isEqualTo(made.dossier().opening());
        Move row = conduct.procedure()
                .move(
                        after.history().stage().step(),
                        made.dossier().stage(),
                        made.dossier().opening().kind())
                .orElseThrow();
        assertThat(row.decides()).as(what).contains(made.content().kind());
        var situation = house.acts.look(made.dossier(), house.clock.instant()).situation();
        assertThat(row.documents()).as(what).allMatch(type -> situation.hasDocument(type, Optional.empty()));
        assertThat(row.conclusions()).as(what).allMatch(situation::isFavourable);
        assertThat(made.rule().rules())
                .as(what)
                .noneMatch(code -> conduct.procedure().rule(code).orElseThrow().isBrokenIn(situation));
        if (conduct.procedure().stage(after.stage()).orElseThrow().phase() == Phase.GRANTED
                && made.content().kind().effect() == DecisionKind.Effect.NEW_VISA) {
            assertThat(after.history().approvals()).as(what).noneMatch(Approval::isPending);
        }
    }

    private void fromItsStatus(LifeDecisions.Decided made, Visa former, String what) {
        if (made.content().visa().isPresent() && !made.rule().from().isEmpty()) {
            VisaStatus status = former.facts()
                    .statusOn(
                            made.day(), house.schemes.statusAtEnd(former.facts().scheme()))
                    .status();
            assertThat(made.rule().from()).as(what).contains(status);
        }
    }

    private void granted(SchemeVersion scheme, LifeDecisions.Decided made, String what) {
        Visa visa = made.visa().orElseThrow();
        VisaFacts facts = visa.facts();
        var situation = house.acts.look(made.dossier(), house.clock.instant()).situation();
        assertThat(scheme.applicability().issuesOn(made.day())).as(what).isTrue();
        assertThat(visa.version()).as(what).isEqualTo(1);
        numbered(scheme, facts, what);
        // Invariants 40, 41, 24: what was asked for and evaluated, and nothing else.
        assertThat(facts.subject())
                .as(what)
                .isEqualTo(made.dossier().application().subject());
        assertThat(facts.holder()).as(what).isEqualTo(made.dossier().parties().holder());
        assertThat(facts.scopes())
                .as(what)
                .isEqualTo(made.dossier().application().scopes());
        assertThat(scheme.brokenScopeRules(facts.scopes())).as(what).isEmpty();
        assertThat(facts.level().flatMap(Claim::term)).as(what).isEqualTo(situation.level());
        assertThat(facts.nationalSecurity().orElse(false)
                        && !made.dossier().application().nationalSecurity())
                .as(what)
                .isFalse();
        assertThat(facts.statuses()).as(what).containsExactly(StatusChange.inForce(made.day()));
        assertThat(facts.conditions()).as(what).isEqualTo(made.content().clauses());
        valid(scheme, made, facts, what);
        if (scheme.isAlwaysPublic()) {
            assertThat(facts.listed()).as(what).isTrue();
        }
        if (!scheme.isListed()) {
            assertThat(facts.listed()).as(what).isFalse();
        }
        made.former().ifPresent(former -> {
            assertThat(facts.relations()).as(what).contains(new Relation(Relation.Kind.REPLACES, former.id()));
            Visa now = house.visas.find(former.id()).orElseThrow();
            if (made.content().kind().isReissue()) {
                // Invariant 31: in the same transaction.
                assertThat(now.facts()
                                .statuses()
                                .get(now.facts().statuses().size() - 1)
                                .status())
                        .as(what)
                        .isEqualTo(VisaStatus.WITHDRAWN);
                assertThat(now.recordedAt()).as(what).isEqualTo(visa.recordedAt());
            } else {
                assertThat(now).as(what).isEqualTo(former);
            }
        });
    }

    /** Invariant 23: unique, never given out twice, and without a gap in its series. */
    private void numbered(SchemeVersion scheme, VisaFacts facts, String what) {
        String text = facts.reference().text();
        assertThat(references.add(
                        scheme.family() + " " + text + " " + facts.reference().year()))
                .as(what + " number " + text)
                .isTrue();
        Matcher parts = NUMBER.matcher(text);
        assertThat(parts.matches()).as(what + " number " + text).isTrue();
        int number = Integer.parseInt(parts.group(2));
        NumberSeries rule = scheme.conduct().orElseThrow().numbers();
        // A month in the number does not begin another series unless the scheme says so.
        boolean isMonthApart = rule.per().contains("month") || !rule.pattern().contains("{month}");
        String before = isMonthApart ? parts.group(1) : parts.group(1).replaceFirst("\\d\\d-$", "");
        String series = rule.series() + " " + before + " " + facts.reference().year();
        assertThat(number)
                .as("%s: the number after %s of %s", what, lastOfSeries.getOrDefault(series, 0), series)
                .isEqualTo(lastOfSeries.getOrDefault(series, 0) + 1);
        lastOfSeries.put(series, number);
    }

    /** Invariants 19, 20 and 65. */
    private static void valid(SchemeVersion scheme, LifeDecisions.Decided made, VisaFacts facts, String what) {
        LocalDate first = facts.validity().firstDay();
        assertThat(first).as(what).isEqualTo(made.day());
        Optional<LocalDate> latest = scheme.validity().latestLastDay(first);
        boolean longer = scheme.validity()
                .longerWith()
                .flatMap(type -> made.dossier().history().approval(type))
                .flatMap(Approval::answer)
                .filter(answer -> answer.given() && !answer.day().isAfter(made.day()))
                .isPresent();
        if (latest.isPresent() && !longer) {
            assertThat(facts.validity().lastDay()).as(what).isPresent();
            assertThat(facts.validity().lastDay().orElseThrow()).as(what).isBeforeOrEqualTo(latest.get());
        }
        facts.validity().lastDay().ifPresent(last -> assertThat(last).as(what).isAfterOrEqualTo(first));
    }

    private static void changed(SchemeVersion scheme, LifeDecisions.Decided made, String what) {
        VisaFacts before = made.former().orElseThrow().facts();
        VisaFacts after = made.visa().orElseThrow().facts();
        DecisionKind kind = made.content().kind();
        assertThat(made.visa().orElseThrow().version())
                .as(what)
                .isEqualTo(made.former().orElseThrow().version() + 1);
        assertThat(after.reference()).as(what).isEqualTo(before.reference());
        assertThat(after.holder()).as(what).isEqualTo(before.holder());
        assertThat(after.statuses().subList(0, before.statuses().size()))
                .as(what)
                .isEqualTo(before.statuses());
        VisaMustHold.clausesJoin(before, after, made.content(), what);
        validityOnlyProlonged(scheme, kind, before, after, made.day(), what);
        if (kind == DecisionKind.MAINTAIN) {
            // Invariants 32 and 36: the version joins, and nothing else.
            assertThat(after.subject().maintained())
                    .as(what)
                    .containsAll(before.subject().maintained())
                    .isNotEqualTo(before.subject().maintained());
        } else {
            assertThat(after.subject()).as(what).isEqualTo(before.subject());
        }
        if (kind == DecisionKind.EXTEND_SCOPE) {
            Set<String> asked = made.dossier().application().scopes();
            assertThat(after.scopes()).as(what).containsAll(before.scopes());
            assertThat(after.scopes())
                    .as(what)
                    .allMatch(scope -> before.scopes().contains(scope) || asked.contains(scope));
            assertThat(scheme.brokenScopeRules(after.scopes())).as(what).isEmpty();
            before.level()
                    .flatMap(Claim::term)
                    .ifPresent(level -> assertThat(level(
                                            scheme,
                                            after.level().flatMap(Claim::term).orElseThrow())
                                    .isAtLeast(level(scheme, level)))
                            .as(what)
                            .isTrue());
        } else if (kind != DecisionKind.REDUCE_SCOPE) {
            assertThat(after.scopes()).as(what).isEqualTo(before.scopes());
        }
    }

    /** Invariants 28, 32 and 36: only a prolongation gives another end, and none beyond the scheme's. */
    private static void validityOnlyProlonged(
            SchemeVersion scheme, DecisionKind kind, VisaFacts before, VisaFacts after, LocalDate day, String what) {
        if (kind != DecisionKind.PROLONG) {
            assertThat(after.validity()).as(what).isEqualTo(before.validity());
            return;
        }
        assertThat(after.validity().firstDay())
                .as(what)
                .isEqualTo(before.validity().firstDay());
        assertThat(after.validity().lastDay().orElseThrow())
                .as(what)
                .isAfter(before.validity().lastDay().orElseThrow());
        scheme.validity()
                .latestLastDay(day)
                .ifPresent(latest -> assertThat(after.validity().lastDay().orElseThrow())
                        .as(what)
                        .isBeforeOrEqualTo(latest));
    }

    private static Level level(SchemeVersion scheme, String id) {
        List<Level> levels = scheme.levels();
        return levels.stream()
                .filter(level -> level.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
