package org.sceau.registry.application.complaining;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sceau.registry.application.content.CanonicalText;
import org.sceau.registry.application.content.RecordChange;
import org.sceau.registry.application.door.Entry;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.scheme.surveillance.ComplaintRoute;

/** What the journal says of complaints: that a complaint exists is confidential, so each entry is one commitment and no name. */
final class ComplaintEntries {
    private ComplaintEntries() {}

    /**
     * @param change what is new of it
     * @param route  the row that says where such complaints go; absent where no scheme says so
     * @param act    {@code filed}, {@code assigned}, {@code admitted} …
     */
    static Entry of(Complaint complaint, RecordChange change, Optional<ComplaintRoute> route, String act) {
        Map<String, Object> told = new TreeMap<>();
        told.put("act", act);
        told.put("complaint", complaint.id().toString());
        told.put("number", complaint.filing().number());
        told.put("version", complaint.version());
        told.put("state", complaint.state().code());
        route.ifPresent(known -> told.put("ground", known.source()));
        return new Entry(
                "complaint-acted",
                "complaint",
                Optional.empty(),
                Map.of(),
                Map.of("complaint", CanonicalText.of(change.with(told))),
                Entry.Topic.SURVEILLANCE,
                complaint.id().toString());
    }
}
