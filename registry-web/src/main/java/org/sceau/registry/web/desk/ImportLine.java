package org.sceau.registry.web.desk;

import org.sceau.registry.application.importing.ImportJob;

/** An import in a list, and at the head of its own page. */
public record ImportLine(
        String id, String name, String kind, String state, String style, String when, String by, String counts) {

    static ImportLine of(ImportJob job, DeskFrame desk) {
        DeskTexts texts = desk.texts();
        ImportJob.Counts counts = job.counts();
        return new ImportLine(
                job.id(),
                job.sourceName().equals("-") ? texts.say("import.unnamed") : job.sourceName(),
                texts.say(job.dryRun() ? "import.dry" : "import.real"),
                texts.say("state." + job.state().code()),
                style(job),
                desk.moment(job.createdAt()),
                job.createdBy(),
                texts.say(
                        "import.counts",
                        counts.read(),
                        counts.created(),
                        counts.changed(),
                        counts.unchanged(),
                        counts.refused()));
    }

    static String style(ImportJob job) {
        return switch (job.state()) {
            case DONE -> job.counts().refused() > 0 ? "pause" : "ok";
            case FAILED -> "stop";
            case CANCELLED -> "past";
            default -> "next";
        };
    }
}
