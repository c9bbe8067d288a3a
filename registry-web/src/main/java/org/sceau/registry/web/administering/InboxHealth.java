package org.sceau.registry.web.administering;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.application.importing.ImportCatalogue;
import org.sceau.registry.application.importing.ImportJob;
import org.sceau.registry.web.desk.DeskFrame;

/** What came in and waits for people, in words: imports that run or failed, definitions that wait or cannot be used. */
@RequestScoped
public class InboxHealth {
    private static final String IMPORTS = "/desk/imports";
    /** A failure that is older has been seen, or nobody needs the file any more. */
    private static final Duration RECENT = Duration.ofDays(7);
    /** The largest catalogues take minutes. */
    private static final Duration LONG = Duration.ofHours(1);

    @Inject
    @SuppressWarnings("NullAway.Init")
    DeskFrame desk;

    @Inject
    @SuppressWarnings("NullAway.Init")
    ImportCatalogue imports;

    @Inject
    @SuppressWarnings("NullAway.Init")
    SchemesDesk schemes;

    List<HealthLine> lines() {
        List<HealthLine> lines = new ArrayList<>();
        if (desk.mayReadImports()) {
            imports(lines);
        }
        if (desk.mayReadRevisions()) {
            schemes(lines);
        }
        return lines;
    }

    private void imports(List<HealthLine> lines) {
        List<ImportJob> latest = imports.latest(desk.actor());
        List<ImportJob> running =
                latest.stream().filter(job -> !job.state().isOver()).toList();
        int before = lines.size();
        ended(latest, ImportJob.State.FAILED)
                .ifPresent(count -> lines.add(line(
                        HealthLine.Tone.PAUSE,
                        "health.imports",
                        say("health.imports.failed", count),
                        "health.imports.failed.act",
                        IMPORTS)));
        ended(latest, ImportJob.State.CANCELLED)
                .ifPresent(count -> lines.add(line(
                        HealthLine.Tone.PAST,
                        "health.imports",
                        say("health.imports.cancelled", count),
                        "health.imports.cancelled.act",
                        IMPORTS)));
        if (!running.isEmpty()) {
            boolean stuck =
                    running.stream().anyMatch(job -> job.createdAt().plus(LONG).isBefore(desk.now()));
            lines.add(line(
                    stuck ? HealthLine.Tone.PAUSE : HealthLine.Tone.PAST,
                    "health.imports",
                    say("health.imports.running", running.size()),
                    stuck ? "health.imports.stuck.act" : "health.imports.running.act",
                    IMPORTS));
        }
        if (lines.size() == before) {
            lines.add(line(HealthLine.Tone.OK, "health.imports", say("health.imports.ok"), "", ""));
        }
    }

    /** How many ended so a short while ago; absent for none. Trials count as well: whoever sent the file waits for its report. */
    private Optional<Long> ended(List<ImportJob> latest, ImportJob.State state) {
        return Optional.of(latest.stream()
                        .filter(job -> job.state() == state)
                        .filter(job -> job.finishedAt()
                                .orElse(job.createdAt())
                                .isAfter(desk.now().minus(RECENT)))
                        .count())
                .filter(count -> count > 0);
    }

    private void schemes(List<HealthLine> lines) {
        int waiting = schemes.waiting().size();
        long refused = schemes.refused();
        if (refused > 0) {
            lines.add(line(
                    HealthLine.Tone.PAUSE,
                    "health.schemes",
                    say("health.schemes.refused", refused),
                    "health.schemes.refused.act",
                    EditionWords.SCHEMES));
        }
        if (waiting > 0) {
            lines.add(line(
                    HealthLine.Tone.PAUSE,
                    "health.schemes",
                    say("health.schemes.waiting", waiting),
                    "health.schemes.waiting.act",
                    EditionWords.SCHEMES));
        }
        lines.add(line(
                HealthLine.Tone.PAST,
                "health.schemes",
                schemes.unverified(),
                "health.schemes.unverified.act",
                EditionWords.SCHEMES));
    }

    private HealthLine line(HealthLine.Tone tone, String what, String means, String act, String address) {
        return new HealthLine(
                tone, say(what), means, act.isEmpty() ? "" : say(act), address.isEmpty() ? "" : desk.to(address));
    }

    private String say(String key, Object... parts) {
        return desk.texts().say(key, parts);
    }
}
