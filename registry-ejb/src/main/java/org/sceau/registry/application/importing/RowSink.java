package org.sceau.registry.application.importing;

/** Takes the rows of a source as they are read. */
@FunctionalInterface
public interface RowSink {

    /** @return false when the reader must stop because the import was cancelled */
    boolean accept(ReadRow row);
}
