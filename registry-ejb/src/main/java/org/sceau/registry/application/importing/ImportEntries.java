package org.sceau.registry.application.importing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.application.door.Entry;

/** What imports put on record besides the visas. */
final class ImportEntries {
    private ImportEntries() {}

    static Entry received(ImportJob job) {
        return entry("import-received", job, Map.of("sha256", job.sha256(), "bytes", job.sizeBytes()));
    }

    static Entry ended(ImportJob job) {
        Map<String, Object> content = new HashMap<>();
        content.put("state", job.state().code());
        content.put("rows", job.counts().read());
        content.put("created", job.counts().created());
        content.put("changed", job.counts().changed());
        content.put("unchanged", job.counts().unchanged());
        content.put("refused", job.counts().refused());
        job.failure().ifPresent(failure -> content.put("failure", failure.code()));
        return entry("import-ended", job, content);
    }

    private static Entry entry(String kind, ImportJob job, Map<String, Object> more) {
        Map<String, Object> content = new HashMap<>(more);
        content.put("source", job.format());
        job.edition().ifPresent(day -> content.put("edition", day.toString()));
        return new Entry(kind, "import:" + job.id(), Optional.empty(), content, Map.of(), Entry.Topic.HOUSE);
    }
}
