package org.sceau.registry.application.revising;

import java.util.List;
import java.util.Optional;

/** The folder into which administrators drop definition files. The registry only reads it. */
public interface DroppedFiles {
    /** Files looked at; more are not seen. */
    int MOST = 100;

    /**
     * A file.
     *
     * @param bytes one more than a definition may have when it is larger
     */
    record Dropped(String name, byte[] bytes) {}

    /** Regular files with a name of a definition, by name; none when there is no folder. */
    List<Dropped> all();

    /** The file of this name; empty for any other name. */
    Optional<Dropped> find(String name);
}
