package org.sceau.registry.application.revising;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.domain.scheme.revision.Revision;

/** What the journal says of editions: which, and the digest of its bytes. Names of persons are commitments. */
final class RevisionEntries {
    private RevisionEntries() {}

    /**
     * @param act  {@code released}, {@code proposed}, {@code activated}, {@code rejected}
     * @param said persons and grounds; empty for a release
     */
    static Entry of(String act, Revision revision, Map<String, Object> said) {
        Map<String, Object> content = new TreeMap<>();
        content.put("revision", (long) revision.number());
        content.put("sha256", revision.sha256());
        return new Entry(
                "scheme-revision-" + act,
                "scheme:" + revision.scheme(),
                Optional.empty(),
                content,
                said.isEmpty() ? Map.of() : Map.of("said", CanonicalText.of(said)),
                Entry.Topic.HOUSE);
    }
}
