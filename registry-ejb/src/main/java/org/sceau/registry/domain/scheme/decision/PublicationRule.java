package org.sceau.registry.domain.scheme.decision;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.Label;
import org.sceau.registry.domain.scheme.vocabulary.Sourced;

/**
 * What is published of a visa besides its public entry.
 *
 * @param listed            whether its visas ever appear in catalogue and list; false for authorisations that are no public matter
 * @param effectiveOnListing whether a visa takes effect with its list: it is shown as in force only once an issue holds it (invariant 55)
 * @param inProgress        from when an accepted application is shown as in progress, with the applicant's agreement (invariant 48); never,
 *                          if absent
 * @param versionExpressions whether a visa may name a bounded expression of versions, such as {@code 4.3.x}, instead of exact ones
 *                          (invariant 24)
 * @param singleVersion     whether a visa names one version only, with a source of its own; absent when it may name several, each by itself
 * @param certificateFields what a certificate must say, in order (EUCC Annex VII); empty where no text lists it
 * @param reportSections    what a certification report must contain, in order (EUCC Annex V)
 * @param packageLanguages  languages a complete package for the European agency needs; empty where there is none (EUCC Art. 42(2))
 * @param recognitions      under which agreements others recognise it, shown on its page while it is in force
 * @param source            clause that asks for it
 * @param verified          false when that source was not read
 */
public record PublicationRule(
        boolean listed,
        boolean effectiveOnListing,
        Optional<InProgress> inProgress,
        boolean versionExpressions,
        Optional<Sourced<Boolean>> singleVersion,
        List<Field> certificateFields,
        List<Field> reportSections,
        List<String> packageLanguages,
        List<Recognition> recognitions,
        String source,
        boolean verified) {

    /**
     * When a dossier is shown before anything is decided.
     *
     * @param from   id of the stage from which on
     * @param agreed flag among the declared facts by which the applicant agrees
     */
    public record InProgress(String from, String agreed) {}

    /**
     * One thing that must be there.
     *
     * @param ifAny whether it may lack where there is none to tell, as the text says "if any" or "if applicable"
     * @param items what it must say in turn, in order, told to its author; empty where no text lists it
     */
    public record Field(String id, Label label, boolean ifAny, List<Label> items) {
        public Field {
            items = List.copyOf(items);
        }
    }

    /**
     * An agreement under which others recognise a visa.
     *
     * @param unless flag among the declared facts that excludes it; absent where nothing does
     */
    public record Recognition(String id, Label label, Optional<String> unless) {}

    public PublicationRule {
        Sourced.requireSource(source);
        if (effectiveOnListing && !listed) {
            throw new IllegalArgumentException("what is never listed cannot take effect with its list");
        }
        if (versionExpressions && singleVersion.filter(Sourced::value).isPresent()) {
            throw new IllegalArgumentException("one version only is no expression of versions");
        }
        certificateFields = List.copyOf(certificateFields);
        reportSections = List.copyOf(reportSections);
        packageLanguages = List.copyOf(packageLanguages);
        recognitions = List.copyOf(recognitions);
    }

    /** Whether a visa names one version only. */
    public boolean isSingleVersion() {
        return singleVersion.filter(Sourced::value).isPresent();
    }
}
