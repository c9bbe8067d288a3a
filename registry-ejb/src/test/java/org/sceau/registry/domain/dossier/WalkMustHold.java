package org.sceau.registry.domain.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.domain.dossier.handling.Filing;
import org.sceau.registry.domain.dossier.handling.Guards;
import org.sceau.registry.domain.laboratory.Laboratory;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.visa.VisaId;

/** What holds after every accepted act of a walk of a dossier. */
final class WalkMustHold {
    /** Of so many walks one is read as the journal tells it: that takes longer than the walk. */
    private static final int TOLD_IN_FULL = 10;

    /** Why a laboratory is not assigned that has all its titles, or that nobody assigns any more. */
    private static final Set<String> OTHER_REASONS =
            Set.of("not-open-for-changes", "lab-not-foreseen", "lab-visa-missing", "laboratory-not-the-former");

    private WalkMustHold() {}

    /**
     * @param number     of the walk
     * @param anotherDay whether the act before was of another day
     */
    static void check(Walk walk, Dossier before, long number, boolean anotherDay, String where) {
        Dossier after = walk.dossier();
        assertThat(after.version()).as(where).isEqualTo(before.version() + 1);
        holds_25_the_scheme_version_stays(before, after, where);
        holds_38_history_only_grows(before.history(), after.history(), where);
        if (number % TOLD_IN_FULL == 0) {
            isToldInFull(before, after, where);
        }
        dutiesStayApart(walk, after, where);
        if (!after.history().involved().equals(before.history().involved())
                || after.history().stages().size() > before.history().stages().size()) {
            DutiesMustHold.check(after, where);
        }
        // Who is competent hangs on the day, on what is asked for and on who is assigned.
        if (anotherDay
                || !after.application().equals(before.application())
                || !after.laboratories().equals(before.laboratories())) {
            knowsWhoIsCompetent(walk, before, where);
        }
        if (after.history().stages().size() > before.history().stages().size()) {
            entered(walk, before, after, where);
        }
    }

    /** What the journal tells of the act, laid over the dossier before it, is the dossier after it. */
    private static void isToldInFull(Dossier before, Dossier after, String where) {
        JsonArray changed = json(CanonicalText.of(
                        RecordChange.between(before, after).told()))
                .getJsonArray("changed");
        assertThat(Json.createPatch(changed).apply(json(CanonicalRecord.text(before))))
                .as(where)
                .isEqualTo(json(CanonicalRecord.text(after)));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    static void holds_25_the_scheme_version_stays(Dossier before, Dossier after, String where) {
        assertThat(after.opening()).as(where).isEqualTo(before.opening());
    }

    static void holds_38_history_only_grows(History before, History after, String where) {
        assertThat(prefix(after.stages(), before.stages().size())).as(where).isEqualTo(before.stages());
        assertThat(prefix(after.documents(), before.documents().size()))
                .as(where)
                .isEqualTo(before.documents());
        assertThat(prefix(after.conclusions(), before.conclusions().size()))
                .as(where)
                .isEqualTo(before.conclusions());
        assertThat(prefix(after.involved(), before.involved().size())).as(where).isEqualTo(before.involved());
        assertThat(after.approvals().size())
                .as(where)
                .isGreaterThanOrEqualTo(before.approvals().size());
        assertThat(after.questions().size())
                .as(where)
                .isGreaterThanOrEqualTo(before.questions().size());
    }

    /** Invariants 6, 7, 8, 10 and 11: nobody acted on both sides of a separation, and nobody of the applicant on the other side. */
    private static void dutiesStayApart(Walk walk, Dossier dossier, String where) {
        Map<String, Set<Role>> roles = new HashMap<>();
        dossier.history()
                .involved()
                .forEach(act -> roles.computeIfAbsent(act.name(), name -> EnumSet.noneOf(Role.class))
                        .add(act.role()));
        for (Separation separation : walk.conduct().separations()) {
            if (separation.reach() == Separation.Reach.DOSSIER) {
                roles.forEach((name, acted) ->
                        acted.forEach(one -> acted.forEach(other -> assertThat(separation.isCrossedBy(one, other))
                                .as("%s acted as %s and %s: %s", name, one, other, where)
                                .isFalse())));
            }
        }
    }

    /** What the row demanded held when it was taken. */
    private static void entered(Walk walk, Dossier before, Dossier after, String where) {
        StageEntry entry = after.history().stage();
        Move row = walk.conduct()
                .procedure()
                .move(entry.step(), before.stage(), before.opening().kind())
                .orElseThrow();
        assertThat(row.to()).as(where).isEqualTo(after.stage());
        assertThat(row.by()).as(where).contains(entry.by().orElseThrow().role());
        var situation = walk.look().situation();
        assertThat(row.documents()).as(where).allMatch(type -> situation.hasDocument(type, Optional.empty()));
        assertThat(row.conclusions()).as(where).allMatch(situation::isFavourable);
        assertThat(row.rules())
                .as(where)
                .noneMatch(code ->
                        walk.conduct().procedure().rule(code).orElseThrow().isBrokenIn(situation));
        Phase phase =
                walk.conduct().procedure().stage(after.stage()).orElseThrow().phase();
        if (phase == Phase.GRANTED) {
            assertThat(row.decides()).as("granted without a decision: " + where).isPresent();
        }
        if (row.decides()
                .filter(kind -> kind.effect() == DecisionKind.Effect.NEW_VISA)
                .isPresent()) {
            IssueMustHold.check(
                    new IssueMustHold.Issued(
                            walk.scheme().id(),
                            after,
                            entry.day(),
                            entry.at(),
                            walk.certificationBody(),
                            after.opening()
                                    .about()
                                    .flatMap(about -> walk.visa(about, entry.day()))
                                    .map(visa -> new IssueMustHold.Issued.About(
                                            visa.scheme().value(), visa.firstDay()))),
                    where);
            ServicesMustHold.check(
                    new ServicesMustHold.Qualified(
                            walk.scheme().id(), after, entry.day(), id -> held(walk, id, entry.day())),
                    where);
        }
        if (row.demands(Guard.NO_APPROVAL_PENDING)) {
            // Invariant 13.
            assertThat(after.history().approvals()).as(where).noneMatch(Approval::isPending);
        }
        Stage from = stage(walk, before.stage());
        Stage to = stage(walk, after.stage());
        List<Laboratory> assigned = laboratories(walk, after.laboratories());
        if (isEvaluation(to)
                && before.history().stages().stream().noneMatch(former -> isEvaluation(stage(walk, former.stage())))) {
            holds_01_an_evaluation_starts_with_a_competent_laboratory(competent(walk), assigned, where);
        }
        if (from.phase() == Phase.EVALUATION && (to.phase() == Phase.REVIEW || to.phase() == Phase.DECISION)) {
            holds_05_an_evaluation_is_relied_on_while_its_laboratory_is_competent(competent(walk), assigned, where);
        }
        boolean relies = row.guards().stream()
                .filter(demanded -> demanded.guard() == Guard.LABORATORY_COMPETENT)
                .anyMatch(demanded ->
                        demanded.when().map(when -> when.holds(situation)).orElse(true));
        if (relies) {
            assertThat(laboratories(walk, after.laboratories())).as(where).allMatch(competent(walk)::is);
        }
    }

    private static Stage stage(Walk walk, String id) {
        return walk.conduct().procedure().stage(id).orElseThrow();
    }

    /** Where a laboratory has the ball; a strategy may be agreed before anybody chooses one. */
    private static boolean isEvaluation(Stage stage) {
        return stage.phase() == Phase.EVALUATION
                && stage.holder().filter(Role.EVALUATOR::equals).isPresent();
    }

    static void holds_01_an_evaluation_starts_with_a_competent_laboratory(
            Competent competent, List<Laboratory> assigned, String where) {
        assertThat(assigned).as(where).allMatch(competent::is);
    }

    static void holds_05_an_evaluation_is_relied_on_while_its_laboratory_is_competent(
            Competent competent, List<Laboratory> assigned, String where) {
        assertThat(assigned).as(where).allMatch(competent::is);
    }

    /** Of each laboratory, of those that are assigned, and of those that were assigned just now. */
    private static void knowsWhoIsCompetent(Walk walk, Dossier before, String where) {
        Competent competent = competent(walk);
        for (Laboratory laboratory : walk.laboratories()) {
            holds_02_and_70_it_is_known_who_is_competent(
                    competent, List.of(laboratory), Filing.unfit(walk.look(), laboratory.id()), where);
        }
        List<Laboratory> assigned = laboratories(walk, walk.dossier().laboratories());
        holds_02_and_70_it_is_known_who_is_competent(
                competent, assigned, Guards.laboratoryCompetent(walk.look()), where);
        if (!walk.dossier().laboratories().equals(before.laboratories())) {
            assertThat(competent.are(assigned))
                    .as("assigned although it is not competent: " + where)
                    .isTrue();
        }
    }

    /** The registry finds a gap where the scheme's rows say that there is one, and nowhere else, whether a laboratory is assigned or could be. */
    static void holds_02_and_70_it_is_known_who_is_competent(
            Competent competent, List<Laboratory> laboratories, Optional<Refusal> gap, String where) {
        Optional<String> code = gap.map(Refusal::code);
        if (code.filter(OTHER_REASONS::contains).isEmpty()) {
            assertThat(code.isEmpty()).as("%s: %s", code, where).isEqualTo(competent.are(laboratories));
        }
    }

    private static List<Laboratory> laboratories(Walk walk, List<LaboratoryId> ids) {
        return ids.stream().map(id -> walk.laboratory(id).orElseThrow()).toList();
    }

    private static Optional<ServicesMustHold.Held> held(Walk walk, VisaId id, LocalDate day) {
        return walk.visa(id, day)
                .map(other -> new ServicesMustHold.Held(
                        other.family().value(), other.scopes(), other.level(), other.status() == VisaStatus.IN_FORCE));
    }

    private static Competent competent(Walk walk) {
        return new Competent(
                walk.scheme(), walk.dossier().application(), walk.look().day());
    }

    private static <T> List<T> prefix(List<T> list, int size) {
        return new ArrayList<>(list.subList(0, Math.min(size, list.size())));
    }
}
