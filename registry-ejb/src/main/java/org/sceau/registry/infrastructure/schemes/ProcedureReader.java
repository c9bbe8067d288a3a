package org.sceau.registry.infrastructure.schemes;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sceau.registry.domain.calendar.Counting;
import org.sceau.registry.domain.calendar.Term;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.procedure.ApprovalType;
import org.sceau.registry.domain.scheme.procedure.ConclusionType;
import org.sceau.registry.domain.scheme.procedure.Deadline;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Guard;
import org.sceau.registry.domain.scheme.procedure.Move;
import org.sceau.registry.domain.scheme.procedure.Phase;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.procedure.Stage;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.LegalRemedy;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.Scope;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/** Reads the blocks of a definition that make its procedure, and refuses one that does not hang together. */
final class ProcedureReader {
    private final Entry definition;
    private final Block block;
    private final Vocabulary vocabulary;
    private final Set<FamilyId> families;
    private List<FactType> facts = List.of();

    ProcedureReader(Entry definition, Block block, Vocabulary vocabulary, Set<FamilyId> families) {
        this.definition = definition;
        this.block = block;
        this.vocabulary = vocabulary;
        this.families = families;
    }

    Procedure read() {
        facts = block.rows("facts", "id", FactReader::read);
        ConditionReader conditions = conditions();
        List<DocumentType> documents = block.rows("documents", "id", row -> document(row, conditions));
        List<ConclusionType> conclusions = block.rows("conclusions", "id", row -> conclusion(row, conditions));
        List<ApprovalType> approvals = block.rows("approvals", "id", this::approval);
        List<Rule> rules = block.rows("rules", "code", row -> rule(row, conditions));
        List<Stage> stages = block.rows("stages", "id", this::stage);
        List<Move> moves = block.rows("moves", "", row -> move(row, rules, conditions));
        List<Deadline> deadlines = block.rows("deadlines", "id", this::deadline);
        Procedure procedure = definition.build(
                () -> new Procedure(stages, moves, documents, conclusions, approvals, facts, rules, deadlines));
        procedure.flaws().stream().findFirst().ifPresent(flaw -> {
            Entry place = block.placeOf(flaw.part());
            throw place.broken(place.line(keyOf(flaw)), flaw.code(), flaw.detail());
        });
        return procedure;
    }

    /** The key of the row that a flaw is about; {@code id} when it is about the row as a whole. */
    private static String keyOf(Procedure.Flaw flaw) {
        Object part = flaw.part();
        return switch (flaw.code()) {
            case "unknown-document" -> part instanceof ConclusionType ? "about" : "documents";
            case "unknown-conclusion" -> "conclusions";
            case "overlapping-move" -> "step";
            case "unknown-stage" -> {
                if (part instanceof Move move) {
                    yield move.to().equals(flaw.detail()) ? "to" : "from";
                }
                if (part instanceof Deadline deadline) {
                    yield deadline.start().id().equals(flaw.detail()) ? "starts" : "stops";
                }
                yield part instanceof DocumentType ? "needed-from" : "at";
            }
            default -> "id";
        };
    }

    /** What conditions anywhere in the definition may use. */
    ConditionReader conditions() {
        return new ConditionReader(new ConditionReader.Names(
                id -> facts.stream().filter(fact -> fact.id().equals(id)).findFirst(),
                vocabulary.levels().stream().map(Level::id).collect(Collectors.toSet()),
                vocabulary.scopes().stream().map(Scope::id).collect(Collectors.toSet()),
                ids("documents"),
                ids("conclusions"),
                ids("approvals"),
                ids("deadlines"),
                families));
    }

    private Optional<String> sanitised(Entry document) {
        Optional<String> full = document.optionalText("sanitises");
        full.filter(id -> !ids("documents").contains(id)).ifPresent(id -> {
            throw document.broken(document.line("sanitises"), "unknown-document", id);
        });
        return full;
    }

    private Set<String> ids(String name) {
        return definition.has(name)
                ? definition.entry(name).entries("values").stream()
                        .map(row -> row.text("id"))
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private DocumentType document(Block.Row row, ConditionReader conditions) {
        Entry entry = row.expect(
                        Set.of("id", "label", "class", "by"),
                        Set.of("needed-from", "needed-when", "languages", "published-as", "sanitises"))
                .entry();
        return new DocumentType(
                entry.text("id"),
                entry.label("label"),
                entry.constant(DocumentType.DocumentClass.class, "class"),
                roles(entry, "by"),
                entry.optionalText("needed-from"),
                conditions.optional(entry, "needed-when"),
                entry.optionalTexts("languages"),
                entry.has("published-as")
                        ? Optional.of(entry.constant(DocumentKind.class, "published-as"))
                        : Optional.empty(),
                sanitised(entry),
                row.source(),
                row.verified());
    }

    private ConclusionType conclusion(Block.Row row, ConditionReader conditions) {
        Entry entry = row.expect(Set.of("id", "label", "by", "at"), Set.of("about", "favourable-needs"))
                .entry();
        return new ConclusionType(
                entry.text("id"),
                entry.label("label"),
                roles(entry, "by"),
                new HashSet<>(entry.texts("at")),
                new HashSet<>(entry.optionalTexts("about")),
                guards(entry, "favourable-needs", conditions),
                row.source(),
                row.verified());
    }

    private ApprovalType approval(Block.Row row) {
        Entry entry = row.expect(
                        Set.of("id", "label", "asked-by", "by"),
                        Set.of("documents", "one-person", "entitles-issuer", "notifies"))
                .entry();
        return new ApprovalType(
                entry.text("id"),
                entry.label("label"),
                roles(entry, "asked-by"),
                roles(entry, "by"),
                Set.copyOf(entry.optionalTexts("documents")),
                entry.optionalFlag("one-person", false),
                entry.optionalFlag("entitles-issuer", false),
                entry.optionalFlag("notifies", false),
                row.source(),
                row.verified());
    }

    private Rule rule(Block.Row row, ConditionReader conditions) {
        Entry entry =
                row.expect(Set.of("code", "text", "requires"), Set.of("when")).entry();
        return new Rule(
                entry.text("code"),
                entry.label("text"),
                conditions.optional(entry, "when"),
                conditions.read(entry.entry("requires")),
                row.source(),
                row.verified());
    }

    private Stage stage(Block.Row row) {
        Entry entry =
                row.expect(Set.of("id", "label", "phase"), Set.of("holder")).entry();
        return new Stage(
                entry.text("id"),
                entry.label("label"),
                entry.constant(Phase.class, "phase"),
                entry.has("holder") ? Optional.of(entry.constant(Role.class, "holder")) : Optional.empty(),
                row.source(),
                row.verified());
    }

    private Move move(Block.Row row, List<Rule> rules, ConditionReader conditions) {
        Entry entry = row.expect(
                        Set.of("step", "label", "from", "to", "by"),
                        Set.of("kinds", "documents", "conclusions", "guards", "rules", "decides", "asks-reason"))
                .entry();
        Set<String> codes = rules.stream().map(Rule::code).collect(Collectors.toSet());
        List<String> wanted = entry.optionalTexts("rules");
        wanted.stream().filter(code -> !codes.contains(code)).findFirst().ifPresent(code -> {
            throw entry.broken(entry.line("rules"), "unknown-rule", code);
        });
        return new Move(
                entry.text("step"),
                entry.label("label"),
                new HashSet<>(entry.texts("from")),
                entry.text("to"),
                roles(entry, "by"),
                entry.has("kinds")
                        ? new HashSet<>(entry.constants(DossierKind.class, "kinds"))
                        : Set.of(DossierKind.INITIAL),
                entry.optionalTexts("documents"),
                entry.optionalTexts("conclusions"),
                guards(entry, "guards", conditions),
                wanted,
                entry.has("decides") ? Optional.of(entry.constant(DecisionKind.class, "decides")) : Optional.empty(),
                entry.optionalFlag("asks-reason", false),
                row.source(),
                row.verified());
    }

    private static List<Move.Demanded> guards(Entry move, String key, ConditionReader conditions) {
        return move.has(key)
                ? move.wordsOrEntries(
                        key, (code, line) -> new Move.Demanded(guard(move, code, line), Optional.empty()), entry -> {
                            entry.expect(Set.of("guard", "when"), Set.of());
                            return new Move.Demanded(
                                    guard(move, entry.text("guard"), entry.line("guard")),
                                    conditions.optional(entry, "when"));
                        })
                : List.of();
    }

    private static Guard guard(Entry move, String code, int line) {
        return Guard.ofCode(code).orElseThrow(() -> move.broken(line, "unknown-guard", code));
    }

    private Deadline deadline(Block.Row row) {
        Entry entry = row.expect(
                        Set.of("id", "label", "stops", "within", "counting", "missed"),
                        Set.of("starts", "after", "before", "remedy"))
                .entry();
        Deadline.Start start = start(entry);
        return entry.build(() -> new Deadline(
                entry.text("id"),
                entry.label("label"),
                start,
                new HashSet<>(entry.texts("stops")),
                new Term(entry.optionalPeriod("within").orElseThrow(), entry.constant(Counting.class, "counting")),
                entry.constant(Deadline.Missed.class, "missed"),
                legalRemedy(entry),
                row.source(),
                row.verified()));
    }

    static Optional<LegalRemedy> legalRemedy(Entry row) {
        return row.optionalEntry("remedy").map(entry -> {
            entry.expect(Set.of("text", "source"), Set.of("verified"));
            return new LegalRemedy(entry.label("text"), entry.text("source"), entry.optionalFlag("verified", true));
        });
    }

    /** What a clock that no stage starts is counted from. */
    private static FactType.Kind counted(Entry deadline) {
        return deadline.constant(Counting.class, "counting") == Counting.HOURS
                ? FactType.Kind.INSTANT
                : FactType.Kind.DAY;
    }

    /** Exactly one of the three says what a clock is counted from; a fact is a day, or an instant where hours are counted. */
    private Deadline.Start start(Entry entry) {
        Map<String, Deadline.From> ways = new TreeMap<>(Map.of(
                "starts", Deadline.From.STAGE, "after", Deadline.From.AFTER_FACT, "before", Deadline.From.BEFORE_FACT));
        ways.keySet().removeIf(key -> !entry.has(key));
        if (ways.size() != 1) {
            throw entry.broken(entry.line("id"), "missing-key", "one of starts, after, before");
        }
        String key = ways.keySet().iterator().next();
        Deadline.Start start = new Deadline.Start(ways.values().iterator().next(), entry.text(key));
        boolean known = start.isStage()
                || facts.stream().anyMatch(fact -> fact.id().equals(start.id()) && fact.kind() == counted(entry));
        if (!known) {
            throw entry.broken(
                    entry.line(key),
                    "unknown-fact",
                    start.id() + " is no " + counted(entry).name().toLowerCase(Locale.ROOT) + " that is declared");
        }
        return start;
    }

    static Set<Role> roles(Entry entry, String key) {
        return new HashSet<>(entry.constants(Role.class, key));
    }
}
