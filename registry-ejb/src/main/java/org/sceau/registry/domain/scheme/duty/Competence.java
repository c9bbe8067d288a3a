package org.sceau.registry.domain.scheme.duty;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
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
 * @param criteria versions of the criteria it is issued or reviewed under, the oldest first; empty where any will do
 * @param source   clause that demands it
 * @param verified false when that source was not read
 */
public record Competence(
        Title title,
        Optional<Condition> when,
        Set<Coverage> covers,
        Map<String, Label> activities,
        List<Criteria> criteria,
        String source,
        boolean verified) {

    /**
     * A version of the criteria of a title, such as those for the accreditation of laboratories (EUCC Annex I.2).
     *
     * @param version     as the scheme writes it
     * @param issuedUntil last day on which a title was still issued under it; absent for the newest
     */
    public record Criteria(String version, Optional<LocalDate> issuedUntil) {
        boolean suit(LocalDate issued) {
            return issuedUntil.filter(issued::isAfter).isEmpty();
        }
    }

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
        LEVEL("niveau", "level"),
        /** Services for national security, where the application asks for the flag (Décret 2015-350, Art. 18). */
        NATIONAL_SECURITY("besoins de la sécurité nationale", "needs of national security");

        private final Label label;

        Coverage(String fr, String en) {
            label = new Label(fr, en);
        }

        public Label label() {
            return label;
        }
    }

    /** One that any criteria will do for. */
    public Competence(
            Title title,
            Optional<Condition> when,
            Set<Coverage> covers,
            Map<String, Label> activities,
            String source,
            boolean verified) {
        this(title, when, covers, activities, List.of(), source, verified);
    }

    /**
     * Whether a title of this day was issued under criteria that were in use then, or reviewed under later ones. One that records none counts
     * as issued under the oldest: before there was a choice nobody wrote it down.
     */
    public boolean admits(LocalDate issued, Optional<String> recorded) {
        return criteria.isEmpty()
                || criteria.stream()
                        .filter(one -> one.version()
                                .equals(recorded.orElse(criteria.get(0).version())))
                        .anyMatch(one -> one.suit(issued));
    }

    /** The versions that a title issued on this day may be under, in order. */
    public List<String> criteriaOn(LocalDate issued) {
        return criteria.stream()
                .filter(one -> one.suit(issued))
                .map(Criteria::version)
                .toList();
    }

    /** Refuses activities from two places, ids that are none, and criteria that all came to their end, with {@link IllegalArgumentException}. */
    public Competence {
        Sourced.requireSource(source);
        criteria = List.copyOf(criteria);
        if (!criteria.isEmpty()
                && criteria.get(criteria.size() - 1).issuedUntil().isPresent()) {
            throw new IllegalArgumentException("titles are always issued under some criteria");
        }
        covers = Collections.unmodifiableSet(new TreeSet<>(covers));
        activities.keySet().forEach(id -> TermId.check("activity", id));
        activities = Collections.unmodifiableMap(new LinkedHashMap<>(activities));
        if (covers.contains(Coverage.SCOPES) && !activities.isEmpty()) {
            throw new IllegalArgumentException("activities are those of the application, or those of the row");
        }
    }
}
