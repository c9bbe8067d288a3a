package org.sceau.registry.web.desk;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.domain.refusal.Refused;

/** Imports: try a file, and what was imported before. */
@Named("importDesk")
@RequestScoped
public class ImportDesk {
    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    HeldFile held;

    private @Nullable Part file;
    private String format = "";
    private String edition = "";
    private @Nullable RefusalWords refusal;

    /** Receives the file and tries it: nothing is recorded. Leads to the page of the try. */
    public void tryFile() throws IOException {
        Part part = file;
        if (part == null || part.getSize() == 0) {
            refusal = RefusalWords.of("file-missing", desk.texts().problems());
            return;
        }
        try {
            Optional<LocalDate> day = day();
            try (InputStream bytes = part.getInputStream()) {
                held.take(bytes);
            }
            ImportRequest request = new ImportRequest(format, true, day, name(part));
            Path taken = held.file().orElseThrow();
            try (InputStream bytes = Files.newInputStream(taken)) {
                ImportJob job = imports.later(desk.actor(), request, bytes);
                held.triedBy(job.id());
                lead("/desk/imports/" + job.id());
            }
        } catch (Refused refused) {
            held.forget();
            refusal = RefusalWords.of(refused.refusal(), desk.texts().problems());
        } finally {
            part.delete();
        }
    }

    private Optional<LocalDate> day() {
        if (edition.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(edition.strip()));
        } catch (DateTimeException notADay) {
            throw org.sceau.registry.api.query.Query.invalid("edition", "YYYY-MM-DD");
        }
    }

    private void lead(String path) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(desk.to(path));
    }

    private static String name(Part part) {
        String given = part.getSubmittedFileName();
        return given == null ? "" : given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    }

    /** Former imports, newest first; empty without the right to see them. */
    public List<ImportLine> latest() {
        return desk.mayReadImports()
                ? imports.latest(desk.actor()).stream()
                        .map(job -> ImportLine.of(job, desk))
                        .toList()
                : List.of();
    }

    public List<String> formats() {
        return imports.formats();
    }

    public String formatName(String code) {
        String key = "format." + code;
        return desk.words().containsKey(key) ? desk.words().getString(key) : code;
    }

    public @Nullable RefusalWords refusal() {
        return refusal;
    }

    public @Nullable Part getFile() {
        return file;
    }

    public void setFile(@Nullable Part file) {
        this.file = file;
    }

    public String getFormat() {
        return format;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }
}
