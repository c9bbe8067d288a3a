package org.sceau.registry.api.revision;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.api.words.BothLanguages;
import org.sceau.registry.application.describing.Difference;
import org.sceau.registry.application.describing.Phrase;
import org.sceau.registry.application.describing.SchemeTable;
import org.sceau.registry.application.revising.ReviseSchemes;
import org.sceau.registry.application.revising.Revisions;
import org.sceau.registry.domain.coded.Coded;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.revision.Revision;

/**
 * An edition of a scheme definition.
 *
 * @param state    released, proposed, active or rejected
 * @param proposer account that proposed it
 * @param answerer account that took it into use or rejected it
 * @param since    instant of the last act
 */
@Schema(name = "SchemeRevision")
public record RevisionView(
        String scheme,
        String version,
        int revision,
        String sha256,
        String state,
        @Nullable String proposer,
        @Nullable String answerer,
        String since) {

    /** @param changes what it changes in the edition that was in use before it, block by block; empty for a new version */
    @Schema(name = "SchemeRevisionSight")
    public record Sight(RevisionView revision, List<Change> changes) {
        static Sight of(ReviseSchemes.Sight sight) {
            return new Sight(
                    RevisionView.of(sight.recorded()),
                    sight.difference().stream().map(Change::of).toList());
        }
    }

    /**
     * What one block says otherwise. A row that changed is among those gone and those that come.
     *
     * @param table id of the block
     */
    @Schema(name = "SchemeChange")
    public record Change(
            String table, BothLanguages title, List<BothLanguages> columns, List<Row> gone, List<Row> come) {
        static Change of(Difference difference) {
            return new Change(
                    difference.table(),
                    words(difference.title()),
                    difference.columns().stream().map(RevisionView::words).toList(),
                    difference.gone().stream().map(Row::of).toList(),
                    difference.come().stream().map(Row::of).toList());
        }
    }

    /** @param cells lines of each cell */
    @Schema(name = "SchemeTableRow")
    public record Row(List<List<BothLanguages>> cells, String source, boolean verified) {
        static Row of(SchemeTable.Row row) {
            return new Row(
                    row.cells().stream()
                            .map(cell -> cell.stream().map(RevisionView::words).toList())
                            .toList(),
                    row.source(),
                    row.verified());
        }
    }

    /**
     * A file of the folder.
     *
     * @param scheme  what it is a definition of; this and the three after it are absent when it cannot be used
     * @param problem code of what keeps it from being proposed; absent when nothing does
     * @param details of the problem, such as the line to look at
     */
    @Schema(name = "DroppedDefinition")
    public record Dropped(
            String file,
            @Nullable String scheme,
            @Nullable String version,
            @Nullable Integer revision,
            @Nullable String sha256,
            @Nullable String problem,
            Map<String, String> details) {
        static Dropped of(ReviseSchemes.Candidate candidate) {
            return new Dropped(
                    candidate.file(),
                    candidate
                            .version()
                            .map(version -> version.id().scheme().value())
                            .orElse(null),
                    candidate.version().map(version -> version.id().version()).orElse(null),
                    candidate.version().map(SchemeVersion::revision).orElse(null),
                    candidate.version().map(SchemeVersion::definition).orElse(null),
                    candidate.refusal().map(refusal -> refusal.code()).orElse(null),
                    candidate.refusal().map(refusal -> refusal.details()).orElse(Map.of()));
        }
    }

    /** @param revisions editions that did not come with a release, newest act first; at most 200 */
    @Schema(name = "SchemeRevisions")
    public record All(List<Dropped> files, List<RevisionView> revisions) {
        static All of(List<ReviseSchemes.Candidate> files, List<Revisions.Recorded> revisions) {
            return new All(
                    files.stream().map(Dropped::of).toList(),
                    revisions.stream().map(RevisionView::of).toList());
        }
    }

    static RevisionView of(Revisions.Recorded recorded) {
        Revision revision = recorded.revision();
        return new RevisionView(
                revision.scheme().scheme().value(),
                revision.scheme().version(),
                revision.number(),
                revision.sha256(),
                Coded.of(revision.state()),
                revision.firstWord().orElse(null),
                revision.lastWord().orElse(null),
                recorded.since().toString());
    }

    private static BothLanguages words(Phrase phrase) {
        return new BothLanguages(phrase.fr(), phrase.en());
    }
}
