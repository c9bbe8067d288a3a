package org.sceau.registry.application.importing;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.door.Door;
import org.sceau.registry.application.door.Once;
import org.sceau.registry.application.door.Permission;
import org.sceau.registry.application.identifying.SignIn;
import org.sceau.registry.application.importing.ImportJob.State;
import org.sceau.registry.domain.refusal.Refusal;

/**
 * Imports a list of visas: dry run first, then for real. Receives the bytes, carries the import out at once or in the background,
 * tells how far it is, cancels it, and reports on every row.
 *
 * <p>A cancelled import keeps the visas it had recorded, each of them whole, and says which; the same file goes on where it stopped.
 */
@ApplicationScoped
public class ImportCatalogue {
    private final Door door;
    private final ImportJobs jobs;
    private final Sources sources;
    private final Formats formats;
    private final ImportRun run;
    private final SignIn signIn;
    private final LegalCalendar calendar;
    private final Clock clock;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedExecutorService background;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected ImportCatalogue() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    public ImportCatalogue(
            Door door,
            ImportJobs jobs,
            Sources sources,
            Formats formats,
            ImportRun run,
            SignIn signIn,
            LegalCalendar calendar,
            Clock clock) {
        this.door = door;
        this.jobs = jobs;
        this.sources = sources;
        this.formats = formats;
        this.run = run;
        this.signIn = signIn;
        this.calendar = calendar;
        this.clock = clock;
    }

    public List<String> formats() {
        return formats.codes();
    }

    /**
     * Receives a source and carries it out before returning.
     *
     * @throws org.sceau.registry.domain.refusal.Refused without the right; {@code format-unknown}, {@code edition-in-the-future},
     *     {@code body-too-large}, {@code body-empty}, {@code idempotency-key-reused}
     */
    public ImportJob now(Actor actor, ImportRequest request, InputStream body) throws IOException {
        return run.carryOut(receive(actor, request, body).id(), actor);
    }

    /** Receives a source and carries it out in the background. Refuses as {@link #now} does. */
    public ImportJob later(Actor actor, ImportRequest request, InputStream body) throws IOException {
        ImportJob job = receive(actor, request, body);
        background.execute(() -> run.carryOut(job.id(), actor));
        return job;
    }

    /** Whether an import is putting visas on record right now; lists wait for its end. */
    public boolean isRecording() {
        return jobs.unfinished().stream().anyMatch(job -> job.state() == State.RECORDING);
    }

    /** Goes on with every import that was under way when the house went down. */
    public void resume() {
        jobs.unfinished().forEach(job -> {
            Optional<Actor> actor = job.createdBy().equals(Actor.SYSTEM.name())
                    ? Optional.of(Actor.SYSTEM)
                    : signIn.known(job.createdBy());
            Optional<Actor> entitled = actor.filter(Permission.IMPORT_CATALOGUE::isGrantedTo);
            if (entitled.isPresent()) {
                background.execute(() -> run.carryOut(job.id(), entitled.get()));
            } else {
                run.abandon(job.id());
            }
        });
    }

    /** @throws org.sceau.registry.domain.refusal.Refused without the right; {@code import-unknown} */
    public ImportJob find(Actor actor, String id) {
        return door.prepare(actor, Permission.READ_IMPORTS, "import:" + id, () -> existing(id));
    }

    public List<ImportJob> latest(Actor actor) {
        return door.prepare(actor, Permission.READ_IMPORTS, "imports", () -> jobs.latest(50));
    }

    /**
     * Asks a running import to stop after the portion it is at.
     *
     * @throws org.sceau.registry.domain.refusal.Refused {@code import-unknown}, {@code import-over}
     */
    public ImportJob cancel(Actor actor, String id) {
        return door.prepare(actor, Permission.IMPORT_CATALOGUE, "import:" + id, () -> {
            ImportJob job = existing(id);
            if (job.state().isOver()) {
                throw Refusal.of("import-over", Refusal.Kind.CONFLICT)
                        .with("state", job.state().code())
                        .asException();
            }
            jobs.askCancel(id);
            return existing(id);
        });
    }

    /** Hands every row over, in the order of the source. */
    public void report(Actor actor, String id, Consumer<StagedRow> reader) {
        door.look(actor, Permission.READ_IMPORTS, "import:" + id, () -> {
            existing(id);
            jobs.forEach(id, reader);
            return id;
        });
    }

    /** Rows for a screen; empty {@code outcomes} asks for all. */
    public List<StagedRow> rows(Actor actor, String id, Set<StagedRow.Outcome> outcomes, int first, int size) {
        return door.look(actor, Permission.READ_IMPORTS, "import:" + id, () -> {
            existing(id);
            return jobs.page(id, outcomes, Math.max(0, first), Math.min(size, 200));
        });
    }

    private ImportJob existing(String id) {
        return jobs.find(id)
                .orElseThrow(() ->
                        Refusal.of("import-unknown", Refusal.Kind.NOT_FOUND).asException());
    }

    private ImportJob receive(Actor actor, ImportRequest request, InputStream body) throws IOException {
        door.prepare(actor, Permission.IMPORT_CATALOGUE, "imports", () -> {
            formats.byCode(request.format());
            if (request.edition().filter(day -> day.isAfter(calendar.today())).isPresent()) {
                throw Refusal.of("edition-in-the-future", Refusal.Kind.INVALID).asException();
            }
            return request;
        });
        String id = UUID.randomUUID().toString();
        Sources.Received received = sources.store(id, body);
        ImportJob job = new ImportJob(
                id,
                request.format(),
                request.edition(),
                calendar.today(),
                request.dryRun(),
                State.RECEIVED,
                request.sourceName().isBlank() ? "-" : request.sourceName(),
                received.sha256(),
                received.bytes(),
                actor.name(),
                actor.organisation(),
                clock.instant(),
                Optional.empty(),
                ImportJob.Counts.NONE,
                Optional.empty(),
                false);
        try {
            ImportJob added = Once.of(
                    request.key(received.sha256()),
                    ImportJob.class,
                    ImportJob::id,
                    earlier -> jobs.find(earlier).orElseThrow(),
                    () -> announced(actor, job));
            if (!added.id().equals(id)) {
                // Received before under the same key: that import goes on, or has ended.
                sources.forget(id);
            }
            return added;
        } catch (RuntimeException notAdded) {
            sources.forget(id);
            throw notAdded;
        }
    }

    private ImportJob announced(Actor actor, ImportJob job) {
        String id = job.id();
        if (job.dryRun()) {
            return door.prepareOnce(actor, Permission.IMPORT_CATALOGUE, "import:" + id, () -> added(job));
        }
        return door.enter(actor, Permission.IMPORT_CATALOGUE, "import:" + id, passage -> {
            passage.record(ImportEntries.received(job));
            return added(job);
        });
    }

    private ImportJob added(ImportJob job) {
        jobs.add(job);
        return job;
    }
}
