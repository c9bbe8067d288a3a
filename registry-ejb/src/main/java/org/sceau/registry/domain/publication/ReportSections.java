package org.sceau.registry.domain.publication;

import java.util.List;
import java.util.Optional;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.refusal.Refusal;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;

/** The sections a certification report has under a version of the rules (EUCC Annex V.1, which changed on 29 Dec 2025). */
public final class ReportSections {
    private ReportSections() {}

    /** Why a document cannot declare these sections: {@code section-not-in-version} for one its version does not know, or no report. */
    public static Optional<Refusal> unknown(SchemeVersion scheme, Deposit document) {
        boolean isReport = Certificate.Report.publishedAs(scheme, document)
                .filter(DocumentKind.CERTIFICATION_REPORT::equals)
                .isPresent();
        List<String> known = sections(scheme).stream()
                .map(PublicationRule.Field::id)
                .filter(id -> isReport)
                .toList();
        return document.sections().stream()
                .filter(section -> !known.contains(section))
                .findFirst()
                .map(section -> Refusal.of("section-not-in-version", Refusal.Kind.INVALID)
                        .with("section", section)
                        .with("document", document.type()));
    }

    /** Sections that the newest report must have and does not say to have (invariant 17); all of them when there is no report. */
    public static List<String> missing(SchemeVersion scheme, Dossier dossier) {
        List<String> there = Certificate.Report.newest(scheme, dossier)
                .map(Deposit::sections)
                .orElse(List.of());
        return sections(scheme).stream()
                .filter(section -> !section.ifAny())
                .map(PublicationRule.Field::id)
                .filter(id -> !there.contains(id))
                .toList();
    }

    private static List<PublicationRule.Field> sections(SchemeVersion scheme) {
        return scheme.conduct()
                .map(Conduct::publication)
                .map(PublicationRule::reportSections)
                .orElse(List.of());
    }
}
