package org.sceau.registry.application.publishing;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.FamilyId;

/** The issues that were released. An issue that is not here was never public. */
public interface PublishedLists {

    /** The newest issue of each family, in the order of families. */
    List<PublishedList> current();

    Optional<PublishedList> current(FamilyId family);

    Optional<PublishedList> issue(FamilyId family, long sequence);

    /** Issues of a family, newest first. */
    List<PublishedList> history(FamilyId family);

    /** Journal position of the newest issue of a family: what changed after it is in no list yet; -1 when it has none. */
    long position(FamilyId family);

    /** The signed bytes of an issue, or of its digest file; the caller closes the stream. */
    InputStream open(PublishedList list, Part part) throws IOException;

    /** The files of one issue. */
    enum Part {
        XML,
        XML_SHA2
    }
}
