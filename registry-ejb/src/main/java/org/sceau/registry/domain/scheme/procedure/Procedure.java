package org.sceau.registry.domain.scheme.procedure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * The procedure of a scheme version. Its first stage is where a dossier opens.
 *
 * @param stages      in order; the first is the start
 * @param moves       the rows
 * @param documents   types of documents
 * @param conclusions what is concluded on the way
 * @param approvals   what others must approve
 * @param facts       what an application declares besides subject, level and scopes
 * @param rules       rules over what is declared
 * @param deadlines   clocks
 */
public record Procedure(
        List<Stage> stages,
        List<Move> moves,
        List<DocumentType> documents,
        List<ConclusionType> conclusions,
        List<ApprovalType> approvals,
        List<FactType> facts,
        List<Rule> rules,
        List<Deadline> deadlines) {

    /** Copies; what does not hang together is found by {@link #flaws()}. */
    public Procedure {
        stages = List.copyOf(stages);
        moves = List.copyOf(moves);
        documents = List.copyOf(documents);
        conclusions = List.copyOf(conclusions);
        approvals = List.copyOf(approvals);
        facts = List.copyOf(facts);
        rules = List.copyOf(rules);
        deadlines = List.copyOf(deadlines);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("a procedure has a stage");
        }
    }

    public Stage start() {
        return stages.get(0);
    }

    public Optional<Stage> stage(String id) {
        return find(stages, Stage::id, id);
    }

    public Optional<DocumentType> document(String id) {
        return find(documents, DocumentType::id, id);
    }

    public Optional<ConclusionType> conclusion(String id) {
        return find(conclusions, ConclusionType::id, id);
    }

    public Optional<ApprovalType> approval(String id) {
        return find(approvals, ApprovalType::id, id);
    }

    public Optional<FactType> fact(String id) {
        return find(facts, FactType::id, id);
    }

    public Optional<Rule> rule(String code) {
        return find(rules, Rule::code, code);
    }

    /** The rows open to a dossier of this kind at this stage. */
    public List<Move> movesFrom(String stage, DossierKind kind) {
        return moves.stream().filter(move -> move.isFor(stage, kind)).toList();
    }

    /** The one row of a step for a dossier of this kind at this stage. */
    public Optional<Move> move(String step, String stage, DossierKind kind) {
        return moves.stream()
                .filter(move -> move.step().equals(step) && move.isFor(stage, kind))
                .findFirst();
    }

    /** Whether a stage stands at or after another in the order of the definition. */
    public boolean isAtOrAfter(String stage, String other) {
        List<String> order = stages.stream().map(Stage::id).toList();
        return order.indexOf(stage) >= order.indexOf(other);
    }

    /**
     * Something that does not hang together.
     *
     * @param code stable, kebab-case: {@code unknown-stage}, {@code dead-stage}, {@code stage-without-exit},
     *             {@code exit-from-end}, {@code no-way-to-an-end}, {@code overlapping-move}, {@code unknown-document},
     *             {@code unknown-conclusion}, {@code unknown-rule}
     * @param part the row it is about, as its reader knows it: a {@link Stage}, a {@link Move} …
     */
    public record Flaw(String code, Object part, String detail) {}

    /** What does not hang together, in the order of the definition; empty for a sound procedure. */
    public List<Flaw> flaws() {
        List<Flaw> flaws = new ArrayList<>();
        for (int i = 0; i < moves.size(); i++) {
            Move move = moves.get(i);
            Stream.concat(move.from().stream(), Stream.of(move.to()))
                    .filter(id -> stage(id).isEmpty())
                    .forEach(id -> flaws.add(new Flaw("unknown-stage", move, id)));
            move.documents().stream()
                    .filter(id -> document(id).isEmpty())
                    .forEach(id -> flaws.add(new Flaw("unknown-document", move, id)));
            move.conclusions().stream()
                    .filter(id -> conclusion(id).isEmpty())
                    .forEach(id -> flaws.add(new Flaw("unknown-conclusion", move, id)));
            move.rules().stream()
                    .filter(code -> rule(code).isEmpty())
                    .forEach(code -> flaws.add(new Flaw("unknown-rule", move, code)));
            moves.subList(0, i).stream()
                    .filter(move::overlaps)
                    .forEach(former -> flaws.add(new Flaw("overlapping-move", move, move.step())));
        }
        documents.forEach(type -> type.neededFrom()
                .filter(id -> stage(id).isEmpty())
                .ifPresent(id -> flaws.add(new Flaw("unknown-stage", type, id))));
        conclusions.forEach(type -> type.about().stream()
                .filter(id -> document(id).isEmpty())
                .forEach(id -> flaws.add(new Flaw("unknown-document", type, id))));
        approvals.forEach(type -> type.documents().stream()
                .filter(id -> document(id).isEmpty())
                .forEach(id -> flaws.add(new Flaw("unknown-document", type, id))));
        conclusions.forEach(type -> type.at().stream()
                .filter(id -> stage(id).isEmpty())
                .forEach(id -> flaws.add(new Flaw("unknown-stage", type, id))));
        deadlines.forEach(deadline -> Stream.concat(
                        Stream.of(deadline.start())
                                .filter(Deadline.Start::isStage)
                                .map(Deadline.Start::id),
                        deadline.stops().stream())
                .filter(id -> stage(id).isEmpty())
                .forEach(id -> flaws.add(new Flaw("unknown-stage", deadline, id))));
        if (flaws.isEmpty()) {
            stages.forEach(stage -> way(stage).ifPresent(flaws::add));
        }
        return flaws;
    }

    /** Whether some row or conclusion looks at persons and subcontractors shown as evidence. */
    public boolean asksForStaff() {
        return Stream.concat(
                        moves.stream().flatMap(move -> move.guards().stream()),
                        conclusions.stream().flatMap(type -> type.needs().stream()))
                .anyMatch(demanded -> demanded.guard().isAboutStaff());
    }

    /** The kinds of dossiers that some row is for. */
    public Set<DossierKind> kinds() {
        return moves.stream().flatMap(move -> move.kinds().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Flaw> way(Stage stage) {
        boolean exits = moves.stream().anyMatch(move -> move.from().contains(stage.id()));
        if (stage.phase().isEnd()) {
            return exits ? Optional.of(new Flaw("exit-from-end", stage, stage.id())) : dead(stage);
        }
        if (!exits) {
            return Optional.of(new Flaw("stage-without-exit", stage, stage.id()));
        }
        for (DossierKind kind : kinds()) {
            if (reached(start().id(), kind).contains(stage.id())
                    && reached(stage.id(), kind).stream().noneMatch(this::isEnd)) {
                return Optional.of(new Flaw("no-way-to-an-end", stage, stage.id() + " for " + kind));
            }
        }
        return dead(stage);
    }

    private Optional<Flaw> dead(Stage stage) {
        return kinds().stream().anyMatch(kind -> reached(start().id(), kind).contains(stage.id()))
                ? Optional.empty()
                : Optional.of(new Flaw("dead-stage", stage, stage.id()));
    }

    /** Whether a dossier that enters this stage stays there for ever; false for one that is not known. */
    public boolean isEnd(String id) {
        return stage(id).filter(found -> found.phase().isEnd()).isPresent();
    }

    /** Whether entering this stage by this step carries a decision out. */
    public boolean isDecision(String step, String stage) {
        return moves.stream()
                .anyMatch(move -> move.decides().isPresent()
                        && move.step().equals(step)
                        && move.to().equals(stage));
    }

    private Set<String> reached(String from, DossierKind kind) {
        Set<String> seen = new HashSet<>(Set.of(from));
        Deque<String> next = new ArrayDeque<>(seen);
        while (!next.isEmpty()) {
            movesFrom(next.pop(), kind).stream().map(Move::to).filter(seen::add).forEach(next::push);
        }
        return seen;
    }

    private static <T> Optional<T> find(List<T> rows, Function<T, String> id, String wanted) {
        return rows.stream().filter(row -> id.apply(row).equals(wanted)).findFirst();
    }
}
