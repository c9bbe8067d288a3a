package org.sceau.registry.application.content;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import org.sceau.registry.domain.refusal.Refusal;

/** On which version of a record an act is based: somebody else may have acted since. */
public final class SeenVersion {
    /** Names longer than this are told as the part that holds them. */
    private static final int DEEPEST = 2;

    private SeenVersion() {}

    /**
     * Refuses an act that is based on a former version.
     *
     * @param seen what the actor saw; absent when the act does not depend on it
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} with {@code seen} and {@code current}
     */
    public static void require(OptionalLong seen, long current) {
        require(seen, current, Optional.empty(), version -> Optional.empty());
    }

    /**
     * The same, and says what became different since.
     *
     * @param now     the record as it is
     * @param version the record as it was in a version, where that is kept
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} with {@code seen}, {@code current} and {@code changed}: the
     *     members of the record that are otherwise now, in alphabetical order
     */
    public static <R extends Record> void require(
            OptionalLong seen, long current, R now, LongFunction<Optional<R>> version) {
        require(seen, current, Optional.of(now), version);
    }

    private static <R extends Record> void require(
            OptionalLong seen, long current, Optional<R> now, LongFunction<Optional<R>> version) {
        if (seen.isEmpty() || seen.getAsLong() == current) {
            return;
        }
        Refusal refusal = Refusal.of("concurrent-change", Refusal.Kind.CONFLICT)
                .with("seen", Long.toString(seen.getAsLong()))
                .with("current", Long.toString(current));
        throw now.flatMap(is -> version.apply(seen.getAsLong()).map(was -> parts(was, is)))
                .filter(parts -> !parts.isEmpty())
                .map(parts -> refusal.with("changed", String.join(", ", parts)))
                .orElse(refusal)
                .asException();
    }

    /** {@code history/documents} rather than which of them and what of it. */
    private static Set<String> parts(Record was, Record is) {
        Set<String> parts = new TreeSet<>();
        RecordDifference.between(was, is).forEach(operation -> {
            String[] names = String.valueOf(operation.get("path")).split("/", -1);
            String part = names[1];
            for (int i = 2; i <= DEEPEST && i < names.length && !isIndex(names[i]); i++) {
                part += "/" + names[i];
            }
            parts.add(part);
        });
        parts.remove("version");
        return parts;
    }

    private static boolean isIndex(String name) {
        return !name.isEmpty() && name.chars().allMatch(Character::isDigit);
    }
}
