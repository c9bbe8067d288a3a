package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.domain.refusal.Refused;

/** One import: how far it is, how it ended, and what can be done next. */
@Named("importSheet")
@RequestScoped
public class ImportSheet {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HeldFile held;

    private @Nullable ImportJob job;
    private @Nullable RefusalWords refusal;

    /** The import; null when it is not there or not for this account, and {@link #refusal} says which. */
    public @Nullable ImportJob job() {
        if (job == null && refusal == null) {
            read();
        }
        return job;
    }

    private void read() {
        try {
            job = imports.find(desk.actor(), desk.key());
        } catch (Refused refused) {
            job = null;
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    /** Says in the answer's status that there is nothing to show. */
    public void open() {
        RefusalWords why = job() == null ? refusal : null;
        if (why != null) {
            int status = why.code().equals("import-unknown") ? 404 : 403;
            FacesContext.getCurrentInstance().getExternalContext().setResponseStatus(status);
        }
    }

    public @Nullable ImportLine line() {
        ImportJob known = job();
        return known == null ? null : ImportLine.of(known, desk);
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    /** What the page asks before doing it: {@code cancel}, {@code record} or nothing. */
    public boolean asks(String act) {
        return act.equals(parameter("ask")) && (act.equals("cancel") ? canCancel() : canRecord());
    }

    public boolean canCancel() {
        ImportJob known = job();
        return known != null && !known.state().isOver() && !known.cancelAsked() && desk.mayImport();
    }

    /** Whether the page follows a running import; still true for the question that learns of its end. */
    public boolean follows() {
        ImportJob known = job();
        return known != null && (!known.state().isOver() || parameter("following") != null);
    }

    /** Whether it is over and there is something to count; a source that nobody could read has no rows. */
    public boolean hasRows() {
        ImportJob known = job();
        return known != null
                && known.state().isOver()
                && (known.counts().read() > 0 || known.state() == ImportJob.State.DONE);
    }

    /** Whether this is a finished dry run of a file with something to record. */
    public boolean leadsToRecording() {
        ImportJob known = job();
        return known != null
                && known.dryRun()
                && known.state() == ImportJob.State.DONE
                && desk.mayImport()
                && known.counts().created() + known.counts().changed() > 0;
    }

    /** … and the very bytes that were tried are still here. */
    public boolean canRecord() {
        return leadsToRecording() && held.ofDryRun(desk.key()).isPresent();
    }

    /** Asks the import to stop after the portion it is at. */
    public void cancel() throws IOException {
        act(() -> imports.cancel(desk.actor(), desk.key()).id());
    }

    /** Imports for real the file that this dry run tried, and leads to that import. */
    public void record() throws IOException {
        Optional<Path> file = held.ofDryRun(desk.key());
        if (file.isEmpty()) {
            refusal = RefusalWords.of("file-no-longer-held", desk.texts().problems());
            return;
        }
        act(() -> {
            ImportJob tried = imports.find(desk.actor(), desk.key());
            ImportRequest request = new ImportRequest(tried.format(), false, tried.edition(), tried.sourceName());
            try (InputStream bytes = Files.newInputStream(file.get())) {
                return imports.later(desk.actor(), request, bytes).id();
            }
        });
        if (refusal == null) {
            held.forget();
        }
    }

    /** While it runs the page asks again and again; when it is over the whole page is shown anew. */
    public void follow() throws IOException {
        ImportJob known = job();
        if (known == null || known.state().isOver()) {
            lead(desk.key());
        }
    }

    public String facts() {
        ImportJob known = known();
        return desk.texts()
                .say(
                        "import.facts",
                        desk.moment(known.createdAt()),
                        known.createdBy(),
                        known.sizeBytes(),
                        known.format());
    }

    public String edition() {
        return known().edition()
                .map(desk.days()::day)
                .orElseGet(() -> desk.texts().say("import.edition.none"));
    }

    public String progress() {
        ImportJob known = known();
        return desk.texts()
                .say(
                        "progress." + known.state().code(),
                        known.percent(),
                        known.counts().read());
    }

    /** What will be done, before it is asked for. */
    public String promise() {
        ImportJob.Counts counts = known().counts();
        return desk.texts()
                .say("record.promise", counts.created(), counts.changed(), counts.unchanged(), counts.refused());
    }

    public @Nullable RefusalWords failure() {
        return known().failure()
                .map(failure -> RefusalWords.of(failure.code(), desk.texts().problems()))
                .orElse(null);
    }

    /** Where the source broke, and on what; empty when it did not. */
    public String failurePlace() {
        return known().failure()
                .map(failure -> failure.line() > 0
                        ? desk.texts().say("failure.line", failure.line(), failure.detail())
                        : failure.detail())
                .orElse("");
    }

    /** A count with the word for it, in the mood that fits: what would be, or what was. */
    public String word(String key) {
        return desk.texts().say("count." + key + (known().dryRun() ? ".dry" : ""));
    }

    private ImportJob known() {
        ImportJob known = job();
        if (known == null) {
            throw new IllegalStateException("the page shows no import");
        }
        return known;
    }

    private void act(Act act) throws IOException {
        try {
            lead(act.run());
        } catch (Refused refused) {
            read();
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        }
    }

    private void lead(String id) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(desk.to("/desk/imports/" + id));
    }

    private static @Nullable String parameter(String name) {
        return FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .get(name);
    }

    /** Something done, and the import whose page shows it. */
    @FunctionalInterface
    private interface Act {
        String run() throws IOException;
    }
}
