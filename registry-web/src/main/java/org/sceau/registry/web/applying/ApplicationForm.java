package org.sceau.registry.web.applying;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sceau.registry.web.casework.Choice;

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
