package org.sceau.registry.domain.scheme.numbering;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the official references of a scheme version are written.
 *
 * @param forms    tried in order; not empty
 * @param source   where they were read
 * @param verified false when that source was not read
 */
public record Numbering(List<ReferenceForm> forms, String source, boolean verified) {
    /** Characters an official reference may have, spaces not counted. */
    public static final int MAX_REFERENCE = 80;

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\p{Cf}]+");
    private static final Pattern DASHES = Pattern.compile("\\p{Pd}");

    /** Refuses no form and a blank source with {@link IllegalArgumentException}. */
    public Numbering {
        forms = List.copyOf(forms);
        if (forms.isEmpty() || source.isBlank()) {
            throw new IllegalArgumentException("a numbering needs a form and its source");
        }
    }

    /**
     * Reads a printed reference: broken lines are joined, spaces dropped, every dash is a hyphen.
     *
     * @return empty when no form fits or it is longer than {@link #MAX_REFERENCE}
     */
    public Optional<OfficialReference> recognise(String printed) {
        if (printed.length() > 4 * MAX_REFERENCE) {
            return Optional.empty();
        }
        String joined = DASHES.matcher(SPACES.matcher(printed).replaceAll("")).replaceAll("-");
        if (joined.length() > MAX_REFERENCE) {
            return Optional.empty();
        }
        return forms.stream().flatMap(form -> form.read(joined).stream()).findFirst();
    }
}
