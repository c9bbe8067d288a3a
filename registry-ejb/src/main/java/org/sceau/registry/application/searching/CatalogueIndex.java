package org.sceau.registry.application.searching;

/** The catalogue's index as the house keeps it. */
public interface CatalogueIndex {

    /** Opens the index at the start; builds it anew where it is missing, unreadable or of another form. */
    void open();

    /** Takes in what was committed since; readers see the whole of it at once. */
    void catchUp();

    /** Puts on disk what was taken in, when things are quiet; after a kill the rest is taken in again. */
    void settle();
}
