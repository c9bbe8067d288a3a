package org.sceau.registry.web.casework;

/**
 * A question that awaits the reader's answer, in the queue: it is answered there.
 *
 * @param address of the dossier, where the answer goes
 * @param dossier its number
 * @param about   the document and section it is about; empty where it is about the application
 * @param text    of its newest round
 * @param due     last day for the answer, in words
 * @param seen    version of the dossier
 */
public record AskedLine(
        String address,
        String dossier,
        String subject,
        int number,
        String about,
        String text,
        String due,
        String urgency,
        long seen) {

    /** Unlike any other on the page. */
    public String id() {
        return dossier + "-" + number;
    }
}
