package org.sceau.registry.application.erasing;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.retention.Retention;

/** What the journal says of erasures. That there was such a dossier is confidential: each entry holds one commitment and no name. */
final class ErasureEntries {
    private ErasureEntries() {}

    static Entry asked(Dossier dossier, Retention retention, String grounds) {
        Map<String, Object> told = about(dossier);
        told.put("grounds", grounds);
        told.put("source", retention.rule().source());
        return entry("erasure-asked", dossier, told);
    }

    /** The proof of the order, which stays: it names the dossier and who answers for the erasure, and nothing of its content. */
    static Entry ordered(Dossier dossier, Retention retention, Optional<String> first, String second) {
        Map<String, Object> told = about(dossier);
        retention.until().ifPresent(until -> told.put("kept-until", until.toString()));
        told.put("source", retention.rule().source());
        told.put("first-word", first.orElse("applicant"));
        told.put("second-word", second);
        return entry("dossier-erased", dossier, told);
    }

    private static Map<String, Object> about(Dossier dossier) {
        Map<String, Object> told = new TreeMap<>();
        told.put("dossier", dossier.id().toString());
        told.put("number", dossier.opening().number());
        told.put("version", dossier.version());
        return told;
    }

    private static Entry entry(String kind, Dossier dossier, Map<String, Object> told) {
        return new Entry(
                kind,
                "dossier",
                Optional.empty(),
                Map.of(),
                Map.of("erasure", CanonicalText.of(told)),
                Entry.Topic.DOSSIER,
                dossier.id().toString());
    }
}
