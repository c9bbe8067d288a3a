package org.sceau.registry.application.auditing;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes every version of the records of {@link RecordKind} of its entry and the version before, which was compared with its own: nothing but
 * the number of each newest version has to stay in memory.
 */
final class ReplayOfRecords {
    private final KeptVersions kept;
    private final CompareRecord.Differences differences;
    private final Map<RecordKind, Map<String, Long>> newest = new EnumMap<>(RecordKind.class);
    private long entries;
    private long erased;
    private boolean beganLater;

    ReplayOfRecords(KeptVersions kept, CompareRecord.Differences differences) {
        this.kept = kept;
        this.differences = differences;
    }

    long entries() {
        return entries;
    }

    long records() {
        return newest.values().stream().mapToLong(Map::size).sum();
    }

    long erased() {
        return erased;
    }

    void take(JournalEntry entry) {
        entries++;
        if (differences.isForged(entry)) {
            return;
        }
        Optional<ToldVersion> told = ToldVersion.of(entry);
        if (told.isEmpty()) {
            erased++;
        } else if (told.get().isFull()) {
            compare(entry, told.get());
        } else {
            beganLater |= told.get().told().containsKey("version");
        }
    }

    private void compare(JournalEntry entry, ToldVersion told) {
        known(told.kind()).merge(told.id(), told.version(), Math::max);
        Optional<KeptVersions.Kept> stored = kept.find(told.kind(), told.id(), told.version());
        Optional<String> before = told.isChange()
                ? kept.find(told.kind(), told.id(), told.version() - 1).map(KeptVersions.Kept::text)
                : Optional.empty();
        if (stored.isEmpty() || told.isChange() && before.isEmpty()) {
            differ(told, "version-missing");
        } else if (stored.get().position() != entry.position()
                || !told.makes(stored.get().text(), before)) {
            differ(told, "version-differs");
        }
    }

    /** Behind the last entry: no record is shown otherwise than it was told, or without having been told. */
    void compareNewest() {
        for (RecordKind kind : RecordKind.values()) {
            kept.newest(kind, shown -> {
                long told = known(kind).getOrDefault(shown.id(), 0L);
                if (told == 0 && !beganLater) {
                    differences.add(kind.code(), shown.id(), shown.version(), "not-in-the-journal");
                } else if (told != 0 && (told != shown.version() || !shown.isKept())) {
                    differences.add(kind.code(), shown.id(), shown.version(), "newest-differs");
                }
            });
        }
    }

    private Map<String, Long> known(RecordKind kind) {
        return newest.computeIfAbsent(kind, one -> new HashMap<>());
    }

    private void differ(ToldVersion told, String what) {
        differences.add(told.kind().code(), told.id(), told.version(), what);
    }
}
