package org.sceau.registry.api.auditing;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sceau.registry.application.auditing.CompareRecord;

/**
 * What the journal makes of visas and other records, beside what the database holds.
 *
 * @param entries     entries that were replayed
 * @param visas       visas that they make
 * @param records     dossiers, proposals, complaints, remedies and records about vulnerabilities that they make
 * @param erased      entries whose plaintext was erased, which cannot be compared
 * @param differences at most 100
 */
@Schema(name = "Comparison")
public record ComparisonView(
        boolean equal, long entries, long visas, long records, long erased, List<DifferenceView> differences) {

    /**
     * @param kind visa, dossier, proposal, complaint, remedy or vulnerability; or entry, whose id is its position
     * @param what version-differs, version-missing, newest-differs or not-in-the-journal; of an entry commitment-broken
     */
    @Schema(name = "Difference")
    public record DifferenceView(String kind, String id, long version, String what) {}

    static ComparisonView of(CompareRecord.Report report) {
        return new ComparisonView(
                report.isEqual(),
                report.entries(),
                report.visas(),
                report.records(),
                report.erased(),
                report.differences().stream()
                        .map(found -> new DifferenceView(found.kind(), found.id(), found.version(), found.what()))
                        .toList());
    }
}
