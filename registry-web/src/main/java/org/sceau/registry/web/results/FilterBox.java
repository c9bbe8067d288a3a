package org.sceau.registry.web.results;

import java.util.List;

/**
 * One filter with its values and counts.
 *
 * @param parameter name in addresses
 * @param title     what a person reads
 * @param open      whether it is unfolded
 * @param choices   values in order, chosen ones always among them
 * @param more      how many further values are not listed
 */
public record FilterBox(String parameter, String title, boolean open, List<Choice> choices, int more) {

    /**
     * @param value  as it stands in addresses
     * @param count  visas that would be found
     * @param chosen whether it filters now
     */
    public record Choice(String value, String label, String count, boolean chosen) {}
}
