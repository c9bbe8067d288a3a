package org.sceau.registry.application.surveilling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.visa.VisaId;
import org.sceau.registry.domain.vulnerability.DataPackage;
import org.sceau.registry.domain.vulnerability.Notice;
import org.sceau.registry.domain.vulnerability.VulnerabilityId;
import org.sceau.registry.domain.vulnerability.VulnerabilityRecord;

/** The general part of every record about a vulnerability, in its newest version; former versions stay readable. */
public interface Vulnerabilities {

    /** A record as it was recorded. */
    record Recorded(VulnerabilityRecord record, Instant recordedAt, long position) {}

    Optional<Recorded> find(VulnerabilityId id);

    /** The version that was the newest at an instant; empty when it was not known then. */
    Optional<Recorded> find(VulnerabilityId id, Instant knownAt);

    Optional<Recorded> find(VulnerabilityId id, long version);

    void add(Recorded recorded);

    /** @throws org.sceau.registry.domain.refusal.Refused {@code concurrent-change} when the stored version is not the one before */
    void replace(Recorded recorded);

    /** Open records about a visa, the oldest first. */
    List<VulnerabilityRecord> openAbout(VisaId visa);

    /**
     * Records, newest first by the last act.
     *
     * @param organisation only those whose general part its people may see; all of them when absent
     * @param before       number to go on behind; absent for the first page
     * @param most         1 to 200
     */
    List<Recorded> page(Optional<String> organisation, Optional<String> before, int most);

    /**
     * A notice with what it tells.
     *
     * @param position of its journal entry
     */
    record Told(VulnerabilityId vulnerability, Notice notice, long position) {
        public DataPackage content() {
            return notice.content();
        }
    }

    void add(Told told);

    /** The notice that was put on record there; empty when none was. */
    Optional<Told> notice(long position);

    /** Notices of one record, newest first; at most {@code most}. */
    List<Told> notices(VulnerabilityId id, int most);

    /** Notices to an organisation, newest first; at most {@code most}. */
    List<Told> noticesTo(String organisation, int most);
}
