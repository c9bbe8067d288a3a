package org.sceau.registry.application.revising;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.SchemeVersionId;
import org.sceau.registry.domain.scheme.revision.Revision;

/** Every edition of every definition that was ever proposed or in use, with its bytes. */
public interface Revisions {

    /** An edition as it stands on record. */
    record Recorded(Revision revision, Instant since, long position) {}

    /** Editions of one version, the lowest number first. */
    List<Recorded> of(SchemeVersionId scheme);

    /** Editions that did not come with a release, newest act first; at most 200. */
    List<Recorded> proposals();

    /** The edition in use of every version. */
    List<Revision> inUse();

    Optional<Recorded> find(String sha256);

    /** The bytes of an edition, as text. */
    Optional<String> text(String sha256);

    /** A new edition, or the next state of a known one. */
    void keep(Recorded recorded, String text);
}
