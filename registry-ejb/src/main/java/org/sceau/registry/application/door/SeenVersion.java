package org.sceau.registry.application.door;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongFunction;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.domain.refusal.Refusal;

/** On which version of a record an act is based: somebody else may have acted since. */
public final class SeenVersion {
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
        throw now.flatMap(is -> version.apply(seen.getAsLong()).map(was -> RecordChange.parts(was, is)))
                .filter(parts -> !parts.isEmpty())
                .map(parts -> refusal.with("changed", String.join(", ", parts)))
                .orElse(refusal)
                .asException();
    }
}
