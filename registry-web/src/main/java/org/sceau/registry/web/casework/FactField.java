package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.form.FormFields;

/**
 * A field for something declared, as the scheme's definition says.
 *
 * @param id      of the fact; the field is named {@code fact.} and it
 * @param kind    which control: whole, flag, day, instant, text, link, choice, choices, codes, shares
 * @param value   as the control has it; of several values one a line
 * @param choices what may be chosen
 * @param least   smallest number, empty without a bound
 * @param most    largest number
 * @param source  clause that asks for it
 */
public record FactField(
        String id,
        String label,
        String kind,
        boolean required,
        String value,
        List<Choice> choices,
        String least,
        String most,
        String source,
        boolean verified) {
    private static final int MOST_UNFOLDED = 12;

    public String name() {
        return "fact." + id;
    }

    /** Type of a plain control; empty for those that are none. */
    public String type() {
        return switch (kind) {
            case "whole" -> "number";
            case "day" -> "date";
            case "instant" -> "datetime-local";
            case "link" -> "url";
            case "text" -> "text";
            default -> "";
        };
    }

    public boolean plain() {
        return !type().isEmpty();
    }

    /** Whether several values are written one a line. */
    public boolean lines() {
        return kind.equals("codes") || kind.equals("shares");
    }

    /** Name of the field for several lines: beside codes to choose from it has the others. */
    public String linesName() {
        return kind.equals("codes") ? name() + ".more" : name();
    }

    /** Its id: where there is nothing to choose it is the field itself. */
    public String linesId() {
        return (choices.isEmpty() ? "f-" : "l-") + id;
    }

    /** The same with what was typed into it, whether or not that can be taken. */
    public FactField typed(FormFields fields) {
        Set<String> chosen = fields.allShown(name());
        return new FactField(
                id,
                label,
                kind,
                required,
                plain() || lines() ? fields.shown(linesName()) : value,
                choices.stream()
                        .map(choice -> choice.chosen(chosen.contains(choice.value())))
                        .toList(),
                least,
                most,
                source,
                verified);
    }

    /** Whether the list of boxes is so long that it is folded. */
    public boolean folded() {
        return choices.size() > MOST_UNFOLDED && choices.stream().noneMatch(Choice::chosen);
    }

    /** Whether something is declared. */
    public boolean set() {
        return !value.isEmpty() || choices.stream().anyMatch(Choice::chosen);
    }

    public @Nullable String min() {
        return least.isEmpty() ? null : least;
    }

    public @Nullable String max() {
        return most.isEmpty() ? null : most;
    }
}
