package org.sceau.registry.infrastructure.schemes;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sceau.registry.domain.scheme.FamilyId;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.rule.FactType;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.SubjectKind;

/** Reads conditions: mappings with one leading key. Every word they use must be known to the definition. */
final class ConditionReader {
    private static final Set<String> LEADING = Set.of(
            "all",
            "any",
            "not",
            "fact",
            "level",
            "scopes",
            "subject",
            "dossier",
            "document",
            "conclusion",
            "approval",
            "act-until",
            "fact-until",
            "opened-until",
            "rests-on");
    private static final Set<String> OF_FACT =
            Set.of("at-least", "at-most", "is", "one-of", "declared", "each-at-most", "together-at-most");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Names names;

    ConditionReader(Names names) {
        this.names = names;
    }

    /**
     * The ids that conditions may use.
     *
     * @param facts       by id, with their kinds
     */
    record Names(
            Function<String, Optional<FactType>> facts,
            Set<String> levels,
            Set<String> scopes,
            Set<String> documents,
            Set<String> conclusions,
            Set<String> approvals,
            Set<FamilyId> families) {}

    Optional<Condition> optional(Entry row, String key) {
        return row.optionalEntry(key).map(this::read);
    }

    Condition read(Entry entry) {
        List<String> leading = LEADING.stream().filter(entry::has).sorted().toList();
        if (leading.size() != 1) {
            throw entry.broken(
                    entry.line(),
                    "unknown-condition",
                    "a condition has one of " + LEADING.stream().sorted().toList());
        }
        String key = leading.get(0);
        return switch (key) {
            case "all" -> new Condition.All(several(only(entry, key), key));
            case "any" -> entry.build(() -> new Condition.Any(several(only(entry, key), key)));
            case "not" -> new Condition.Not(read(only(entry, key).entry(key)));
            case "fact" -> fact(entry);
            case "level" -> new Condition.Level(known(only(entry, key), key, names.levels()));
            case "scopes" -> new Condition.Scopes(known(only(entry, key), key, names.scopes()));
            case "subject" ->
                new Condition.Subject(new HashSet<>(only(entry, key).constants(SubjectKind.class, key)));
            case "dossier" ->
                new Condition.DossierIs(only(entry, key).constants(DossierKind.class, key).stream()
                        .map(DossierKind::code)
                        .collect(Collectors.toSet()));
            case "document" ->
                new Condition.HasDocument(
                        one(entry.expect(Set.of(key), Set.of("language")), key, names.documents()),
                        entry.optionalText("language"));
            case "conclusion" -> new Condition.Favourable(one(only(entry, key), key, names.conclusions()));
            case "approval" -> new Condition.Approved(one(only(entry, key), key, names.approvals()));
            case "fact-until" -> {
                only(entry, key);
                String id = entry.text(key);
                if (names.facts()
                        .apply(id)
                        .filter(type -> type.kind() == FactType.Kind.DAY)
                        .isEmpty()) {
                    throw entry.broken(entry.line(key), "unknown-value", id + " is no fact that is a day");
                }
                yield new Condition.ActUntilFact(id);
            }
            case "act-until" -> new Condition.ActUntil(only(entry, key).day(key));
            case "opened-until" -> new Condition.OpenedUntil(only(entry, key).day(key));
            default -> {
                entry.expect(Set.of("rests-on"), Set.of("levels"));
                Set<String> families =
                        names.families().stream().map(FamilyId::value).collect(Collectors.toSet());
                yield new Condition.RestsOn(
                        known(entry, "rests-on", families), new HashSet<>(entry.optionalTexts("levels")));
            }
        };
    }

    private Condition fact(Entry entry) {
        entry.expect(Set.of("fact"), OF_FACT);
        String id = entry.text("fact");
        FactType type = names.facts()
                .apply(id)
                .orElseThrow(() -> entry.broken(entry.line("fact"), "unknown-value", id + " is no fact"));
        Condition condition = entry.build(() -> switch (type.kind()) {
            case WHOLE ->
                entry.has("declared")
                        ? new Condition.Declared(id)
                        : new Condition.Number(id, number(entry, "at-least"), number(entry, "at-most"));
            case FLAG -> new Condition.Flag(id, entry.flag("is"));
            case SHARES -> new Condition.Shares(id, percent(entry, "each-at-most"), percent(entry, "together-at-most"));
            case CHOICE, CHOICES ->
                entry.has("declared")
                        ? new Condition.Declared(id)
                        : new Condition.Word(
                                id, known(entry, "one-of", type.options().keySet()));
            case CODES, TEXT ->
                entry.has("declared")
                        ? new Condition.Declared(id)
                        : new Condition.Word(id, new HashSet<>(entry.texts("one-of")));
            case DAY -> new Condition.Declared(id);
        });
        return condition;
    }

    private List<Condition> several(Entry entry, String key) {
        return entry.entries(key).stream().map(this::read).toList();
    }

    private static Entry only(Entry entry, String key) {
        return entry.expect(Set.of(key), Set.of());
    }

    private static Optional<Long> number(Entry entry, String key) {
        return entry.has(key) ? Optional.of((long) entry.number(key)) : Optional.empty();
    }

    /** Percents are written in quotes with at most two decimals: {@code "24"}, {@code "24.5"}. */
    private static Optional<Integer> percent(Entry entry, String key) {
        return entry.optionalText(key).map(text -> {
            try {
                return new BigDecimal(text).multiply(HUNDRED).intValueExact();
            } catch (ArithmeticException | NumberFormatException bad) {
                throw entry.broken(entry.line(key), "wrong-type", key + " is a percentage such as \"24.5\"");
            }
        });
    }

    private static String one(Entry entry, String key, Set<String> known) {
        String id = entry.text(key);
        require(entry, key, id, known);
        return id;
    }

    private static Set<String> known(Entry entry, String key, Set<String> known) {
        List<String> ids = entry.texts(key);
        ids.forEach(id -> require(entry, key, id, known));
        return new HashSet<>(ids);
    }

    private static void require(Entry entry, String key, String id, Set<String> known) {
        if (!known.contains(id)) {
            throw entry.broken(entry.line(key), "unknown-value", id + " is not known to this definition");
        }
    }
}
