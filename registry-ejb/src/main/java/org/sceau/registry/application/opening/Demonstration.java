package org.sceau.registry.application.opening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sceau.registry.application.administering.CannotStart;
import org.sceau.registry.application.administering.LegalCalendar;
import org.sceau.registry.application.administering.Settings;
import org.sceau.registry.application.door.Actor;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.application.importing.ImportRequest;
import org.sceau.registry.application.recording.Visas;

/**
 * Furnishes an empty demo registry with fictional visas, through the same door as every import. Days in the file are written
 * {@code {+45}} or {@code {-700}}, counted from the first start, so that something is always about to end.
 */
@ApplicationScoped
public class Demonstration {
    private static final Pattern DAY = Pattern.compile("\\{([+-]\\d{1,5})}");

    private final Settings settings;
    private final Visas visas;
    private final ImportCatalogue imports;
    private final LegalCalendar calendar;

    /** For the container's proxy. */
    @SuppressWarnings("NullAway")
    protected Demonstration() {
        this(null, null, null, null);
    }

    @Inject
    public Demonstration(Settings settings, Visas visas, ImportCatalogue imports, LegalCalendar calendar) {
        this.settings = settings;
        this.visas = visas;
        this.imports = imports;
        this.calendar = calendar;
    }

    void furnish() {
        if (!settings.isDemo() || !visas.latest(1).isEmpty()) {
            return;
        }
        try (InputStream source = Objects.requireNonNull(Demonstration.class.getResourceAsStream("/demo/visas.csv"))) {
            String text = dated(new String(source.readAllBytes(), StandardCharsets.UTF_8), calendar.today());
            ImportJob job = imports.now(
                    Actor.SYSTEM,
                    new ImportRequest("sceau-csv", false, Optional.of(calendar.today()), "demo/visas.csv"),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            if (job.state() != ImportJob.State.DONE || job.counts().refused() > 0) {
                throw new CannotStart(
                        "demo-data",
                        "demo/visas.csv: " + job.state().code() + ", "
                                + job.counts().refused() + " rows refused " + job.failure());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String dated(String text, LocalDate today) {
        return DAY.matcher(text)
                .replaceAll(
                        day -> today.plusDays(Integer.parseInt(day.group(1))).toString());
    }
}
