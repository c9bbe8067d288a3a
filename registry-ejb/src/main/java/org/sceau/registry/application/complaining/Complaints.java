package org.sceau.registry.application.complaining;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.complaint.Complaint;
import org.sceau.registry.domain.complaint.ComplaintId;

/** All complaints, each in its newest version; former versions stay readable. */
public interface Complaints {

    /** A complaint as it was recorded. */
    record Recorded(Complaint complaint, Instant recordedAt, long position) {}

    Optional<Recorded> find(ComplaintId id);

    Optional<Recorded> find(ComplaintId id, long version);

    /** @param matters what it is about, as {@code dossier:{uuid}}, {@code visa:{uuid}} or {@code laboratory:{uuid}} */
    void add(Recorded recorded, Set<String> matters);

    /**
     * Also remembers whoever handles it now, for ever.
     *
     * @param matters what it is about by now: a visa has more dossiers behind it with time
     * @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before
     */
    void replace(Recorded recorded, Set<String> matters);

    /**
     * Complaints in the order of their last step, newest first.
     *
     * @param filer  only those of this account; all of them when absent
     * @param before id of the complaint to go on behind; absent for the first page
     * @param most   1 to 200
     */
    List<Recorded> page(Optional<String> filer, Optional<ComplaintId> before, int most);
}
