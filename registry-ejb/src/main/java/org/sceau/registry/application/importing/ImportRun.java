package org.sceau.registry.application.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Passage;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.importing.ImportJob.Counts;
import org.sceau.registry.application.importing.ImportJob.Failure;
import org.sceau.registry.application.importing.ImportJob.State;
import org.sceau.registry.application.importing.StagedRow.Keys;
import org.sceau.registry.application.importing.StagedRow.Match;
import org.sceau.registry.application.importing.StagedRow.Outcome;
import org.sceau.registry.application.recording.RecordVisa;
import org.sceau.registry.application.recording.VisaContent;
import org.sceau.registry.application.recording.Visas;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.visa.Provenance;
import org.sceau.registry.domain.visa.Visa;
import org.sceau.registry.domain.visa.VisaFacts;

/**
 * Carries one import from its source to its end: read and stage all rows, compare them with what is known, record them in portions.
 * Nothing is recorded before the whole source was understood. Each portion is one act, so a kill leaves whole visas only, and the
 * next run goes on after the last one.
 */
@ApplicationScoped
public class ImportRun {
    static final int STAGED_AT_ONCE = 500;
    static final int COMPARED_AT_ONCE = 500;
    static final int RECORDED_AT_ONCE = 200;

    private static final Logger LOG = Logger.getLogger(ImportRun.class.getName());

    private final Door door;
    private final ImportJobs jobs;
    private final Sources sources;
    private final Formats formats;
    private final Staging staging;
    private final Visas visas;
    private final RecordVisa recordVisa;
    private final RowDecisions decisions;
    private final Clock clock;
    /** Imports of one node follow one another: two at once would compare with what the other is about to record. */
    private final ReentrantLock turn = new ReentrantLock(true);

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ImportRun() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    public ImportRun(
            Door door,
            ImportJobs jobs,
            Sources sources,
            Formats formats,
            Staging staging,
            Visas visas,
            RecordVisa recordVisa,
            RowDecisions decisions,
            Clock clock) {
        this.door = door;
        this.jobs = jobs;
        this.sources = sources;
        this.formats = formats;
        this.staging = staging;
        this.visas = visas;
        this.recordVisa = recordVisa;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** Runs a received import, or goes on with one that was interrupted, and returns it as it ended. */
    public ImportJob carryOut(String jobId, Actor actor) {
        turn.lock();
        try {
            ImportJob job = jobs.find(jobId).orElseThrow();
            if (job.state().isOver()) {
                return job;
            }
            if (job.state() != State.RECORDING) {
                job = compare(read(job, actor), actor);
            }
            return record(job, actor);
        } catch (Stopped stopped) {
            return end(jobId, actor, stopped.state, Optional.ofNullable(stopped.failure));
        } catch (RuntimeException | IOException e) {
            LOG.log(Level.SEVERE, "import " + jobId + " failed", e);
            return end(jobId, actor, State.FAILED, Optional.of(new Failure("internal", 0, "")));
        } finally {
            turn.unlock();
        }
    }

    /** Ends an import that nobody may carry on: whoever began it is gone, or may no longer import. */
    public ImportJob abandon(String jobId) {
        return end(jobId, Actor.SYSTEM, State.FAILED, Optional.of(new Failure("role-missing", 0, "")));
    }

    private ImportJob read(ImportJob received, Actor actor) throws IOException {
        String id = received.id();
        ImportJob job = keep(received, actor, State.READING, Counts.NONE, () -> jobs.unstage(id));
        List<StagedRow> portion = new ArrayList<>();
        long[] read = {0, 0};
        try (InputStream source = sources.open(id)) {
            formats.byCode(job.format()).read(source, new Edition(job.edition(), job.received()), row -> {
                StagedRow staged = staging.stage(row);
                portion.add(staged);
                read[0]++;
                read[1] += staged.outcome() == Outcome.REFUSED ? 1 : 0;
                if (portion.size() >= STAGED_AT_ONCE) {
                    flush(job, actor, portion, read);
                }
                return true;
            });
        } catch (UnreadableCatalogue broken) {
            throw new Stopped(State.FAILED, new Failure(broken.code(), broken.line(), broken.detail()));
        }
        flush(job, actor, portion, read);
        return jobs.find(id).orElseThrow();
    }

    private void flush(ImportJob job, Actor actor, List<StagedRow> portion, long[] read) {
        stopIfAsked(job.id());
        Counts counts = new Counts(read[0], 0, 0, 0, 0, 0, read[1], 0);
        keep(job, actor, State.READING, counts, () -> jobs.stage(job.id(), portion));
        portion.clear();
    }

    private ImportJob compare(ImportJob received, Actor actor) {
        String id = received.id();
        Comparison comparison = new Comparison(received.format());
        ImportJob job = keep(received, actor, State.COMPARING, received.counts(), () -> {});
        String reference = "";
        long number = -1;
        List<StagedRow> held = new ArrayList<>();
        long compared = job.counts().refused();
        while (true) {
            stopIfAsked(id);
            String behind = reference;
            long from = number;
            List<StagedRow> page = staged(actor, id, () -> jobs.toCompare(id, behind, from, COMPARED_AT_ONCE));
            boolean last = page.size() < COMPARED_AT_ONCE;
            held.addAll(page);
            List<StagedRow> whole = last ? List.copyOf(held) : wholeGroups(held);
            held = new ArrayList<>(held.subList(whole.size(), held.size()));
            compared += whole.size();
            Counts counts = job.counts().withCompared(compared);
            job = keep(job, actor, State.COMPARING, counts, () -> jobs.decide(id, decisions.decide(comparison, whole)));
            if (last) {
                break;
            }
            StagedRow end = page.get(page.size() - 1);
            reference = end.keys().orElseThrow().reference();
            number = end.number();
        }
        Counts read = job.counts();
        long all = compared;
        Counts counts = staged(
                actor,
                id,
                () -> new Counts(
                        read.read(),
                        all,
                        0,
                        jobs.count(id, Outcome.TO_CREATE),
                        jobs.count(id, Outcome.TO_CHANGE),
                        jobs.count(id, Outcome.UNCHANGED),
                        jobs.count(id, Outcome.REFUSED),
                        jobs.countAbsent(id, received.format())));
        return keep(job, actor, job.dryRun() ? State.COMPARING : State.RECORDING, counts, () -> {});
    }

    /** Rows up to the last reference that may go on in the next page; a reference with very many rows is cut there all the same. */
    private static List<StagedRow> wholeGroups(List<StagedRow> held) {
        String open = held.get(held.size() - 1).keys().orElseThrow().reference();
        int end = held.size();
        while (end > 0 && held.get(end - 1).keys().orElseThrow().reference().equals(open)) {
            end--;
        }
        boolean hopeless = end == 0 && held.size() > RowDecisions.MOST_OF_ONE_REFERENCE;
        return List.copyOf(held.subList(0, hopeless ? held.size() : end));
    }

    private ImportJob record(ImportJob compared, Actor actor) {
        String id = compared.id();
        if (compared.dryRun()) {
            return end(id, actor, State.DONE, Optional.empty());
        }
        long number = 0;
        while (true) {
            stopIfAsked(id);
            long from = number;
            List<StagedRow> page = staged(actor, id, () -> jobs.toRecord(id, from, RECORDED_AT_ONCE));
            if (page.isEmpty()) {
                return end(id, actor, State.DONE, Optional.empty());
            }
            ImportJob job = jobs.find(id).orElseThrow();
            try {
                recordPortion(job, actor, page);
            } catch (Refused clash) {
                // Somebody changed one of these visas meanwhile: row by row, so that only that row is refused.
                page.forEach(row -> recordAlone(id, actor, row));
            }
            number = page.get(page.size() - 1).number();
        }
    }

    private void recordAlone(String id, Actor actor, StagedRow row) {
        ImportJob job = jobs.find(id).orElseThrow();
        try {
            recordPortion(job, actor, List.of(row));
        } catch (Refused refused) {
            StagedRow decided = Comparison.refused(row, refused.refusal().code(), "");
            Counts counts = job.counts().refusing(row.outcome());
            keep(job, actor, State.RECORDING, counts, () -> jobs.decide(id, List.of(decided)));
        }
    }

    private void recordPortion(ImportJob job, Actor actor, List<StagedRow> rows) {
        door.enter(actor, Permission.IMPORT_CATALOGUE, "import:" + job.id(), passage -> {
            List<StagedRow> done = new ArrayList<>();
            rows.forEach(row -> done.add(recordRow(passage, job, row)));
            jobs.decide(job.id(), done);
            Counts before = job.counts();
            jobs.keep(job.at(State.RECORDING, before.withRecorded(before.recorded() + rows.size())));
            return done.size();
        });
    }

    private StagedRow recordRow(Passage passage, ImportJob job, StagedRow row) {
        VisaFacts facts = VisaContent.parse(row.facts().orElseThrow());
        Provenance provenance = new Provenance(job.format(), job.edition(), row.locator());
        Visa visa = row.matched()
                .map(match -> recordVisa.asChange(
                        passage,
                        match.visa(),
                        match.version(),
                        decisions.continued(
                                row, visas.find(match.visa()).orElseThrow().facts()),
                        provenance))
                .orElseGet(() -> recordVisa.asNew(passage, facts, provenance));
        return new StagedRow(
                row.number(),
                row.locator(),
                row.matched().isPresent() ? Outcome.CHANGED : Outcome.CREATED,
                row.family(),
                row.keys().map(keys -> new Keys(keys.reference(), keys.subject(), keys.digest())),
                row.facts(),
                row.remarks(),
                Optional.of(new Match(visa.id(), visa.version())),
                Optional.of(visa.slug().value()));
    }

    private ImportJob end(String id, Actor actor, State state, Optional<Failure> failure) {
        ImportJob job = jobs.find(id).orElseThrow();
        // An end is always kept, even when whoever began it may no longer import: then the house itself ends it.
        Actor closing = Permission.IMPORT_CATALOGUE.isGrantedTo(actor) ? actor : Actor.SYSTEM;
        Counts counts = job.dryRun()
                ? job.counts()
                : staged(
                        closing,
                        id,
                        () -> job.counts().having(jobs.count(id, Outcome.CREATED), jobs.count(id, Outcome.CHANGED)));
        ImportJob over = job.over(state, counts, clock.instant(), failure);
        if (job.dryRun()) {
            door.prepare(closing, Permission.IMPORT_CATALOGUE, "import:" + id, () -> {
                jobs.keep(over);
                return over;
            });
        } else {
            door.enter(closing, Permission.IMPORT_CATALOGUE, "import:" + id, passage -> {
                jobs.keep(over);
                return passage.record(ImportEntries.ended(over));
            });
        }
        sources.forget(id);
        return over;
    }

    /** What was staged is behind the wall. */
    private <R> R staged(Actor actor, String id, Supplier<R> question) {
        return door.prepare(actor, Permission.IMPORT_CATALOGUE, "import:" + id, question);
    }

    private ImportJob keep(ImportJob job, Actor actor, State state, Counts counts, Runnable work) {
        ImportJob next = job.at(state, counts);
        return door.prepare(actor, Permission.IMPORT_CATALOGUE, "import:" + job.id(), () -> {
            work.run();
            jobs.keep(next);
            return next;
        });
    }

    private void stopIfAsked(String id) {
        if (jobs.isCancelAsked(id)) {
            throw new Stopped(State.CANCELLED, null);
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final State state;
        private final transient @org.jspecify.annotations.Nullable Failure failure;

        Stopped(State state, @org.jspecify.annotations.Nullable Failure failure) {
            super(state.code(), null, false, false);
            this.state = state;
            this.failure = failure;
        }
    }
}
