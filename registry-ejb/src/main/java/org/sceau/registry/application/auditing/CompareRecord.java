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
 * Replays the journal and compares every visa it makes, in every version, with what the database holds. Whoever changed a visa behind the
 * journal's back is found by it.
 */
@ApplicationScoped
public class CompareRecord {
    private static final int MOST_DIFFERENCES = 100;

    private final Door door;
    private final JournalView journal;
    private final Visas visas;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected CompareRecord() {
        this(null, null, null);
    }

    @Inject
    public CompareRecord(Door door, JournalView journal, Visas visas) {
        this.door = door;
        this.journal = journal;
        this.visas = visas;
    }

    /**
     * What the comparison found.
     *
     * @param entries     entries of visas that were replayed
     * @param visas       visas that they make
     * @param erased      entries whose plaintext was erased, which cannot be compared
     * @param differences at most 100
     */
    public record Report(long entries, long visas, long erased, List<Difference> differences) {
        public Report {
            differences = List.copyOf(differences);
        }

        public boolean isEqual() {
            return differences.isEmpty();
        }
    }

    /**
     * @param visa id of a visa
     * @param what stable, kebab-case: {@code version-differs}, {@code version-missing}, {@code newest-differs}, {@code
     *             not-in-the-journal}
     */
    public record Difference(String visa, long version, String what) {}

    /** Compares everything; one transaction that reads. */
    public Report compare(Actor actor) {
        return door.look(actor, Permission.COMPARE_RECORD, "journal", this::compared);
    }

    private Report compared() {
        Replay replay = new Replay();
        journal.forEach(RebuiltVisa.KINDS, replay::take);
        visas.forEach(replay::newest);
        return new Report(replay.entries, replay.newest.size(), replay.erased, replay.differences);
    }

    /** What is kept of each visa while everything is read: a registry has many. */
    private record Newest(long version, Slug slug) {}

    private final class Replay {
        private final Map<VisaId, Newest> newest = new HashMap<>();
        private final List<Difference> differences = new ArrayList<>();
        private long entries;
        private long erased;

        void take(JournalEntry entry) {
            entries++;
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
            if (differences.size() < MOST_DIFFERENCES) {
                differences.add(new Difference(visa.id().toString(), visa.version(), what));
            }
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
