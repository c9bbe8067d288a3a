package org.sceau.registry.domain.dossier.handling;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sceau.registry.domain.dossier.Conclusion;
import org.sceau.registry.domain.laboratory.LaboratoryId;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.rule.Situation;

/**
 * What a dossier is held to on its way to a grant, and how each of it stands today: laboratories, documents, conclusions, rules. A look for
 * people, who decide with it in sight; no act rests on it, the moves ask for themselves.
 */
public final class Checks {
    private final Handling handling;
    private final Procedure procedure;
    private final Situation situation;
    private final List<Check> all = new ArrayList<>();

    /** What a check is about. */
    public enum About {
        LABORATORY,
        DOCUMENT,
        CONCLUSION,
        RULE
    }

    /** How it stands. What deserves reading comes first. */
    public enum State {
        /** What stands in the way as it is. */
        BROKEN,
        /** What others still have to do, or to say. */
        AWAITED,
        HOLDS
    }

    /**
     * One thing that is asked.
     *
     * @param id       of the laboratory, the type of document or conclusion, or the code of the rule
     * @param refusal  what an act that needs it would be refused with; absent where it holds or is awaited
     * @param source   clause that asks for it
     * @param verified false when that source was not read
     */
    public record Check(
            About about, String id, State state, Optional<Refusal> refusal, String source, boolean verified) {}

    private Checks(Handling handling) {
        this.handling = handling;
        this.procedure = handling.conduct().procedure();
        this.situation = handling.situation();
    }

    /** What is broken first, then what is awaited, then what holds; each in the order of the definition. */
    public static List<Check> of(Handling handling) {
        Checks checks = new Checks(handling);
        handling.dossier().laboratories().forEach(checks::laboratory);
        checks.procedure.documents().forEach(checks::document);
        checks.conclusions().forEach(checks::conclusion);
        checks.rules().forEach(checks::rule);
        return checks.all.stream()
                .sorted(java.util.Comparator.comparing(Check::state))
                .toList();
    }

    private void laboratory(LaboratoryId id) {
        String source = handling.conduct().competences().stream()
                .map(competence -> competence.source())
                .findFirst()
                .orElseGet(() -> procedure.start().source());
        // Several together may do what none of them does alone.
        Optional<Refusal> lack = Guards.competent(handling.dossier().laboratories(), handling)
                .flatMap(together -> Guards.competent(List.of(id), handling));
        add(About.LABORATORY, id.toString(), lack.isPresent() ? State.BROKEN : State.HOLDS, lack, source, true);
    }

    private void document(DocumentType type) {
        boolean asked = type.neededWhen().map(when -> when.holds(situation)).orElse(true);
        Optional<String> from = type.neededFrom().filter(any -> asked);
        boolean there = situation.hasDocument(type.id(), Optional.empty())
                && type.languages().stream()
                        .allMatch(language -> situation.hasDocument(type.id(), Optional.of(language)));
        if (from.isEmpty() && !there) {
            return;
        }
        boolean due = from.filter(
                        stage -> procedure.isAtOrAfter(handling.dossier().stage(), stage))
                .isPresent();
        State state = there ? State.HOLDS : due ? State.BROKEN : State.AWAITED;
        Optional<Refusal> refusal = Optional.of(
                        Refusal.of("document-missing", Refusal.Kind.CONFLICT).with("document", type.id()))
                .filter(missing -> state == State.BROKEN);
        add(About.DOCUMENT, type.id(), state, refusal, type.source(), type.verified());
    }

    /** Those that some row asks of a dossier of its kind. */
    private List<ConclusionType> conclusions() {
        Set<String> asked = new LinkedHashSet<>();
        rows().forEach(move -> asked.addAll(move.conclusions()));
        return procedure.conclusions().stream()
                .filter(type -> asked.contains(type.id())
                        || handling.dossier().history().conclusion(type.id()).isPresent())
                .toList();
    }

    private void conclusion(ConclusionType type) {
        Optional<Conclusion> last = handling.dossier().history().conclusion(type.id());
        boolean stands =
                Judged.standing(handling.dossier(), procedure, type.id()).isPresent();
        if (last.isEmpty()) {
            add(About.CONCLUSION, type.id(), State.AWAITED, Optional.empty(), type.source(), type.verified());
        } else if (stands && last.get().favourable()) {
            add(About.CONCLUSION, type.id(), State.HOLDS, Optional.empty(), type.source(), type.verified());
        } else {
            String code = stands ? "conclusion-unfavourable" : "conclusion-outdated";
            add(
                    About.CONCLUSION,
                    type.id(),
                    State.BROKEN,
                    Optional.of(Refusal.of(code, Refusal.Kind.CONFLICT).with("conclusion", type.id())),
                    type.source(),
                    type.verified());
        }
    }

    /** Those that some row asks of a dossier of its kind, also the rows of decisions. */
    private List<Rule> rules() {
        Set<String> codes = new LinkedHashSet<>();
        rows().forEach(move -> {
            codes.addAll(move.rules());
            move.decides()
                    .flatMap(kind -> handling.conduct().decision(kind))
                    .ifPresent(row -> codes.addAll(row.rules()));
        });
        return procedure.rules().stream()
                .filter(rule -> codes.contains(rule.code()))
                .filter(rule -> rule.when().map(when -> when.holds(situation)).orElse(true))
                .toList();
    }

    /** A rule about what nobody declared yet is awaited, not broken. */
    private void rule(Rule rule) {
        if (!rule.isBrokenIn(situation)) {
            add(About.RULE, rule.code(), State.HOLDS, Optional.empty(), rule.source(), rule.verified());
        } else if (new Foreseen(handling).isForeseeable(rule)) {
            add(
                    About.RULE,
                    rule.code(),
                    State.BROKEN,
                    Optional.of(Moves.brokenRule(rule)),
                    rule.source(),
                    rule.verified());
        } else {
            add(About.RULE, rule.code(), State.AWAITED, Optional.empty(), rule.source(), rule.verified());
        }
    }

    private Stream<Move> rows() {
        return procedure.moves().stream()
                .filter(move ->
                        move.kinds().contains(handling.dossier().opening().kind()));
    }

    private void add(About about, String id, State state, Optional<Refusal> refusal, String source, boolean verified) {
        all.add(new Check(about, id, state, refusal, source, verified));
    }
}
