package org.sceau.registry.infrastructure.schemes;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sceau.registry.domain.party.Role;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.LevelRule;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.Succession;
import org.sceau.registry.domain.scheme.decision.Addressee;
import org.sceau.registry.domain.scheme.decision.DecisionKind;
import org.sceau.registry.domain.scheme.decision.DecisionRule;
import org.sceau.registry.domain.scheme.decision.FollowUp;
import org.sceau.registry.domain.scheme.decision.NumberSeries;
import org.sceau.registry.domain.scheme.decision.NumberSuffix;
import org.sceau.registry.domain.scheme.decision.Reason;
import org.sceau.registry.domain.scheme.decision.Reserved;
import org.sceau.registry.domain.scheme.decision.RetentionRule;
import org.sceau.registry.domain.scheme.decision.SuspensionRule;
import org.sceau.registry.domain.scheme.decision.VulnerabilityRule;
import org.sceau.registry.domain.scheme.duty.Competence;
import org.sceau.registry.domain.scheme.duty.EvaluatorVisa;
import org.sceau.registry.domain.scheme.duty.Separation;
import org.sceau.registry.domain.scheme.procedure.DocumentType;
import org.sceau.registry.domain.scheme.procedure.Procedure;
import org.sceau.registry.domain.scheme.rule.Rule;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Level;
import org.sceau.registry.domain.scheme.vocabulary.VisaStatus;
import org.sceau.registry.domain.scheme.vocabulary.Vocabulary;

/** Reads how matters are conducted under a scheme version. */
final class ConductReader {
    /** Blocks that every definition has. */
    static final Set<String> REQUIRED = Set.of(
            "documents", "stages", "moves", "separations", "decisions", "number-series", "retention", "publication");
    /** Blocks that a definition has where its scheme knows them. */
    static final Set<String> OPTIONAL = Set.of(
            "facts",
            "conclusions",
            "approvals",
            "rules",
            "deadlines",
            "level-from",
            "competences",
            "evaluator-visas",
            "suspension",
            "vulnerabilities",
            "follow-ups",
            "reasons",
            "succession",
            "complaints",
            "remedies",
            "sampling",
            "duties");

    private final Entry definition;
    private final Block block;
    private final Vocabulary vocabulary;
    private final Set<FamilyId> families;

    private ConductReader(Entry definition, Vocabulary vocabulary, Set<FamilyId> families) {
        this.definition = definition;
        this.block = new Block(definition);
        this.vocabulary = vocabulary;
        this.families = families;
    }

    static Conduct read(Entry definition, Vocabulary vocabulary, Set<FamilyId> families) {
        return new ConductReader(definition, vocabulary, families).read();
    }

    private Conduct read() {
        ProcedureReader reader = new ProcedureReader(definition, block, vocabulary, families);
        Procedure procedure = reader.read();
        ConditionReader conditions = reader.conditions();
        List<DecisionRule> decisions = block.rows("decisions", "kind", row -> decision(row, procedure, conditions));
        procedure
                .moves()
                .forEach(move -> move.decides()
                        .filter(kind -> decisions.stream().noneMatch(row -> row.kind() == kind))
                        .ifPresent(kind -> {
                            Entry place = block.placeOf(move);
                            throw place.broken(place.line("decides"), "unknown-decision", kind.name());
                        }));
        return definition.build(() -> new Conduct(
                procedure,
                block.rows("level-from", "level", row -> levelRule(row, conditions)),
                block.rows("separations", "code", this::separation),
                block.rows("competences", "", row -> competence(row, conditions)),
                block.rows("evaluator-visas", "", row -> evaluatorVisa(row, conditions)),
                decisions,
                block.rows("reasons", "code", row -> reason(row, decisions)),
                definition.optionalEntry("suspension").map(this::suspension),
                definition.optionalEntry("vulnerabilities").map(entry -> vulnerabilities(entry, decisions)),
                block.rows("follow-ups", "kind", row -> followUp(row, procedure, decisions, conditions)),
                numbers(definition.entry("number-series")),
                retention(definition.entry("retention")),
                PublicationReader.read(definition.entry("publication"), procedure),
                definition.optionalEntry("succession").map(this::succession),
                new SurveillanceReader(definition, block, vocabulary).read()));
    }

    private LevelRule levelRule(Block.Row row, ConditionReader conditions) {
        Entry entry = row.expect(Set.of("level", "when"), Set.of()).entry();
        String level = entry.text("level");
        if (vocabulary.levels().stream().map(Level::id).noneMatch(level::equals)) {
            throw entry.broken(entry.line("level"), "unknown-level", level + " is no level of this version");
        }
        return new LevelRule(level, conditions.read(entry.entry("when")), row.source(), row.verified());
    }

    private Separation separation(Block.Row row) {
        Entry entry = row.expect(Set.of("code", "text", "one", "other", "reach"), Set.of("house-rule"))
                .entry();
        return new Separation(
                entry.text("code"),
                entry.label("text"),
                ProcedureReader.roles(entry, "one"),
                ProcedureReader.roles(entry, "other"),
                entry.constant(Separation.Reach.class, "reach"),
                entry.optionalFlag("house-rule", false),
                row.source(),
                row.verified());
    }

    private Competence competence(Block.Row row, ConditionReader conditions) {
        Entry entry = row.expect(Set.of("title"), Set.of("when", "covers", "activities", "criteria"))
                .entry();
        return entry.build(() -> new Competence(
                entry.constant(Competence.Title.class, "title"),
                conditions.optional(entry, "when"),
                entry.has("covers") ? new HashSet<>(entry.constants(Competence.Coverage.class, "covers")) : Set.of(),
                FactReader.named(entry, "activities"),
                entry.has("criteria")
                        ? entry.entries("criteria").stream()
                                .map(ConductReader::criteria)
                                .toList()
                        : List.of(),
                row.source(),
                row.verified()));
    }

    private static Competence.Criteria criteria(Entry entry) {
        entry.expect(Set.of("version"), Set.of("issued-until"));
        return new Competence.Criteria(entry.text("version"), entry.optionalDay("issued-until"));
    }

    private EvaluatorVisa evaluatorVisa(Block.Row row, ConditionReader conditions) {
        Entry entry = row.expect(Set.of("visa-of"), Set.of("when")).entry();
        for (String family : entry.texts("visa-of")) {
            if (families.stream().noneMatch(known -> known.value().equals(family))) {
                throw entry.broken(entry.line("visa-of"), "unknown-family", family + " is no family");
            }
        }
        return entry.build(() -> new EvaluatorVisa(
                new HashSet<>(entry.texts("visa-of")),
                conditions.optional(entry, "when"),
                row.source(),
                row.verified()));
    }

    private DecisionRule decision(Block.Row row, Procedure procedure, ConditionReader conditions) {
        Entry entry = row.expect(
                        Set.of("kind", "proposed-by", "approved-by", "ground"),
                        Set.of("otherwise", "reserved", "from", "to", "asks", "notifies", "rules", "remedy"))
                .entry();
        Set<String> codes = procedure.rules().stream().map(Rule::code).collect(Collectors.toSet());
        List<String> rules = entry.optionalTexts("rules");
        rules.stream().filter(code -> !codes.contains(code)).findFirst().ifPresent(code -> {
            throw entry.broken(entry.line("rules"), "unknown-rule", code);
        });
        return new DecisionRule(
                entry.constant(DecisionKind.class, "kind"),
                ProcedureReader.roles(entry, "proposed-by"),
                entry.optionalText("otherwise").orElse(DecisionRule.OTHERWISE),
                ProcedureReader.roles(entry, "approved-by"),
                entry.optionalEntry("reserved").map(part -> reserved(part, conditions)),
                entry.has("from") ? new HashSet<>(entry.constants(VisaStatus.class, "from")) : Set.of(),
                entry.has("to") ? Optional.of(entry.constant(VisaStatus.class, "to")) : Optional.empty(),
                entry.has("asks") ? new HashSet<>(entry.constants(DecisionRule.Part.class, "asks")) : Set.of(),
                entry.label("ground"),
                entry.has("notifies") ? entry.constants(Addressee.class, "notifies") : List.of(),
                rules,
                ProcedureReader.legalRemedy(entry),
                row.source(),
                row.verified());
    }

    private Reason reason(Block.Row row, List<DecisionRule> decisions) {
        Entry entry = row.expect(Set.of("code", "label", "of"), Set.of()).entry();
        List<DecisionKind> kinds = kinds(entry, "of", decisions);
        return entry.build(() -> new Reason(
                entry.text("code"), entry.label("label"), new HashSet<>(kinds), row.source(), row.verified()));
    }

    private static Reserved reserved(Entry entry, ConditionReader conditions) {
        entry.expect(Set.of("to", "when", "otherwise"), Set.of("approval-only"));
        return entry.build(() -> new Reserved(
                ProcedureReader.roles(entry, "to"),
                conditions.read(entry.entry("when")),
                entry.text("otherwise"),
                entry.optionalFlag("approval-only", false)));
    }

    private SuspensionRule suspension(Entry entry) {
        entry.expect(Set.of("source"), Set.of("most", "beyond", "total", "beyond-all", "verified"));
        return entry.build(() -> new SuspensionRule(
                entry.optionalPeriod("most"),
                entry.optionalText("beyond").orElse("suspension-too-long"),
                entry.optionalPeriod("total"),
                entry.optionalText("beyond-all").orElse("suspension-too-long-in-all"),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    private VulnerabilityRule vulnerabilities(Entry entry, List<DecisionRule> decisions) {
        entry.expect(Set.of("invalidating-allows", "otherwise", "source"), Set.of("verified"));
        List<DecisionKind> allowed = kinds(entry, "invalidating-allows", decisions);
        return entry.build(() -> new VulnerabilityRule(
                new HashSet<>(allowed),
                entry.text("otherwise"),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    /** Kinds of decisions, each of which has its row. */
    private static List<DecisionKind> kinds(Entry entry, String key, List<DecisionRule> decisions) {
        List<DecisionKind> kinds = entry.constants(DecisionKind.class, key);
        kinds.stream()
                .filter(kind -> decisions.stream().noneMatch(rule -> rule.kind() == kind))
                .findFirst()
                .ifPresent(kind -> {
                    throw entry.broken(entry.line(key), "unknown-decision", kind.name());
                });
        return kinds;
    }

    private FollowUp followUp(
            Block.Row row, Procedure procedure, List<DecisionRule> decisions, ConditionReader conditions) {
        Entry entry = row.expect(
                        Set.of("kind", "decisions", "laboratory"),
                        Set.of("opened-by", "opens", "every", "apart", "apart-unless", "document", "notice"))
                .entry();
        DossierKind kind = entry.constant(DossierKind.class, "kind");
        if (!procedure.kinds().contains(kind)) {
            throw entry.broken(entry.line("kind"), "kind-without-move", "no move is for " + kind);
        }
        List<DecisionKind> results = kinds(entry, "decisions", decisions);
        Optional<String> document = entry.optionalText("document");
        document.filter(id ->
                        procedure.documents().stream().map(DocumentType::id).noneMatch(id::equals))
                .ifPresent(id -> {
                    throw entry.broken(entry.line("document"), "unknown-document", id);
                });
        if (entry.has("apart-unless") && !entry.has("apart")) {
            throw entry.broken(entry.line("apart-unless"), "missing-key", "apart");
        }
        return new FollowUp(
                kind,
                entry.has("opened-by") ? ProcedureReader.roles(entry, "opened-by") : Set.of(Role.SPONSOR),
                new HashSet<>(results),
                entry.constant(FollowUp.LaboratoryChoice.class, "laboratory"),
                entry.optionalPeriod("opens"),
                entry.optionalPeriod("every"),
                entry.optionalPeriod("apart")
                        .map(length -> new FollowUp.Apart(length, conditions.optional(entry, "apart-unless"))),
                document,
                entry.has("notice") ? Optional.of(entry.label("notice")) : Optional.empty(),
                row.source(),
                row.verified());
    }

    private NumberSeries numbers(Entry entry) {
        entry.expect(Set.of("pattern", "series", "source"), Set.of("per", "suffixes", "internal", "verified"));
        List<NumberSuffix> suffixes = entry.has("suffixes")
                ? entry.entries("suffixes").stream().map(ConductReader::suffix).toList()
                : List.of();
        return entry.build(() -> new NumberSeries(
                entry.text("pattern"),
                new HashSet<>(entry.optionalTexts("per")),
                entry.text("series"),
                suffixes,
                entry.has("internal") ? Optional.of(entry.text("internal")) : Optional.empty(),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    private static NumberSuffix suffix(Entry entry) {
        entry.expect(Set.of("form", "decision", "dossier", "source"), Set.of("verified"));
        return entry.build(() -> new NumberSuffix(
                entry.text("form"),
                entry.constant(DecisionKind.class, "decision"),
                entry.constant(DossierKind.class, "dossier"),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    private RetentionRule retention(Entry entry) {
        entry.expect(Set.of("period", "source"), Set.of("chain-successors", "verified"));
        return entry.build(() -> new RetentionRule(
                entry.optionalPeriod("period").orElseThrow(),
                entry.optionalFlag("chain-successors", false),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }

    private Succession succession(Entry entry) {
        entry.expect(Set.of("scheme", "version", "from", "text", "source"), Set.of("verified"));
        return entry.build(() -> new Succession(
                SchemeVersionId.of(entry.text("scheme"), entry.text("version")),
                entry.day("from"),
                entry.label("text"),
                entry.text("source"),
                entry.optionalFlag("verified", true)));
    }
}
