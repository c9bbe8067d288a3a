package org.sceau.registry.web.casework;

/**
 * An open proposal in the list of them.
 *
 * @param address where it is decided: the page of its dossier, or of its visa
 * @param mine    whether the reader proposed it: somebody else decides
 */
public record DecisionRow(
        String address,
        String reference,
        String kind,
        String subject,
        String proposer,
        String until,
        String urgency,
        boolean mine) {}
