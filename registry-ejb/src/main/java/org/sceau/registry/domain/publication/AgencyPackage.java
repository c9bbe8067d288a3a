package org.sceau.registry.domain.publication;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sceau.registry.domain.dossier.Deposit;
import org.sceau.registry.domain.dossier.Dossier;
import org.sceau.registry.domain.scheme.Conduct;
import org.sceau.registry.domain.scheme.SchemeVersion;
import org.sceau.registry.domain.scheme.decision.PublicationRule;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.scheme.vocabulary.DossierKind;

/**
 * What the European agency is sent of a certificate: the originals of report and security target, and both in the languages the scheme
 * asks for (EUCC Art. 42(2)); of a minor change its maintenance report. Only what is published goes into it, so never how to exploit a vulnerability (EUCC Art. 37(2)).
 *
 * @param items   documents it holds, oldest first
 * @param missing what it lacks, such as {@code certification-report/en}; it is not sent before this is empty (invariant 58)
 */
public record AgencyPackage(List<Deposit> items, List<String> missing) {
    private static final Set<DocumentKind> SENT = Set.of(
            DocumentKind.CERTIFICATION_REPORT,
            DocumentKind.MAINTENANCE_REPORT,
            DocumentKind.SECURITY_TARGET,
            DocumentKind.CERTIFICATE);
    private static final List<DocumentKind> OF_A_CERTIFICATE =
            List.of(DocumentKind.CERTIFICATION_REPORT, DocumentKind.SECURITY_TARGET);
    /** A minor change makes no new certificate (EUCC Annex IV.3(5)-(6), invariant 32). */
    private static final List<DocumentKind> OF_A_MAINTENANCE = List.of(DocumentKind.MAINTENANCE_REPORT);

    public AgencyPackage {
        items = List.copyOf(items);
        missing = List.copyOf(missing);
    }

    /** The package as the dossier stands; empty where the scheme knows none. */
    public static Optional<AgencyPackage> of(SchemeVersion scheme, Dossier dossier) {
        List<String> languages = scheme.conduct()
                .map(Conduct::publication)
                .map(PublicationRule::packageLanguages)
                .orElse(List.of());
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        List<Deposit> items = dossier.history().documents().stream()
                .filter(document -> Certificate.Report.publishedAs(scheme, document)
                        .filter(SENT::contains)
                        .isPresent())
                .toList();
        List<String> missing = new ArrayList<>();
        List<DocumentKind> needed =
                dossier.opening().kind() == DossierKind.MAINTENANCE ? OF_A_MAINTENANCE : OF_A_CERTIFICATE;
        for (DocumentKind kind : needed) {
            for (String language : languages) {
                boolean there = items.stream()
                        .filter(item -> item.language().equals(language))
                        .anyMatch(item -> Certificate.Report.publishedAs(scheme, item)
                                .filter(kind::equals)
                                .isPresent());
                if (!there) {
                    missing.add(kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-') + "/" + language);
                }
            }
        }
        return Optional.of(new AgencyPackage(items, missing));
    }

    public boolean isComplete() {
        return missing.isEmpty();
    }
}
