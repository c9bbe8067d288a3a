package org.sceau.registry.web.casework;

import java.util.List;

/**
 * A question with its rounds.
 *
 * @param about   the document and section it is about; empty where it is about the application
 * @param to      whose answer is awaited, in words
 * @param settled whether its last answer was found to do
 * @param answer  whether the reader may answer it
 * @param settle  whether the reader may settle it, or ask again
 * @param due     last day for the open answer; empty where none is awaited
 */
public record QuestionLine(
        int number,
        String about,
        String to,
        boolean settled,
        boolean answer,
        boolean settle,
        String due,
        String urgency,
        List<RoundLine> rounds) {

    /** @param reply empty while none was given */
    public record RoundLine(String name, String who, String text, String replyWho, String reply) {
        public boolean answered() {
            return !reply.isEmpty();
        }
    }
}
