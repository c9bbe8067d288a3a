package org.sceau.registry.application.auditing;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.coded.Coded;

/** Records of which every act is told in full, by the kinds of their entries. */
public enum RecordKind {
    DOSSIER(Map.of("dossier-acted", "dossier")),
    /** Carried out, it is told of by the decision. */
    PROPOSAL(Map.of("proposal-acted", "proposal", "decision-made", "decision")),
    COMPLAINT(Map.of("complaint-acted", "complaint")),
    REMEDY(Map.of("remedy-acted", "remedy")),
    VULNERABILITY(Map.of("vulnerability-acted", "vulnerability"));

    /** Kinds of entries, each with the commitment that holds the act. */
    private final Map<String, String> entries;

    RecordKind(Map<String, String> entries) {
        this.entries = entries;
    }

    /** Member that names the record, and public code: kebab-case. */
    public String code() {
        return Coded.of(this);
    }

    /** The commitment of an entry of such a kind that holds what is told of the record. */
    String commitment(String entryKind) {
        return entries.getOrDefault(entryKind, code());
    }

    /** Kinds of entries that tell of any of them. */
    static Set<String> entryKinds() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(values()).forEach(kind -> all.addAll(kind.entries.keySet()));
        return all;
    }

    /** Whose entries these are. */
    static RecordKind ofEntry(String entryKind) {
        return Arrays.stream(values())
                .filter(kind -> kind.entries.containsKey(entryKind))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no record is told of by " + entryKind));
    }
}
