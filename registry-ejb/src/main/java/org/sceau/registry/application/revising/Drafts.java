package org.sceau.registry.application.revising;

import java.nio.charset.StandardCharsets;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.refusal.Refused;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.Schemes;
import org.sceau.registry.domain.scheme.revision.Revision;

/** What files of definitions say, or why the registry could not work by one. */
record Drafts(Definitions definitions, Schemes schemes) {

    /** @throws Refused {@code definition-unusable} with code and line */
    SchemeVersion usable(DroppedFiles.Dropped found) {
        SchemeVersion version = read(found.name(), found.bytes());
        requireUsable(version);
        return version;
    }

    /** @throws Refused {@code definition-unusable} for one that clashes with what is in use */
    void requireUsable(SchemeVersion version) {
        try {
            schemes.requireUsable(version);
        } catch (IllegalArgumentException clash) {
            throw refusal("clash", 0, String.valueOf(clash.getMessage()));
        }
    }

    /** @throws Refused {@code definition-unusable} for a text that this release cannot read any more */
    SchemeVersion of(Revision revision, String text) {
        return read(revision.scheme() + ".yaml", text.getBytes(StandardCharsets.UTF_8));
    }

    private SchemeVersion read(String file, byte[] bytes) {
        try {
            return definitions.read(file, bytes);
        } catch (UnusableDefinition unusable) {
            throw refusal(unusable.code(), unusable.line(), unusable.reason());
        }
    }

    private static Refused refusal(String problem, int line, String reason) {
        return Refusal.of("definition-unusable", Refusal.Kind.INVALID)
                .with("problem", problem)
                .with("line", Integer.toString(line))
                .with("reason", reason)
                .asException();
    }
}
