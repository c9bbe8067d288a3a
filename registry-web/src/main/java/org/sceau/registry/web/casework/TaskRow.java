package org.sceau.registry.web.casework;

/**
 * Something that the reader's roles are asked to do because a day has come.
 *
 * @param address where it is done: the page of its dossier or visa; empty where the reader has none
 * @param ground  by which row of its scheme it is owed, in words; empty where none says so
 * @param byHand  whether saying why settles it
 */
public record TaskRow(
        String id,
        long version,
        String label,
        String address,
        String reference,
        String subject,
        String due,
        String urgency,
        String ground,
        boolean byHand,
        boolean blocking) {}
