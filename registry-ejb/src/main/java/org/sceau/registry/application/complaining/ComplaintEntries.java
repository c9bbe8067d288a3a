package org.sceau.registry.application.complaining;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalRecord;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.domain.complaint.Complaint;

/** What the journal says of complaints: that a complaint exists is confidential, so each entry is one commitment and no name. */
final class ComplaintEntries {
    private ComplaintEntries() {}

    /** @param act {@code filed}, {@code assigned}, {@code admitted} … */
    static Entry of(Complaint complaint, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("act", act);
        told.put("complaint", complaint.id().toString());
        told.put("number", complaint.filing().number());
        told.put("version", complaint.version());
        told.put("state", complaint.state().code());
        told.put("sha256", CanonicalRecord.digest(complaint));
        return new Entry(
                "complaint-acted",
                "complaint",
                Optional.empty(),
                Map.of(),
                Map.of("complaint", CanonicalText.of(told)),
                Entry.Topic.SURVEILLANCE,
                complaint.id().toString());
    }
}
