package org.sceau.registry.domain.scheme.duty;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sceau.registry.domain.scheme.rule.Condition;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;
import org.sceau.registry.domain.scheme.vocabulary.TermId;

/**
 * A title a laboratory needs to evaluate under a scheme version, in force on the day it is relied on.
 *
 * @param title    which title
 * @param when     when it is needed; always, if absent
 * @param covers   what of the dossier it must cover
 * @param activities activities to cover whatever the dossier asks for, by id, with their names in the order of the definition; each
 *     laboratory covers at least one of them, and all of a dossier together cover all
 * @param source   clause that demands it
 * @param verified false when that source was not read
 */
public record Competence(
        Title title,
        Optional<Condition> when,
        Set<Coverage> covers,
        Map<String, Label> activities,
        String source,
        boolean verified) {

    /** Titles of a laboratory. The words never stand for one another. */
    public enum Title {
        /** Competence, by the national accreditation body (CSA Art. 60(1)). */
        ACCREDITATION("accréditation", "accreditation"),
        /** By the national certification authority, for EUCC high (EUCC Art. 22). */
        AUTHORISATION("autorisation", "authorisation"),
        /** By the national authority, for its own schemes. */
        LICENCE("agrément du centre", "licence");

        private final Label label;

        Title(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** What of a dossier a title may have to cover. */
    public enum Coverage {
        /** The vulnerability analysis component asked for: its fact {@code van}. */
        VAN("composant AVA_VAN", "AVA_VAN component"),
        /** Its fact {@code technical-domain}. */
        TECHNICAL_DOMAIN("domaine technique", "technical domain"),
        /** Its fact {@code protection-profiles}. */
        PROTECTION_PROFILES("profils de protection", "protection profiles"),
        CATEGORY("catégorie de produits", "category of products"),
        SCOPES("activités", "activities"),
        LEVEL("niveau", "level");

        private final Label label;

        Coverage(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** Refuses activities from two places, and ids that are none, with {@link IllegalArgumentException}. */
    public Competence {
        Sourced.requireSource(source);
        covers = Collections.unmodifiableSet(new TreeSet<>(covers));
        activities.keySet().forEach(id -> TermId.check("activity", id));
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        if (covers.contains(Coverage.SCOPES) && !activities.isEmpty()) {
            throw new IllegalArgumentException("activities are those of the application, or those of the row");
        }
    }
}
