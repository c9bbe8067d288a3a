package org.sceau.registry.web.applying;

/**
 * A visa of the applicant's own.
 *
 * @param until   its last day and how far that is, in words
 * @param urgency class of that day: {@code late}, {@code soon} within the last year of validity, or empty
 * @param follows whether its scheme lets its holder ask for something that follows it
 */
public record VisaLine(
        String id,
        String slug,
        String reference,
        String subject,
        String scheme,
        String status,
        String tone,
        String until,
        String urgency,
        boolean listed,
        boolean follows) {}
