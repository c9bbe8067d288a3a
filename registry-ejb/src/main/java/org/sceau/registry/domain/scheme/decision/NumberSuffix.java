package org.sceau.registry.domain.scheme.decision;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * What an act adds to the reference of a visa: to that of its report where the visa stays, to that of the new visa where there is one.
 *
 * @param form     text that ends with {@code {number}} or {@code {number:2}} (at least two digits)
 * @param decision the kind of decision that adds it
 * @param dossier  the kind of dossier it ends
 * @param source   clause that sets it
 * @param verified false when that source was not read
 */
public record NumberSuffix(String form, DecisionKind decision, DossierKind dossier, String source, boolean verified) {
    private static final Pattern FORM = Pattern.compile("([^{}]{1,10})\\{number(?::(\\d))?}");

    /** Refuses another form, and a decision that neither changes a visa nor makes one, with {@link IllegalArgumentException}. */
    public NumberSuffix {
        Sourced.requireSource(source);
        if (!FORM.matcher(form).matches()) {
            throw new IllegalArgumentException(
                    "a suffix is a mark of at most ten characters and one {number}: " + form);
        }
        if (decision.effect() == DecisionKind.Effect.NONE) {
            throw new IllegalArgumentException("decision " + decision + " leaves no visa whose reference grows");
        }
    }

    /** Whether the visa keeps its reference and the report alone bears this. */
    public boolean isOfReport() {
        return decision.effect() == DecisionKind.Effect.SAME_VISA;
    }

    /** This suffix with a number, from 1. */
    public String text(long number) {
        Matcher matcher = parts();
        int digits = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
        String text = Long.toString(number);
        return matcher.group(1) + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    /** Such a suffix at the end of a reference, of whatever number: the group is the number. */
    Pattern atEnd() {
        return Pattern.compile(Pattern.quote(parts().group(1)) + "(\\d{1,9})$");
    }

    private Matcher parts() {
        Matcher matcher = FORM.matcher(form);
        if (!matcher.matches()) {
            throw new IllegalStateException("checked when it was made: " + form);
        }
        return matcher;
    }
}
