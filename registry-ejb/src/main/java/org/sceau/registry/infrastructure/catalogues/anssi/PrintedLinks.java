package org.sceau.registry.infrastructure.catalogues.anssi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sceau.registry.domain.scheme.vocabulary.DocumentKind;
import org.sceau.registry.domain.visa.VisaDocument;
import org.sceau.registry.infrastructure.catalogues.Findings;
import org.sceau.registry.infrastructure.catalogues.Links;

/** The documents a row links to. In the table of protection profiles the column of the target holds the profile itself. */
final class PrintedLinks {
    private static final Map<Column, DocumentKind> KINDS = new EnumMap<>(Map.of(
            Column.CERTIFICATE, DocumentKind.CERTIFICATE,
            Column.CERTIFICATION_REPORT, DocumentKind.CERTIFICATION_REPORT,
            Column.SECURITY_TARGET, DocumentKind.SECURITY_TARGET,
            Column.QUALIFICATION_DECISION, DocumentKind.QUALIFICATION_DECISION,
            Column.CERTIFICATION_DECISION, DocumentKind.CERTIFICATION_DECISION,
            Column.INCIDENT_CONTACT, DocumentKind.INCIDENT_CONTACT));

    private PrintedLinks() {}

    /** In the order of {@link DocumentKind}. A link that nobody can follow is noticed and never kept. */
    static List<VisaDocument> read(PrintedRow row, Findings findings) {
        Map<DocumentKind, VisaDocument> documents = new EnumMap<>(DocumentKind.class);
        row.links().forEach((column, target) -> {
            Links.Link link = Links.read(target);
            Optional<DocumentKind> kind = kind(row, column);
            if (kind.isEmpty()) {
                findings.notice("unknown-column", row.heading(column), target);
            } else if (link.address().isEmpty()) {
                findings.notice("link-not-public", row.heading(column), target);
            } else {
                if (link.repaired()) {
                    findings.notice("link-repaired", row.heading(column), target);
                }
                documents.put(
                        kind.get(), new VisaDocument(kind.get(), link.address().get(), Optional.empty()));
            }
        });
        return new ArrayList<>(documents.values());
    }

    private static Optional<DocumentKind> kind(PrintedRow row, Column column) {
        boolean profile = column == Column.SECURITY_TARGET && row.cells().containsKey(Column.PROTECTION_PROFILE);
        return profile ? Optional.of(DocumentKind.PROTECTION_PROFILE) : Optional.ofNullable(KINDS.get(column));
    }
}
