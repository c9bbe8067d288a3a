package org.sceau.registry.web.applying;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.casework.Choice;
import org.sceau.registry.web.casework.FactField;
import org.sceau.registry.web.form.FormFields;

/**
 * The form of an application.
 *
 * @param version    of the dossier it is based on
 * @param kinds      what the subject may be under the scheme; one needs no choice
 * @param levels     to choose from; empty where the level follows from what is declared, or there is none
 * @param derived    the level that follows from what is declared, in words; empty where one is chosen
 * @param bases      references of the visas it rests on, one a line
 * @param flag       whether the scheme knows the flag of national security
 */
public record ApplicationForm(
        long version,
        String name,
        String versions,
        List<Choice> kinds,
        List<Choice> levels,
        String derived,
        List<Choice> scopes,
        List<Choice> categories,
        List<FactField> facts,
        String bases,
        boolean flag,
        boolean flagged,
        boolean listed) {

    /** The same form with what was typed into it, whether or not that can be taken. */
    ApplicationForm typed(FormFields fields) {
        return new ApplicationForm(
                version,
                fields.shown("name"),
                fields.shown("versions"),
                chosen(kinds, "kind", fields),
                chosen(levels, "level", fields),
                derived,
                chosen(scopes, "scope", fields),
                chosen(categories, "category", fields),
                facts.stream().map(fact -> fact.typed(fields)).toList(),
                fields.shown("bases"),
                flag,
                fields.yes("flag"),
                fields.yes("listed"));
    }

    private static List<Choice> chosen(List<Choice> choices, String name, FormFields fields) {
        Set<String> chosen = fields.allShown(name);
        return choices.stream()
                .map(choice -> choice.chosen(chosen.contains(choice.value())))
                .toList();
    }

    /** Facts that every application declares. */
    public List<FactField> required() {
        return facts.stream().filter(FactField::required).toList();
    }

    /** Facts that some declare. */
    public List<FactField> others() {
        return facts.stream().filter(fact -> !fact.required()).toList();
    }

    /** Attribute of the part that holds them: open where something of it is declared. */
    public @Nullable String othersOpen() {
        return others().stream().anyMatch(FactField::set) ? "open" : null;
    }
}
