package org.sceau.registry.web.casework;

/**
 * An accreditation, authorisation or licence of the reader's laboratory.
 *
 * @param covers  schemes it is for, and the highest AVA_VAN where it names one
 * @param tone    status class of what it is worth today
 * @param urgency class of its last day
 */
public record TitleRow(
        String kind,
        String reference,
        String issuer,
        String covers,
        String state,
        String tone,
        String until,
        String distance,
        String urgency) {}
