package org.sceau.registry.api.scheme;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.application.revising.Revisions;

/**
 * An edition of a definition that is or was in use; the one with the highest number is.
 *
 * @param sha256 of its file
 * @param since  instant from which it was in use
 */
@Schema(name = "SchemeEdition")
public record EditionView(int revision, String sha256, String since) {

    @Schema(name = "SchemeEditions")
    public record All(List<EditionView> revisions) {
        static All of(List<Revisions.Recorded> used) {
            return new All(used.stream().map(EditionView::of).toList());
        }
    }

    static EditionView of(Revisions.Recorded recorded) {
        return new EditionView(
                recorded.revision().number(),
                recorded.revision().sha256(),
                recorded.since().toString());
    }
}
