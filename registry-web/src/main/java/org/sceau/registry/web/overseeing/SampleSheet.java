package org.sceau.registry.web.overseeing;

import java.util.List;
import org.sceau.registry.web.casework.Choice;

/**
 * The sample of a scheme for a year as its page shows it.
 *
 * @param state      whether it is large enough, in words
 * @param tone       status class of it
 * @param selected   visas of the sample, in the order of their selection
 * @param drawings   newest first
 * @param candidates visas that can be selected, as boxes; empty for who only reads
 * @param total      how many candidates there are: the page shows the first
 * @param draws      whether the reader draws
 * @param wall       why the reader, who has the role for it, draws none; empty for the others
 */
public record SampleSheet(
        String scheme,
        int year,
        String source,
        int percent,
        long version,
        long population,
        long needed,
        String state,
        String tone,
        List<Line> selected,
        List<DrawingLine> drawings,
        List<Choice> candidates,
        long total,
        boolean draws,
        String wall) {

    /** @param address public page of the visa; empty where it has none */
    public record Line(String address, String reference, String name, String holder) {}

    /** One selection. */
    public record DrawingLine(String when, String by, int count, String basis, List<String> criteria) {}
}
