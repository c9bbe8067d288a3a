package org.sceau.registry.web.casework;

import java.util.List;
import java.util.Map;
import org.sceau.registry.application.evaluating.DossierSight;
import org.sceau.registry.domain.dossier.handling.HandIn;

/**
 * A step that waits for nothing but what the reader may bring, as a form that asks for all of it at once.
 *
 * @param address     of the dossier, where the form goes
 * @param dossier     its number
 * @param step        its id
 * @param type        id of the document that it lacks
 * @param title       what the document is called unless the reader says otherwise
 * @param note        who may read it, in words
 * @param conclusions id and name of each that the reader draws from it
 * @param due         last day in time, in words; empty where none is set
 * @param seen        version of the dossier
 */
public record HandInLine(
        String address,
        String dossier,
        String subject,
        String step,
        String label,
        String type,
        String title,
        String note,
        List<Map.Entry<String, String>> conclusions,
        String due,
        String urgency,
        long seen) {

    /** @param due until when, in words, and the class of that day */
    static HandInLine of(DossierSight sight, HandIn all, CaseWords words, Map.Entry<String, String> due) {
        return new HandInLine(
                words.desk().to("/desk/dossiers/" + sight.dossier().id()),
                sight.dossier().opening().number(),
                sight.dossier().application().subject().name(),
                all.move().step(),
                words.in(all.move().label()),
                all.document().id(),
                words.in(all.document().label()),
                words.in(all.document().documentClass().label()),
                all.conclusions().stream()
                        .map(type -> Map.entry(type.id(), words.in(type.label())))
                        .toList(),
                due.getKey(),
                due.getValue(),
                sight.dossier().version());
    }

    /** Name of the form. */
    public String form() {
        return "hand-in-" + step;
    }

    /** Unlike any other on the page. */
    public String id() {
        return dossier + "-" + step;
    }
}
