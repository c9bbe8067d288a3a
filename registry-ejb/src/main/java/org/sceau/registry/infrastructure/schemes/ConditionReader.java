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
            "concluded",
            "approval",
            "filed-unfit",
            "act-until",
            "fact-until",
            "opened-until",
            "before-end",
            "time-over",
            "replaces",
            "rests-on");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final String PERCENT = "\\d{1,3}(\\.\\d{1,2})?";

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
            Set<String> deadlines,
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
            case "level" -> new Condition.Level(known(only(entry, key), key, "unknown-level", names.levels()));
            case "scopes" -> new Condition.Scopes(known(only(entry, key), key, "unknown-scope", names.scopes()));
            case "subject" ->
                new Condition.Subject(
                        new HashSet<>(some(only(entry, key), key, entry.constants(SubjectKind.class, key))));
            case "dossier" ->
                new Condition.DossierIs(some(only(entry, key), key, entry.constants(DossierKind.class, key)).stream()
                        .map(DossierKind::code)
                        .collect(Collectors.toSet()));
            case "document" ->
                new Condition.HasDocument(
                        one(entry.expect(Set.of(key), Set.of("language")), key, "unknown-document", names.documents()),
                        entry.optionalText("language"));
            case "conclusion" ->
                new Condition.Favourable(one(only(entry, key), key, "unknown-conclusion", names.conclusions()));
            case "concluded" ->
                new Condition.Concluded(one(only(entry, key), key, "unknown-conclusion", names.conclusions()));
            case "approval" ->
                new Condition.Approved(one(only(entry, key), key, "unknown-approval", names.approvals()));
            case "filed-unfit" ->
                new Condition.FiledUnfit(one(only(entry, key), key, "unknown-document", names.documents()));
            case "fact-until" -> {
                only(entry, key);
                String id = entry.text(key);
                if (names.facts()
                        .apply(id)
                        .filter(type -> type.kind() == FactType.Kind.DAY)
                        .isEmpty()) {
                    throw entry.broken(entry.line(key), "unknown-fact", id + " is no fact that is a day");
                }
                yield new Condition.ActUntilFact(id);
            }
            case "replaces" -> {
                entry.expect(Set.of(key, "issued-within"), Set.of());
                // Which schemes there are is known once all files are read; an unknown one never holds.
                yield new Condition.Replaces(
                        new HashSet<>(some(entry, key, entry.texts(key))),
                        entry.optionalPeriod("issued-within").orElseThrow());
            }
            case "act-until" -> new Condition.ActUntil(only(entry, key).day(key));
            case "before-end" -> new Condition.BeforeEnd(only(entry, key).periodOrNone(key));
            case "time-over" ->
                new Condition.TimeOver(one(only(entry, key), key, "unknown-deadline", names.deadlines()));
            case "opened-until" -> new Condition.OpenedUntil(only(entry, key).day(key));
            default -> {
                entry.expect(Set.of("rests-on"), Set.of("levels", "same-subject"));
                if (!entry.optionalFlag("same-subject", true)) {
                    throw entry.broken(
                            entry.line("same-subject"), "wrong-type", "same-subject is true, or is not there");
                }
                yield new Condition.RestsOn(
                        families(entry, "rests-on"),
                        entry.has("levels") ? new HashSet<>(some(entry, "levels", entry.texts("levels"))) : Set.of(),
                        entry.has("same-subject"));
            }
        };
    }

    private Set<String> families(Entry entry, String key) {
        return known(
                entry,
                key,
                "unknown-family",
                names.families().stream().map(FamilyId::value).collect(Collectors.toSet()));
    }

    private Condition fact(Entry entry) {
        String id = entry.text("fact");
        FactType type = names.facts()
                .apply(id)
                .orElseThrow(() -> entry.broken(entry.line("fact"), "unknown-fact", id + " is no fact"));
        if (entry.has("declared")) {
            onlyTrue(entry, "declared");
            return new Condition.Declared(id);
        }
        return entry.build(() -> compared(entry, id, type));
    }

    /** A key that says nothing but that it holds. */
    private static void onlyTrue(Entry entry, String key) {
        entry.expect(Set.of("fact", key), Set.of());
        if (!entry.flag(key)) {
            throw entry.broken(entry.line(key), "wrong-type", key + " is true; its contrary is not");
        }
    }

    /** Each kind of fact is compared by keys of its own: a key of another kind would be read over in silence. */
    private Condition compared(Entry entry, String id, FactType type) {
        return switch (type.kind()) {
            case WHOLE -> {
                entry.expect(Set.of("fact"), Set.of("at-least", "at-most"));
                yield new Condition.Number(id, number(entry, "at-least"), number(entry, "at-most"));
            }
            case FLAG -> {
                entry.expect(Set.of("fact", "is"), Set.of());
                yield new Condition.Flag(id, entry.flag("is"));
            }
            case SHARES -> {
                entry.expect(Set.of("fact"), Set.of("each-at-most", "together-at-most"));
                yield new Condition.Shares(id, percent(entry, "each-at-most"), percent(entry, "together-at-most"));
            }
            case CHOICE, CHOICES -> {
                entry.expect(Set.of("fact", "one-of"), Set.of());
                yield new Condition.Word(
                        id,
                        known(entry, "one-of", "unknown-option", type.options().keySet()));
            }
            case TEXT -> {
                if (entry.has("holds-visa-of")) {
                    entry.expect(Set.of("fact", "holds-visa-of"), Set.of());
                    yield new Condition.HoldsVisa(id, families(entry, "holds-visa-of"));
                }
                if (entry.has("accredited")) {
                    onlyTrue(entry, "accredited");
                    yield new Condition.Accredited(id);
                }
                if (entry.has("independent")) {
                    onlyTrue(entry, "independent");
                    yield new Condition.Independent(id);
                }
                yield word(entry, id);
            }
            case CODES, LINK -> word(entry, id);
            case DAY, INSTANT -> {
                entry.expect(Set.of("fact", "declared"), Set.of());
                yield new Condition.Declared(id);
            }
        };
    }

    private static Condition word(Entry entry, String id) {
        entry.expect(Set.of("fact", "one-of"), Set.of());
        return new Condition.Word(id, new HashSet<>(some(entry, "one-of", entry.texts("one-of"))));
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
            BigDecimal percent = text.matches(PERCENT) ? new BigDecimal(text) : HUNDRED.add(BigDecimal.ONE);
            if (percent.compareTo(HUNDRED) > 0) {
                throw entry.broken(entry.line(key), "wrong-type", key + " is a percentage such as \"24.5\"");
            }
            return percent.multiply(HUNDRED).intValueExact();
        });
    }

    private static String one(Entry entry, String key, String code, Set<String> known) {
        String id = entry.text(key);
        require(entry, key, code, id, known);
        return id;
    }

    private static Set<String> known(Entry entry, String key, String code, Set<String> known) {
        List<String> ids = some(entry, key, entry.texts(key));
        ids.forEach(id -> require(entry, key, code, id, known));
        return new HashSet<>(ids);
    }

    /** A condition over none of something never holds, or always: nobody means it. */
    private static <T> List<T> some(Entry entry, String key, List<T> read) {
        if (read.isEmpty()) {
            throw entry.broken(entry.line(key), "wrong-type", key + " names at least one");
        }
        return read;
    }

    private static void require(Entry entry, String key, String code, String id, Set<String> known) {
        if (!known.contains(id)) {
            throw entry.broken(entry.line(key), code, id + " is not known to this definition");
        }
    }
}
