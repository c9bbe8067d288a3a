package org.sceau.registry.application.auditing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.visa.Slug;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaId;

/**
 * Replays the journal and compares every version it makes, of visas and of all records whose acts it tells, with what the database holds.
 * Whoever changed one behind the journal's back is found by it.
 */
@ApplicationScoped
public class CompareRecord {
    private static final int MOST_DIFFERENCES = 100;
    private static final String VISA = "visa";
    private static final String ENTRY = "entry";

    private final Door door;
    private final JournalView journal;
    private final Visas visas;
    private final KeptVersions kept;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CompareRecord() {
        this(null, null, null, null);
    }

    @Inject
    public CompareRecord(Door door, JournalView journal, Visas visas, KeptVersions kept) {
        this.door = door;
        this.journal = journal;
        this.visas = visas;
        this.kept = kept;
    }

    /**
     * What the comparison found.
     *
     * @param entries     entries that were replayed
     * @param visas       visas that they make
     * @param records     dossiers, proposals, complaints, remedies and records about vulnerabilities that they make
     * @param erased      entries whose plaintext was erased, which cannot be compared
     * @param differences at most 100
     */
    public record Report(long entries, long visas, long records, long erased, List<Difference> differences) {
        public Report {
            differences = List.copyOf(differences);
        }

        public boolean isEqual() {
            return differences.isEmpty();
        }
    }

    /**
     * @param kind what differs: {@code visa}, the code of a {@link RecordKind}, or {@code entry}, whose id is its position and version 0
     * @param what stable, kebab-case: {@code version-differs}, {@code version-missing}, {@code newest-differs}, {@code
     *             not-in-the-journal}; of an entry {@code commitment-broken}
     */
    public record Difference(String kind, String id, long version, String what) {}

    /** Compares everything; one transaction that reads. */
    public Report compare(Actor actor) {
        return door.look(actor, Permission.COMPARE_RECORD, "journal", this::compared);
    }

    private Report compared() {
        Differences differences = new Differences();
        Replay replay = new Replay(differences);
        journal.forEach(RebuiltVisa.KINDS, replay::take);
        visas.forEach(replay::newest);
        ReplayOfRecords others = new ReplayOfRecords(kept, differences);
        journal.forEach(RecordKind.entryKinds(), others::take);
        others.compareNewest();
        return new Report(
                replay.entries + others.entries(),
                replay.newest.size(),
                others.records(),
                replay.erased + others.erased(),
                differences.found());
    }

    /** What was found so far. */
    static final class Differences {
        private final List<Difference> found = new ArrayList<>();

        List<Difference> found() {
            return found;
        }

        /** Whether a plaintext of an entry is another than it commits to: then nothing of it is believed. */
        boolean isForged(JournalEntry entry) {
            if (entry.isOpenedRightly()) {
                return false;
            }
            add(ENTRY, Long.toString(entry.position()), 0, "commitment-broken");
            return true;
        }

        void add(String kind, String id, long version, String what) {
            if (found.size() < MOST_DIFFERENCES) {
                found.add(new Difference(kind, id, version, what));
            }
        }
    }

    /** What is kept of each visa while everything is read: a registry has many. */
    private record Newest(long version, Slug slug) {}

    private final class Replay {
        private final Map<VisaId, Newest> newest = new HashMap<>();
        private final Differences differences;
        private long entries;
        private long erased;

        Replay(Differences differences) {
            this.differences = differences;
        }

        void take(JournalEntry entry) {
            entries++;
            if (differences.isForged(entry)) {
                return;
            }
            Optional<Visa> rebuilt = RebuiltVisa.of(entry);
            if (rebuilt.isEmpty()) {
                erased++;
                return;
            }
            Visa visa = rebuilt.get();
            newest.put(visa.id(), new Newest(visa.version(), visa.slug()));
            Optional<Visa> stored = visas.version(visa.id(), visa.version());
            if (stored.isEmpty()) {
                differ(visa, "version-missing");
            } else if (!isSame(stored.get(), visa)) {
                differ(visa, "version-differs");
            }
        }

        void newest(Visa stored) {
            Newest known = newest.get(stored.id());
            if (known == null) {
                if (erased == 0) {
                    differ(stored, "not-in-the-journal");
                }
            } else if (!isNewest(stored, known)) {
                differ(stored, "newest-differs");
            }
        }

        /** By way of the stored version, which was compared with its entry: nothing else has to stay in memory. */
        private boolean isNewest(Visa stored, Newest known) {
            return stored.version() == known.version()
                    && stored.slug().equals(known.slug())
                    && visas.version(stored.id(), known.version()).equals(Optional.of(stored));
        }

        private void differ(Visa visa, String what) {
            differences.add(VISA, visa.id().toString(), visa.version(), what);
        }

        /** The slug of a former version is that of its entry alone: rows keep the newest one. */
        private static boolean isSame(Visa stored, Visa rebuilt) {
            return stored.facts().equals(rebuilt.facts())
                    && stored.provenance().equals(rebuilt.provenance())
                    && stored.recordedAt().equals(rebuilt.recordedAt())
                    && stored.position() == rebuilt.position();
        }
    }
}
