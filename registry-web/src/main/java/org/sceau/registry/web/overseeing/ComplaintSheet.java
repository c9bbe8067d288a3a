package org.sceau.registry.web.overseeing;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.casework.CaseEvent;
import org.sceau.registry.web.casework.CaseSheet;
import org.sceau.registry.web.casework.Choice;

/**
 * A complaint as its page shows it to one reader.
 *
 * @param tone       status class of its state
 * @param aboutLink  where the reader finds what is contested; empty where there is no page for the reader
 * @param facts      who complained, when, where it goes; as far as the reader learns it
 * @param text       what is complained of; empty for who only learns that there is a complaint
 * @param events     what happened, newest first
 * @param steps      codes of those that the reader can take now
 * @param end        how the reader can end it now: its code, or null
 * @param findings   to choose among at the end of an investigation
 * @param candidates who could handle it; empty for who cannot give it to anybody
 * @param apart      why the reader, who handles complaints, has no part in this one; empty for the others
 */
public record ComplaintSheet(
        String number,
        String kind,
        String about,
        String aboutLink,
        String state,
        String tone,
        long version,
        List<CaseSheet.Fact> facts,
        String text,
        List<CaseEvent> events,
        Set<String> steps,
        @Nullable String end,
        List<Choice> findings,
        List<Choice> candidates,
        String apart) {

    public boolean offers(String step) {
        return steps.contains(step);
    }

    /** Whether there is anything that the reader can do. */
    public boolean acts() {
        return !steps.isEmpty() || end != null || !candidates.isEmpty();
    }
}
