package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Map;

/**
 * One line of the queue.
 *
 * @param address  of the page where it is worked on
 * @param number   of the dossier, or the reference of the visa
 * @param expected what is awaited of the reader; empty while others have to act
 * @param holder   who acts now, in words
 * @param due      until when, in words; empty where nothing is due
 * @param urgency  class of that day: {@code late}, {@code soon} or empty
 * @param next     the stage that follows; empty at an end
 * @param steps    the way, for those who look at few of them
 */
public record QueueRow(
        String address,
        String number,
        String subject,
        String sponsor,
        String scheme,
        String stage,
        String expected,
        String holder,
        String due,
        String distance,
        String urgency,
        String next,
        List<StageStep> steps) {

    /** The day and how far off it is, with its class; both empty where nothing is due. */
    Map.Entry<String, String> until() {
        return Map.entry(due.isEmpty() ? "" : due + ", " + distance, urgency);
    }

    public boolean mine() {
        return !expected.isEmpty();
    }
}
